package org.chatnotes.editions;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.chatnotes.db.Database;
import org.chatnotes.events.Events;
import org.chatnotes.outbox.DeadAddress;
import org.chatnotes.outbox.Outbox;
import org.chatnotes.problem.Problem;
import org.chatnotes.runtime.Worker;
import org.chatnotes.subscribers.AddressState;
import org.chatnotes.subscribers.Subscribers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Moves editions on: freezes what is due, sees what is sent or held, sweeps what is cancelled, marks dead addresses. */
final class EditionWorker implements Worker {
    private static final Logger LOG = LoggerFactory.getLogger(EditionWorker.class);
    private static final int CHUNK = 500;

    private final Database database;
    private final Clock clock;
    private final Events events;
    private final EditionStore editions;
    private final Freezer freezer;
    private final Outbox outbox;
    private final Subscribers subscribers;

    EditionWorker(
            Database database,
            Clock clock,
            Events events,
            EditionStore editions,
            Freezer freezer,
            Outbox outbox,
            Subscribers subscribers) {
        this.database = database;
        this.clock = clock;
        this.events = events;
        this.editions = editions;
        this.freezer = freezer;
        this.outbox = outbox;
        this.subscribers = subscribers;
    }

    @Override
    public Duration rest() {
        return Duration.ofMillis(200);
    }

    @Override
    public void tick() {
        begin();
        editions.in(State.FREEZING).forEach(this::freeze);
        editions.in(State.SENDING).forEach(this::look);
        editions.toSweep().forEach(this::sweep);
        outbox.deadAddresses(CHUNK).forEach(this::bury);
    }

    /** "Now" is frozen at once, everything else ten minutes before its first reader's time. */
    private void begin() {
        for (Edition edition : editions.in(State.SCHEDULED)) {
            Duration ahead = edition.plan().local() == null ? Duration.ZERO : DuePlan.AHEAD;
            if (!edition.dueAt().minus(ahead).isAfter(clock.instant())) {
                editions.move(edition.id(), State.SCHEDULED, State.FREEZING, null, clock.instant());
            }
        }
    }

    private void freeze(Edition edition) {
        try {
            freezer.freeze(edition);
        } catch (Problem problem) {
            hold(edition, "It cannot be prepared: " + problem.sentence());
        } catch (IllegalStateException fault) {
            LOG.error("Edition {} cannot be prepared", edition.id(), fault);
            hold(edition, "It cannot be prepared: " + fault.getMessage());
        }
    }

    private void look(Edition edition) {
        outbox.heldBecause(edition.id()).ifPresentOrElse(reason -> hold(edition, reason), () -> endIfSettled(edition));
    }

    private void hold(Edition edition, String reason) {
        database.write(() -> {
            if (editions.move(edition.id(), edition.state(), State.HELD, reason, clock.instant())) {
                events.record("edition.held", Edition.subject(edition.id()), Map.of("reason", reason));
            }
        });
    }

    private void endIfSettled(Edition edition) {
        if (outbox.settled(edition.id())) {
            database.write(() -> {
                if (editions.move(edition.id(), State.SENDING, State.SENT, null, clock.instant())) {
                    outbox.stop(edition.id());
                    events.record(
                            "edition.sent",
                            Edition.subject(edition.id()),
                            Map.of("sent", outbox.tally(edition.id()).sent()));
                }
            });
        }
    }

    /** Takes back what waits; what a sender still holds comes back within moments and is taken at the next tick. */
    private void sweep(long id) {
        int taken = CHUNK;
        while (taken == CHUNK) {
            taken = outbox.skipWaiting(id, "cancelled", CHUNK);
        }
        if (outbox.settled(id)) {
            editions.swept(id);
        }
    }

    /** The mark withdraws whatever else waits for that person. */
    private void bury(DeadAddress dead) {
        database.write(() -> {
            String reply = outbox.require(dead.deliveryId()).attempts().stream()
                    .reduce((earlier, later) -> later)
                    .map(attempt -> attempt.reply())
                    .orElse("refused");
            if (subscribers.find(dead.subscriberId()).isPresent()) {
                subscribers.mark(dead.subscriberId(), AddressState.BOUNCED, reply);
            }
            outbox.acknowledge(dead);
        });
    }
}
