package org.chatnotes.editions;

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
            case SCHEDULED -> EnumSet.of(FREEZING, HELD, CANCELLED);
            case FREEZING -> EnumSet.of(SENDING, HELD, CANCELLED);
            case SENDING -> EnumSet.of(PAUSED, HELD, SENT, CANCELLED);
            case PAUSED, HELD -> EnumSet.of(SCHEDULED, FREEZING, SENDING, CANCELLED);
            case SENT -> EnumSet.of(SENDING); // retry of the failed, and of those who joined since
            case CANCELLED -> EnumSet.noneOf(State.class);
        };
    }

    public boolean over() {
        return this == SENT || this == CANCELLED;
    }

    /** As the database and the API write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static State of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
