package org.chatnotes.editions;

import java.util.List;

/**
 * What would happen if an edition were frozen now.
 *
 * @param total readers who are active now
 */
public record Forecast(long total, List<Share> variants) {
    /**
     * Readers who get the same variant.
     *
     * @param personas whom they are, the most numerous first
     */
    public record Share(String code, List<Persona> personas, long count) {
        /** The most numerous kind of its readers. */
        public Persona first() {
            return personas.get(0);
        }
    }
}
