package org.chatnotes.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.chatnotes.db.Database;
import org.chatnotes.events.Events;
import org.chatnotes.runtime.Signal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what all connections did and are about to do, in group commits: one carries the outcome of each connection's
 * last message and {@code started} of its next. A final dot waits for its commit.
 */
final class Ledger {
    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);
    private static final int MAX_GROUP = 500;
    private static final Duration PAUSE = Duration.ofMillis(500);

    /** One connection's entry. */
    static final class Ticket {
        private final @Nullable Finish finish;
        private final @Nullable Ready start;
        private final Instant date;
        private final Thread owner = Thread.currentThread();
        private volatile boolean done;
        private volatile boolean started;

        private Ticket(@Nullable Finish finish, @Nullable Ready start, Instant date) {
            this.finish = finish;
            this.start = start;
            this.date = date;
        }

        private void complete(boolean hasStarted) {
            started = hasStarted;
            done = true;
            LockSupport.unpark(owner);
        }

        /** Waits for the commit; whether the delivery is started now, and was not taken back before. */
        boolean await() {
            while (!done) {
                LockSupport.park(this);
            }
            return started;
        }

        boolean done() {
            return done;
        }
    }

    private final Database database;
    private final LedgerStore store;
    private final TallyStore tallies;
    private final Events events;
    private final long node;
    private final Signal stop;
    private final LinkedBlockingQueue<Ticket> queue = new LinkedBlockingQueue<>();
    private volatile @Nullable String trouble;
    private volatile boolean ended;

    Ledger(Database database, Events events, long node, Signal stop) {
        this.database = database;
        this.store = new LedgerStore(database);
        this.tallies = new TallyStore(database);
        this.events = events;
        this.node = node;
        this.stop = stop;
    }

    /** Hands in an entry; call {@link Ticket#await} on the same thread before the final dot. */
    Ticket submit(@Nullable Finish finish, @Nullable Ready start, Instant date) {
        Ticket ticket = new Ticket(finish, start, date);
        queue.add(ticket);
        if (ended) {
            abandon();
        }
        return ticket;
    }

    /** Why nothing can be written now, or null. */
    @Nullable
    String trouble() {
        return trouble;
    }

    /** Writes until told to stop and nothing is left. */
    void run() {
        List<Ticket> group = new ArrayList<>(MAX_GROUP);
        while (!stop.given() || !queue.isEmpty()) {
            Ticket first = next();
            if (first != null) {
                group.add(first);
                queue.drainTo(group, MAX_GROUP - 1);
                if (!writeUntilDone(group)) {
                    break;
                }
                group.clear();
            }
        }
        ended = true;
        group.forEach(ticket -> ticket.complete(false));
        abandon();
    }

    private void abandon() {
        Ticket ticket = queue.poll();
        while (ticket != null) {
            ticket.complete(false);
            ticket = queue.poll();
        }
    }

    private @Nullable Ticket next() {
        try {
            return queue.poll(100, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    /** A full disk or a lost database stops the mailing and not the ledger: it tries until it can write. */
    private boolean writeUntilDone(List<Ticket> group) {
        boolean again = false;
        while (true) {
            try {
                boolean repeated = again;
                boolean[] started = database.write(() -> write(group, repeated));
                trouble = null;
                for (int i = 0; i < group.size(); i++) {
                    group.get(i).complete(started[i]);
                }
                return true;
            } catch (RuntimeException e) {
                if (trouble == null) {
                    LOG.error("The ledger cannot be written; sending waits: {}", e.toString());
                }
                trouble = String.valueOf(e.getMessage());
                again = true;
                if (stop.await(PAUSE)) {
                    return false;
                }
            }
        }
    }

    private boolean[] write(List<Ticket> group, boolean repeated) {
        TallyChange tally = new TallyChange();
        List<Finish> finishes = new ArrayList<>(group.size());
        List<LedgerStore.Start> starts = new ArrayList<>(group.size());
        for (Ticket ticket : group) {
            if (ticket.finish != null) {
                finishes.add(ticket.finish);
            }
            if (ticket.start != null) {
                starts.add(new LedgerStore.Start(ticket.start, ticket.date));
            }
        }
        store.finish(node, finishes, tally).forEach(this::tell);
        int[] changed = store.start(node, starts, tally);
        tallies.apply(node, tally);
        boolean[] started = new boolean[group.size()];
        int at = 0;
        for (int i = 0; i < started.length; i++) {
            Ready start = group.get(i).start;
            if (start != null) {
                // After a failed commit nobody knows whether it came through: the row does.
                started[i] = changed[at] == 1 || repeated && store.startedBy(node, start.id());
                at++;
            }
        }
        return started;
    }

    /** Refusals are told of; the many that go well are rows of the ledger and no events. */
    private void tell(Finish finish) {
        Long subscriber = finish.delivery().subscriberId();
        if (finish.state() == DeliveryState.FAILED && subscriber != null) {
            events.record(
                    "delivery.failed",
                    "subscriber:" + subscriber,
                    Map.of(
                            "delivery", finish.delivery().id(),
                            "edition", String.valueOf(finish.delivery().editionId()),
                            "reply", finish.reply().toString()));
        }
    }
}
