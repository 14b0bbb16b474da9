package org.chatnotes.access;

import java.time.Instant;

/**
 * Someone who works here.
 *
 * @param login what is typed at sign-in, in lower case: a name or an email address
 * @param theme {@code light}, {@code dark} or {@code system}
 * @param language of the workshop's labels
 */
public record User(
        long id, String login, String name, Rights rights, String theme, String language, Instant createdAt) {
    /** As events name it. */
    public String actor() {
        return "user:" + id;
    }
}
