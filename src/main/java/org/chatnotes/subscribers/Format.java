package org.chatnotes.subscribers;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a person wants her mail: HTML with a text part, or text alone. */
public enum Format {
    HTML,
    TEXT;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
