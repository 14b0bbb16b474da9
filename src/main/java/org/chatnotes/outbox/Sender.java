package org.chatnotes.outbox;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.chatnotes.db.Database;
import org.chatnotes.events.Events;
import org.chatnotes.outbox.LedgerStore.Waiting;
import org.chatnotes.runtime.Crew;
import org.chatnotes.runtime.Nodes;
import org.chatnotes.runtime.SendingRight;
import org.chatnotes.runtime.Signal;
import org.chatnotes.signing.Signing;
import org.chatnotes.smtp.Relay;
import org.chatnotes.smtp.Reply;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sending half of a process. Once started it waits for the right to send, takes over what a dead sender left, and
 * sends until it is closed.
 */
public final class Sender implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);
    private static final Duration GLANCE = Duration.ofMillis(500);
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);
    private static final int CHUNK = 500;

    private final Database database;
    private final Clock clock;
    private final Events events;
    private final Signing signing;
    private final Supplier<Relay> relay;
    private final Composer composer;
    private final SenderSettings settings;
    private final SendingRight right;
    private final Duration lease;
    private final LedgerStore store;
    private final TallyStore tallies;
    private final Signal stop = new Signal();
    private final Signal ledgerStop = new Signal();
    private final Signal begun = new Signal();
    private final Crew heart = new Crew();
    private final Crew couriers = new Crew();
    private final Crew scribe = new Crew();
    private final List<Courier> all = new CopyOnWriteArrayList<>();
    private volatile @Nullable Shift shift;
    private volatile @Nullable Nodes nodes;
    private volatile boolean abandoned;

    /**
     * @param relay asked for each new connection
     * @param right by which one process sends; it is given back at the end
     * @param lease after how long without a sign of life another node takes over
     */
    public Sender(
            Database database,
            Clock clock,
            Events events,
            Signing signing,
            Supplier<Relay> relay,
            Composer composer,
            SenderSettings settings,
            SendingRight right,
            Duration lease) {
        this.database = database;
        this.clock = clock;
        this.events = events;
        this.signing = signing;
        this.relay = relay;
        this.composer = composer;
        this.settings = settings;
        this.right = right;
        this.lease = lease;
        this.store = new LedgerStore(database);
        this.tallies = new TallyStore(database);
    }

    /** Starts; returns at once. */
    public void start() {
        heart.start("sender", this::beat);
    }

    /** Waits until it has the right to send; false when another process still has it after that time. */
    public boolean awaitRight(Duration patience) {
        return begun.await(patience);
    }

    /** Whether this process sends. */
    public boolean sending() {
        return begun.given() && !stop.given();
    }

    /** Why nothing leaves although something is due: a held relay or a database that cannot be written. */
    public Optional<String> trouble() {
        Shift now = shift;
        if (now == null) {
            return Optional.empty();
        }
        String ledger = now.ledger.trouble();
        return ledger != null
                ? Optional.of("The database cannot be written: " + ledger)
                : Optional.ofNullable(now.health.held());
    }

    /** How many connections to the relay are open now. */
    public int connections() {
        return (int) all.stream().filter(Courier::connected).count();
    }

    private void beat() {
        Duration rest = lease.dividedBy(6).compareTo(GLANCE) < 0 ? lease.dividedBy(6) : GLANCE;
        while (!stop.given()) {
            try {
                Nodes joined = nodes;
                if (joined == null && right.tryTake()) {
                    begin();
                } else if (joined != null && joined.beatDue()) {
                    joined.beat().forEach(this::takeOver);
                }
            } catch (RuntimeException e) {
                LOG.warn("The sender's heartbeat failed, trying again: {}", e.toString());
            }
            all.forEach(Courier::closeIfStuck);
            stop.await(rest);
        }
    }

    private void begin() {
        Nodes joined = new Nodes(database, clock, lease, right.exclusive());
        long node = joined.join();
        Ledger ledger = new Ledger(database, events, node, ledgerStop);
        Shift fresh = new Shift(database, clock, settings, stop, ledger, node, relay, joined::current);
        joined.beat().forEach(this::takeOver);
        fresh.clearHold();
        shift = fresh;
        nodes = joined;
        scribe.start("ledger", ledger::run);
        couriers.start("feeder", new Feeder(database, fresh, node, composer, signing));
        // From four connections on, one is kept for single mails.
        for (int i = 0; i < settings.connections(); i++) {
            Courier courier = new Courier(fresh, i == 0 && settings.connections() >= 4);
            all.add(courier);
            couriers.start("courier-" + i, courier);
        }
        begun.give();
    }

    /** What a dead node had leased waits again; what it had started is in doubt. */
    private void takeOver(long dead) {
        Ruling ruling = new Ruling(settings);
        Reply reply = Reply.none("the sender stopped before the relay's answer was written down");
        List<Waiting> held = store.heldBy(dead, CHUNK);
        while (!held.isEmpty()) {
            List<Waiting> chunk = held;
            database.write(() -> {
                TallyChange tally = new TallyChange();
                store.giveBack(
                        dead,
                        chunk.stream()
                                .filter(row -> row.state() == DeliveryState.LEASED)
                                .map(Waiting::delivery)
                                .toList(),
                        clock.instant(),
                        tally);
                store.finish(
                        dead,
                        chunk.stream()
                                .filter(row -> row.state() == DeliveryState.STARTED)
                                .map(Waiting::delivery)
                                .map(row -> ruling.doubt(row, row.attempts(), clock.instant(), reply))
                                .toList(),
                        tally);
                tallies.apply(dead, tally);
            });
            held = store.heldBy(dead, CHUNK);
        }
        Nodes joined = nodes;
        if (joined != null) {
            joined.bury(dead);
        }
    }

    /** Drains: what is on the wire ends, leases go back; what is unanswered after the drain time is in doubt. */
    @Override
    public void close() {
        stop.give();
        heart.join(LAST_WORDS);
        Shift ended = shift;
        if (ended != null) {
            ended.backlog.close();
            if (!couriers.join(settings.drain())) {
                all.forEach(Courier::abort);
                couriers.join(LAST_WORDS);
            }
            ledgerStop.give();
            scribe.join(LAST_WORDS);
            giveAllBack(ended);
        }
        right.close();
    }

    private void giveAllBack(Shift ended) {
        try {
            ended.giveBack(ended.backlog.clear());
            Nodes joined = nodes;
            if (joined != null) {
                joined.leave();
            }
        } catch (RuntimeException e) {
            LOG.warn("Leases could not be given back; the next sender takes them over: {}", e.toString());
        }
    }

    /** For tests: ends like a killed process, without a word to relay or database. */
    void abandon() {
        abandoned = true;
        stop.give();
        ledgerStop.give();
        all.forEach(Courier::abort);
        heart.join(LAST_WORDS);
        couriers.join(LAST_WORDS);
        scribe.join(LAST_WORDS);
        right.close();
    }

    boolean abandoned() {
        return abandoned;
    }
}
