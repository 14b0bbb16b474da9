package org.chatnotes.outbox;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where one delivery stands; DESIGN's ledger states. */
public enum DeliveryState {
    QUEUED,
    LEASED,
    STARTED,
    SENT,
    RETRYING,
    FAILED,
    SKIPPED,
    UNKNOWN;

    /** As the database and the API write it. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static DeliveryState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
