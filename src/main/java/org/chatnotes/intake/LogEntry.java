package org.chatnotes.intake;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the import repaired, asks or remarks.
 *
 * @param line of the file it is about, from 1; 0 is the whole file
 * @param what in a sentence
 * @param blockId the block it touched, or null
 */
public record LogEntry(
        int line, Kind kind, String what, @Nullable String blockId) {
    /** Whether it was mended, waits for the editor, or is only said. */
    public enum Kind {
        FIXED,
        ASK,
        INFO;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
