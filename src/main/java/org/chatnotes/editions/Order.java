package org.chatnotes.editions;

import org.jspecify.annotations.Nullable;

/**
 * What someone asks for: a note to a list at a time.
 *
 * @param again although this revision went to that list already
 * @param idempotencyKey two orders with the same key are one; null for none
 */
public record Order(
        long noteId,
        long listId,
        Plan plan,
        boolean again,
        @Nullable String idempotencyKey) {
    public static Order now(long noteId, long listId) {
        return new Order(noteId, listId, Plan.now(), false, null);
    }
}
