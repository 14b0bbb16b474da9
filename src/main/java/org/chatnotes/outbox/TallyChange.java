package org.chatnotes.outbox;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the moves of one transaction change the tallies of editions; single mails are not counted. */
final class TallyChange {
    private static final int WIDTH = Column.values().length;

    /** The counters of a tally; leased deliveries count as queued. */
    enum Column {
        QUEUED,
        STARTED,
        SENT,
        RETRYING,
        FAILED,
        SKIPPED,
        UNKNOWN,
        RESEND
    }

    private final Map<Long, long[]> changes = new HashMap<>();

    static Column column(DeliveryState state) {
        return switch (state) {
            case QUEUED, LEASED -> Column.QUEUED;
            case STARTED -> Column.STARTED;
            case SENT -> Column.SENT;
            case RETRYING -> Column.RETRYING;
            case FAILED -> Column.FAILED;
            case SKIPPED -> Column.SKIPPED;
            case UNKNOWN -> Column.UNKNOWN;
        };
    }

    void add(@Nullable Long editionId, Column column, long count) {
        if (editionId != null && editionId != 0 && count != 0) {
            changes.computeIfAbsent(editionId, id -> new long[WIDTH])[column.ordinal()] += count;
        }
    }

    /** Deliveries went from one state to another. */
    void move(@Nullable Long editionId, DeliveryState from, DeliveryState to, long count) {
        add(editionId, column(from), -count);
        add(editionId, column(to), count);
    }

    Map<Long, long[]> all() {
        return changes;
    }
}
