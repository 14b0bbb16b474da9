package org.chatnotes.outbox;

/**
 * Deliveries of an edition that have something in common, and where they stand.
 *
 * @param name what they have in common: a variant, a domain or a time zone; empty for those without a zone
 * @param profile of the readers as of the freeze, where variants are asked for; else empty
 */
public record Share(String name, String profile, Tally tally) {}
