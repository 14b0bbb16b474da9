package org.chatnotes.outbox;

import java.time.Instant;

/**
 * A delivery to be queued.
 *
 * @param variant which rendering the reader gets; opaque here
 * @param profile what the composer wants to know of the reader as of the freeze; opaque here
 * @param domain of the address, for limits
 * @param due not before this moment
 */
public record NewDelivery(long subscriberId, String variant, String profile, String domain, Instant due) {}
