package org.chatnotes.outbox;

/** A delivery that a sender is about to make, for its composer. */
public record Claimed(long deliveryId, long editionId, long subscriberId, String variant, String profile) {}
