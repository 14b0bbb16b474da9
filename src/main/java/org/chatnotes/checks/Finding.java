package org.chatnotes.checks;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something to mend before a note goes out.
 *
 * @param blockId the block it is about; null: the note as a whole
 * @param field of the block or the note: {@code html}, {@code alt}, {@code subject}; null: the block as a whole
 * @param message a sentence: what is wrong, where, what to do
 */
public record Finding(
        Level level, @Nullable String blockId, @Nullable String field, String message) {
    /** Whether it keeps the note from being approved and sent. */
    public enum Level {
        BLOCK,
        WARN;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean blocks() {
        return level == Level.BLOCK;
    }
}
