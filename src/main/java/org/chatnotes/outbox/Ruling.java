package org.chatnotes.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.chatnotes.smtp.Outcome;
import org.chatnotes.smtp.Outcome.AboutUs;
import org.chatnotes.smtp.Outcome.Broken;
import org.chatnotes.smtp.Outcome.Deferred;
import org.chatnotes.smtp.Outcome.Refused;
import org.chatnotes.smtp.Outcome.Sent;
import org.chatnotes.smtp.Reply;
import org.jspecify.annotations.Nullable;

/** What an outcome makes of a delivery: the delivery contract in one place. */
final class Ruling {
    private static final int MAX_RESENDS = 3;
    /** Retries of one moment spread by a sixth to both sides, so that they do not all come back at once. */
    private static final double JITTER = 1.0 / 6;

    private final SenderSettings settings;

    Ruling(SenderSettings settings) {
        this.settings = settings;
    }

    Finish of(Ready delivery, Outcome outcome, Instant now) {
        int attempts = delivery.attempts() + 1;
        Reply reply = outcome.reply();
        if (outcome instanceof Sent) {
            return settled(delivery, DeliveryState.SENT, attempts, now, "sent", reply, false);
        }
        if (outcome instanceof Refused refused) {
            return settled(delivery, DeliveryState.FAILED, attempts, now, "failed", reply, refused.addressDead());
        }
        if (outcome instanceof Deferred) {
            return later(delivery, attempts, now, "deferred", reply);
        }
        if (outcome instanceof Broken broken && !broken.untouched()) {
            return later(delivery, attempts, now, "broken", reply);
        }
        if (outcome instanceof Broken || outcome instanceof AboutUs) {
            // Not the message's fault: it waits as if nothing had happened.
            return waiting(
                    delivery, DeliveryState.QUEUED, now, delivery.attempts(), delivery.doubts(), now, "broken", reply);
        }
        return doubt(delivery, attempts, now, reply);
    }

    /** Also for what a dead sender had started. */
    Finish doubt(Ready delivery, int attempts, Instant now, Reply reply) {
        int doubts = delivery.doubts() + 1;
        Instant due = settings.resendDoubts() && doubts <= MAX_RESENDS ? now.plus(delay(1)) : null;
        return waiting(delivery, DeliveryState.UNKNOWN, due, attempts, doubts, now, "doubt", reply);
    }

    private Finish later(Ready delivery, int attempts, Instant now, String outcome, Reply reply) {
        Instant first = delivery.firstStarted() == null ? now : delivery.firstStarted();
        Instant next = now.plus(delay(attempts));
        if (!next.isAfter(first.plus(settings.retryFor()))) {
            return waiting(delivery, DeliveryState.RETRYING, next, attempts, delivery.doubts(), now, outcome, reply);
        }
        return delivery.doubts() > 0
                ? waiting(delivery, DeliveryState.UNKNOWN, null, attempts, delivery.doubts(), now, outcome, reply)
                : settled(delivery, DeliveryState.FAILED, attempts, now, outcome, reply, false);
    }

    /** A delivery that was in doubt before may have arrived: while it waits it counts as unknown. */
    private static Finish waiting(
            Ready delivery,
            DeliveryState state,
            @Nullable Instant due,
            int attempts,
            int doubts,
            Instant now,
            String outcome,
            Reply reply) {
        return new Finish(
                delivery,
                doubts > 0 ? DeliveryState.UNKNOWN : state,
                due,
                attempts,
                doubts,
                now,
                outcome,
                reply,
                false);
    }

    private static Finish settled(
            Ready delivery, DeliveryState state, int attempts, Instant now, String outcome, Reply reply, boolean dead) {
        return new Finish(delivery, state, null, attempts, delivery.doubts(), now, outcome, reply, dead);
    }

    /** The wait before another try, after so many of them. */
    private Duration delay(int attempts) {
        List<Duration> delays = settings.retryDelays();
        Duration plain = delays.get(Math.min(attempts, delays.size()) - 1);
        double factor = 1 + JITTER * (2 * ThreadLocalRandom.current().nextDouble() - 1);
        return Duration.ofNanos((long) (plain.toNanos() * factor));
    }
}
