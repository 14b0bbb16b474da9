package org.chatnotes.outbox;

/** A delivery whose relay said that the address is no more. */
public record DeadAddress(long deliveryId, long subscriberId) {}
