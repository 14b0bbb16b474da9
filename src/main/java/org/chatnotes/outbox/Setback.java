package org.chatnotes.outbox;

import org.jspecify.annotations.Nullable;

/**
 * A try that did not deliver.
 *
 * @param subscriberId null when nobody we know
 * @param domain of the address
 */
public record Setback(@Nullable Long subscriberId, String domain, Delivery.Attempt attempt) {}
