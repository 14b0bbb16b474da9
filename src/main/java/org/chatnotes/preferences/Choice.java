package org.chatnotes.preferences;

import java.time.LocalDate;
import java.util.Set;
import org.chatnotes.subscribers.Format;
import org.jspecify.annotations.Nullable;

/**
 * What a reader chose on the preferences page.
 *
 * @param programmes and {@code roles}: codes
 * @param pause what to do about a pause
 * @param until the day on which mail comes again; of {@link Pause#UNTIL} only
 */
public record Choice(
        Set<String> programmes,
        Set<String> roles,
        @Nullable String language,
        Format format,
        Pause pause,
        @Nullable LocalDate until) {
    /** None, the one there is, or a new one. */
    public enum Pause {
        NONE,
        KEEP,
        UNTIL
    }
}
