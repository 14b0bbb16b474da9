package org.chatnotes.events;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, for whoever wants to know later: the log of who did what, webhooks, live pages.
 *
 * @param name one of DESIGN's names, such as {@code note.approved}
 * @param subject what it happened to, as {@code noun:id}
 * @param actor who did it, as {@code user:id}, or null when the program itself did
 */
public record Event(
        long id,
        Instant at,
        String name,
        String subject,
        @Nullable String actor,
        Map<String, Object> data) {}
