package org.chatnotes.outbox;

import java.time.Instant;
import org.chatnotes.smtp.Reply;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a started delivery.
 *
 * @param state where it goes
 * @param due when it is tried again, or null for never
 * @param outcome in a word, as {@link Delivery.Attempt} has it
 * @param dead whether the reply says that the address is no more
 */
record Finish(
        Ready delivery,
        DeliveryState state,
        @Nullable Instant due,
        int attempts,
        int doubts,
        Instant at,
        String outcome,
        Reply reply,
        boolean dead) {
    boolean settled() {
        return due == null;
    }
}
