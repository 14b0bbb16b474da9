package org.chatnotes.editions;

import java.util.List;
import java.util.Set;
import org.chatnotes.subscribers.Format;

/**
 * How many would get an edition if it were frozen now.
 *
 * @param total readers who are active now
 */
public record Forecast(long total, List<Share> variants) {
    /**
     * Readers who see the same.
     *
     * @param programmes and {@code roles}: codes of the first such reader
     */
    public record Share(Set<String> programmes, Set<String> roles, String language, Format format, long count) {}
}
