package org.chatnotes.editions;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The states of an edition and its legal moves. */
public enum State {
    SCHEDULED,
    FREEZING,
    SENDING,
    PAUSED,
    HELD,
    SENT,
    CANCELLED;

    /** The states this one may move to. */
    public Set<State> next() {
        return switch (this) {
            case SCHEDULED -> EnumSet.of(FREEZING, PAUSED, HELD, CANCELLED);
            case FREEZING -> EnumSet.of(SENDING, PAUSED, HELD, CANCELLED);
            case SENDING -> EnumSet.of(PAUSED, HELD, SENT, CANCELLED);
            case PAUSED, HELD -> EnumSet.of(SCHEDULED, FREEZING, SENDING, CANCELLED);
            // Again for the failed, or for those who joined since.
            case SENT -> EnumSet.of(SENDING, FREEZING);
            case CANCELLED -> EnumSet.noneOf(State.class);
        };
    }

    public boolean over() {
        return this == SENT || this == CANCELLED;
    }

    /** As the database and the API write it. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static State of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
