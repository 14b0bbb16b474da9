package org.chatnotes.outbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Whether the relay takes mail from us. It is held when no session opens, when five in a row end before taking a
 * message, when it refuses us, or after five doubts in a row; then one session at a time tries again by itself.
 */
final class RelayHealth {
    private static final int IN_A_ROW = 5;
    private static final Duration MAX_PAUSE = Duration.ofMinutes(1);

    private final Duration firstPause;
    private @Nullable String reason;
    private Duration pause;
    private long nextTry;
    private boolean probing;
    private int open;
    private int emptyInRow;
    private int doubtsInRow;

    RelayHealth(Duration firstPause) {
        this.firstPause = firstPause;
        this.pause = firstPause;
    }

    /** Why it is held, or null. */
    synchronized @Nullable String held() {
        return reason;
    }

    /** Whether the caller may open a session now; while held, one at a time after a pause. */
    synchronized boolean mayOpen() {
        if (reason == null) {
            return true;
        }
        if (probing || System.nanoTime() - nextTry < 0) {
            return false;
        }
        probing = true;
        return true;
    }

    synchronized void opened() {
        open++;
        probing = false;
        reason = null;
        doubtsInRow = 0;
    }

    /** A session that {@link #mayOpen} allowed did not come to be. */
    synchronized void notOpened(String why) {
        probing = false;
        emptyInRow++;
        if (open == 0 || reason != null) {
            hold(why);
        }
    }

    /** @param taken whether it has taken any message */
    synchronized void closed(boolean taken, String why) {
        open--;
        emptyInRow = taken ? 0 : emptyInRow + 1;
        if (emptyInRow >= IN_A_ROW) {
            hold(why);
        }
    }

    synchronized void tookMessage() {
        emptyInRow = 0;
        doubtsInRow = 0;
        pause = firstPause;
    }

    synchronized void doubted(String why) {
        doubtsInRow++;
        if (doubtsInRow >= IN_A_ROW) {
            hold(why);
        }
    }

    /** It refuses us: no message is at fault. */
    synchronized void refusedUs(String why) {
        hold(why);
    }

    private void hold(String why) {
        if (reason == null || System.nanoTime() - nextTry >= 0) {
            nextTry = System.nanoTime() + pause.toNanos();
            Duration doubled = pause.multipliedBy(2);
            pause = doubled.compareTo(MAX_PAUSE) > 0 ? MAX_PAUSE : doubled;
        }
        reason = why;
        emptyInRow = 0;
        doubtsInRow = 0;
    }
}
