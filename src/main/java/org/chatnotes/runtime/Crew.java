package org.chatnotes.runtime;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Threads that begin and end together. */
public final class Crew {
    private final List<Thread> threads = new CopyOnWriteArrayList<>();

    /** Starts a thread; it must end by itself when told to stop. */
    public void start(String name, Runnable work) {
        Thread thread = new Thread(null, work, "chatnotes-" + name, 256 * 1024);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    /** Waits until all have ended, but not longer; whether they have. */
    public boolean join(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        boolean interrupted = false;
        boolean ended = true;
        for (Thread thread : threads) {
            long left = Math.max(1, (deadline - System.nanoTime()) / 1_000_000);
            try {
                thread.join(left);
            } catch (InterruptedException e) {
                interrupted = true;
            }
            ended &= !thread.isAlive();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return ended;
    }
}
