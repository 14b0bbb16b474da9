package org.chatnotes.lists;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a person stands to a list. */
public enum SubscriptionState {
    /** asked to confirm, not yet done */
    PENDING,
    ACTIVE,
    /** gets nothing until a day, and is active from that day on */
    PAUSED,
    /** left, or was taken off */
    UNSUBSCRIBED;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static SubscriptionState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
