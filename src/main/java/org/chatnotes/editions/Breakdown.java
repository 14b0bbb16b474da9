package org.chatnotes.editions;

import java.time.Instant;
import java.util.List;
import org.chatnotes.outbox.Tally;
import org.chatnotes.rendering.VariantKey;
import org.jspecify.annotations.Nullable;

/**
 * Where the deliveries of an edition stand, by what their readers have in common. In each list the tallies sum to the
 * audience.
 *
 * @param zones by the moment that is due; empty unless the edition goes out by each reader's own clock
 */
public record Breakdown(List<OfVariant> variants, List<OfZone> zones) {
    /**
     * Readers who get the same.
     *
     * @param profiles whom they are, in words in the language of the variant; the most numerous first
     * @param key null when the variant is known no more
     */
    public record OfVariant(List<String> profiles, @Nullable VariantKey key, Tally tally) {}

    /**
     * Readers whose clocks show the planned time at one moment.
     *
     * @param zones the most numerous first
     * @param due when that is, as of the freeze
     */
    public record OfZone(List<String> zones, Instant due, Tally tally) {}
}
