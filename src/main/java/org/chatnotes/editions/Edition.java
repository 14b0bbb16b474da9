package org.chatnotes.editions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One revision of a note, to be sent to one list at one time.
 *
 * @param dueAt the first reader's moment
 * @param frozenAt when its audience was complete, or null before
 * @param reason why it is held or paused, in words, or null
 * @param by who ordered it, as events name an actor, or null
 */
public record Edition(
        long id,
        long noteId,
        long revisionId,
        long listId,
        State state,
        Plan plan,
        Instant dueAt,
        @Nullable String reason,
        String subject,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Instant frozenAt,
        @Nullable String by) {
    /** How events name it. */
    public static String subject(long id) {
        return "edition:" + id;
    }
}
