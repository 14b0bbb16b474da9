package org.chatnotes.subscribers;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What is known of an address, for all lists. Only {@link #OK} gets mail. */
public enum AddressState {
    OK,
    BOUNCED,
    COMPLAINED,
    ERASED;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The legal moves: an address that failed may be good again; a complaint or an erasure is final. */
    boolean mayBecome(AddressState next) {
        return switch (this) {
            case OK -> next != OK;
            case BOUNCED -> next != BOUNCED;
            case COMPLAINED -> next == ERASED;
            case ERASED -> false;
        };
    }

    static AddressState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
