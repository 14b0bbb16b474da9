package org.chatnotes.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that a sender holds.
 *
 * @param attempts and {@code doubts}: how many there were before
 * @param firstStarted when the first attempt began, which the message's Date says; null before it
 */
record Ready(
        long id,
        @Nullable Long editionId,
        @Nullable Long subscriberId,
        String variant,
        String profile,
        String domain,
        int attempts,
        int doubts,
        @Nullable Instant firstStarted) {}
