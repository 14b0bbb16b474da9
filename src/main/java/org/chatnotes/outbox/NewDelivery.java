package org.chatnotes.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A delivery to be queued.
 *
 * @param variant which rendering the reader gets; opaque here
 * @param profile what the composer wants to know of the reader as of the freeze; opaque here
 * @param domain of the address, for limits
 * @param due not before this moment
 * @param skip why it is not to be sent at all, in a word; null when it is
 * @param zone of the reader, where it decides when the mail is due; else null
 */
public record NewDelivery(
        long subscriberId,
        String variant,
        String profile,
        String domain,
        Instant due,
        @Nullable String skip,
        @Nullable String zone) {
    public NewDelivery(long subscriberId, String variant, String profile, String domain, Instant due) {
        this(subscriberId, variant, profile, domain, due, null, null);
    }
}
