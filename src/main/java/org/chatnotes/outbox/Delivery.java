package org.chatnotes.outbox;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One recipient of one edition, or one single mail: the ledger row as others see it.
 *
 * @param editionId null for a single mail
 * @param subscriberId null for a single mail to nobody we know
 * @param dueAt when it may go out or be tried again; null when it waits for nothing
 * @param reason why it was skipped, or null
 * @param attempts what relays said, oldest first
 */
public record Delivery(
        long id,
        @Nullable Long editionId,
        @Nullable Long subscriberId,
        String variant,
        DeliveryState state,
        @Nullable Instant dueAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String reason,
        List<Attempt> attempts) {
    /**
     * One try.
     *
     * @param outcome {@code sent}, {@code deferred}, {@code failed}, {@code broken} or {@code doubt}
     * @param code the reply's three digits, or null when there was none
     * @param enhanced such as {@code 5.1.1}, or null
     */
    public record Attempt(
            Instant at,
            String outcome,
            @Nullable Integer code,
            @Nullable String enhanced,
            String reply) {}

    Delivery with(List<Attempt> known) {
        return new Delivery(
                id, editionId, subscriberId, variant, state, dueAt, startedAt, endedAt, reason, List.copyOf(known));
    }
}
