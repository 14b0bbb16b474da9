package org.chatnotes.notes;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a note is, and the only file that says which way it may go. */
public enum NoteState {
    DRAFT,
    IN_REVIEW,
    APPROVED;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Every edit leads back to draft; anything may be approved; only a draft asks for review. */
    public boolean mayBecome(NoteState next) {
        return switch (next) {
            case DRAFT, APPROVED -> true;
            case IN_REVIEW -> this != APPROVED;
        };
    }
}
