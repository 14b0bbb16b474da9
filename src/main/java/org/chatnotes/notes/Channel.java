package org.chatnotes.notes;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a block may appear. */
public enum Channel {
    /** the HTML part of a mail */
    HTML,
    /** the text part of a mail */
    TEXT,
    /** the page in the archive and "read in the browser" */
    WEB,
    /** the printed handout */
    PRINT;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
