package org.chatnotes.editions;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * When an edition goes out.
 *
 * @param local the local time, or null for now
 * @param zone in which the local time is read: a zone name; with {@code eachReadersZone} for readers who named none
 * @param eachReadersZone every reader at that time in the reader's own zone
 * @param ifPast what happens to readers for whom that time is already over
 */
public record Plan(@Nullable LocalDateTime local, String zone, boolean eachReadersZone, IfPast ifPast) {
    /** For readers whose local time has passed: at once, a day later, or not at all. */
    public enum IfPast {
        NOW,
        NEXT_DAY,
        SKIP
    }

    public static Plan now() {
        return new Plan(null, "UTC", false, IfPast.NOW);
    }

    public static Plan at(LocalDateTime local, String zone) {
        return new Plan(local, zone, false, IfPast.NOW);
    }

    public static Plan inEachReadersZone(LocalDateTime local, String fallbackZone, IfPast ifPast) {
        return new Plan(local, fallbackZone, true, ifPast);
    }
}
