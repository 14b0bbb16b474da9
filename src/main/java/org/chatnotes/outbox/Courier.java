package org.chatnotes.outbox;

import java.time.Duration;
import java.time.Instant;
import org.chatnotes.smtp.Connection;
import org.chatnotes.smtp.NoSession;
import org.chatnotes.smtp.Outcome;
import org.chatnotes.smtp.Reply;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection's work: takes a delivery, sends all of it but the dot, waits for the ledger, sends the dot. */
final class Courier implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final Duration PATIENCE = Duration.ofMillis(200);
    private static final long REST_NANOS = Duration.ofSeconds(10).toNanos();
    private static final Duration MAX_PAUSE = Duration.ofMinutes(1);

    private final Shift shift;
    private final boolean singlesOnly;
    private volatile @Nullable Connection connection;
    private @Nullable Finish pending;
    private boolean took;
    private long usedAt;
    private Duration pause;

    /** @param singlesOnly whether this connection is kept for single mails */
    Courier(Shift shift, boolean singlesOnly) {
        this.shift = shift;
        this.singlesOnly = singlesOnly;
        this.pause = shift.settings.relayPause();
    }

    @Override
    public void run() {
        while (!shift.stop.given()) {
            try {
                turn();
            } catch (RuntimeException e) {
                LOG.warn("A connection had a mishap and goes on: {}", e.toString());
                drop(false);
                shift.stop.await(PATIENCE);
            }
        }
        report();
        drop(true);
    }

    boolean connected() {
        return connection != null;
    }

    private void turn() {
        if (shift.health.held() != null) {
            report();
            drop(true);
            probe();
        } else {
            step();
        }
    }

    private void step() {
        Work work = shift.backlog.take(singlesOnly, pending == null ? PATIENCE : Duration.ZERO);
        if (work == null) {
            report();
            boolean rested = connection != null && System.nanoTime() - usedAt > REST_NANOS;
            if (rested) {
                drop(true);
            }
            return;
        }
        Connection open = ready();
        if (open == null) {
            shift.backlog.putBack(work);
        } else if (shift.isOpen(work)) {
            send(open, work);
        } else {
            shift.giveBack(work.delivery());
        }
    }

    /** A session that can take a message now; null when there is none, after a while. */
    private @Nullable Connection ready() {
        Connection open = connection;
        boolean tired = open != null && System.nanoTime() - usedAt > PATIENCE.toNanos();
        if (open != null && (tired ? open.rested() : open.usable())) {
            return open;
        }
        // Nobody waits for a slow session to learn what became of the last message.
        report();
        drop(false);
        return shift.health.mayOpen() ? open() : null;
    }

    private @Nullable Connection open() {
        try {
            Connection fresh = Connection.open(shift.relay(), shift.settings.heloName(), shift.settings.timeout());
            connection = fresh;
            took = false;
            usedAt = System.nanoTime();
            pause = shift.settings.relayPause();
            shift.opened();
            return fresh;
        } catch (NoSession refused) {
            shift.notOpened(refused.outcome().reply().toString());
            if (shift.health.held() == null) {
                // Others have sessions: the relay only wants fewer of them.
                shift.stop.await(pause);
                Duration doubled = pause.multipliedBy(2);
                pause = doubled.compareTo(MAX_PAUSE) > 0 ? MAX_PAUSE : doubled;
            }
            return null;
        }
    }

    /** While the relay is held, one courier at a time tries to open a session. */
    private void probe() {
        if (shift.health.mayOpen()) {
            open();
        } else {
            shift.stop.await(shift.probeRest());
        }
    }

    private void send(Connection open, Work work) {
        Ready delivery = work.delivery();
        Instant date = delivery.firstStarted() == null ? shift.clock.instant() : delivery.firstStarted();
        byte[] message = bytes(work, date);
        if (message == null) {
            return;
        }
        Ledger.Ticket ticket = shift.ledger.submit(pending, delivery, date);
        pending = null;
        Outcome outcome = open.begin(work.envelope(), message, !work.single());
        if (!ticket.await()) {
            // Taken back: the reader left, or the ledger is closed. Without its dot the message does not exist.
            if (outcome == null) {
                open.abort();
                drop(false);
            }
            return;
        }
        if (outcome == null) {
            outcome = shift.mayFinish() ? open.finish() : cutOff(open);
        }
        usedAt = System.nanoTime();
        pending = shift.ruling.of(delivery, outcome, shift.clock.instant());
        judge(work, outcome);
    }

    /** The bytes, or null when they cannot be made: that reader is skipped and named, the others go on. */
    private byte @Nullable [] bytes(Work work, Instant date) {
        try {
            return work.bytes(date);
        } catch (RuntimeException e) {
            LOG.error("Delivery {} cannot be made", work.delivery().id(), e);
            shift.skip(work.delivery(), "its mail cannot be made");
            return null;
        }
    }

    private static Outcome cutOff(Connection open) {
        open.abort();
        return new Outcome.Broken(Reply.none("this node lost the database"), true);
    }

    private void judge(Work work, Outcome outcome) {
        if (outcome instanceof Outcome.Sent) {
            took = true;
            shift.health.tookMessage();
        } else if (outcome instanceof Outcome.Doubt doubt) {
            shift.doubted(doubt.reply().toString());
        } else if (outcome instanceof Outcome.AboutUs aboutUs) {
            shift.refusedUs(aboutUs.reply().toString());
        } else if (outcome instanceof Outcome.Refused || outcome instanceof Outcome.Deferred) {
            // The relay works: it judged this message.
            took = true;
        }
        shift.watch(work.delivery(), outcome);
        Connection open = connection;
        if (open != null && !open.usable()) {
            report();
            drop(false, outcome.reply().toString());
        }
    }

    /** Hands in the last outcome without waiting for a next message. */
    private void report() {
        Finish last = pending;
        if (last != null) {
            shift.ledger.submit(last, null, last.at()).await();
            pending = null;
        }
    }

    private void drop(boolean politely) {
        drop(politely, "the relay closed the connection");
    }

    private void drop(boolean politely, String why) {
        Connection open = connection;
        if (open == null) {
            return;
        }
        connection = null;
        if (politely) {
            open.close();
        } else {
            open.abort();
        }
        shift.closed(took || politely, why);
    }

    /** For the heart's thread: breaks what hangs. */
    void closeIfStuck() {
        Connection open = connection;
        if (open != null) {
            open.closeIfStuck(System.nanoTime());
        }
    }

    /** For the stopping thread: what is unanswered then is in doubt. */
    void abort() {
        Connection open = connection;
        if (open != null) {
            open.abort();
        }
    }
}
