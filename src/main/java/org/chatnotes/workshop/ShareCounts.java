package org.chatnotes.workshop;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.chatnotes.editions.Breakdown;
import org.chatnotes.editions.Editions;
import org.chatnotes.editions.State;
import org.chatnotes.editions.Status;
import org.chatnotes.outbox.Domains;
import org.chatnotes.outbox.Outbox;
import org.chatnotes.outbox.Tally;

/** Counts an edition's shares, which looks at all of its rows; large ones not for every look at the page. */
final class ShareCounts {
    private static final int LARGEST = 5;
    private static final int LARGE = 10_000;
    private static final int KEPT = 20;
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final Editions editions;
    private final Outbox outbox;
    private final Clock clock;
    private final Map<Long, Counted> known = new ConcurrentHashMap<>();

    ShareCounts(Editions editions, Outbox outbox, Clock clock) {
        this.editions = editions;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @param tally and {@code at}: when it was counted */
    record Counted(Tally tally, Instant at, Breakdown breakdown, Domains domains) {}

    Counted of(Status status) {
        long id = status.edition().id();
        Counted before = known.get(id);
        if (before != null && stillGood(before, status)) {
            return before;
        }
        Counted counted = new Counted(
                status.tally(), clock.instant(), editions.breakdown(status.edition()), outbox.byDomain(id, LARGEST));
        if (status.tally().audience() >= LARGE) {
            if (known.size() >= KEPT) {
                known.clear();
            }
            known.put(id, counted);
        }
        return counted;
    }

    /** While it goes out, for some seconds; at rest, as long as nothing moves. */
    private boolean stillGood(Counted before, Status status) {
        boolean moving =
                status.edition().state() == State.SENDING || status.tally().started() > 0;
        return moving
                ? before.at().plus(FRESH).isAfter(clock.instant())
                : before.tally().equals(status.tally());
    }
}
