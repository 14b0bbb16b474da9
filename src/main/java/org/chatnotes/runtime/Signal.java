package org.chatnotes.runtime;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Something that is said once and then true for ever, such as "stop". */
public final class Signal {
    private final CountDownLatch latch = new CountDownLatch(1);

    public void give() {
        latch.countDown();
    }

    public boolean given() {
        return latch.getCount() == 0;
    }

    /** Rests until it is given, but not longer; whether it is given. */
    public boolean await(Duration rest) {
        try {
            return latch.await(rest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
