package org.chatnotes.notes;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a note said at one moment; it never changes. Saves of one person within ten minutes leave one revision.
 *
 * @param number 1, 2, 3 … within its note
 * @param author who saved it, as events name actors, or null
 * @param at when it was saved
 * @param pinned whether it was approved, so that it is kept for ever
 */
public record Revision(
        long id,
        long noteId,
        int number,
        Document document,
        @Nullable String author,
        Instant at,
        boolean pinned) {}
