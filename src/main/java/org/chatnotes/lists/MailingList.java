package org.chatnotes.lists;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mailing list.
 *
 * @param slug its name for addresses and headers: lower case, digits and hyphens, unique
 * @param doubleOptIn whether those who join confirm by mail first
 * @param fromName and {@code fromEmail}: the sender of its mails; null: the group's
 * @param replyTo where answers go; null: the group's
 */
public record MailingList(
        long id,
        String name,
        String slug,
        @Nullable String description,
        boolean doubleOptIn,
        @Nullable String fromName,
        @Nullable String fromEmail,
        @Nullable String replyTo,
        Instant createdAt) {}
