package org.chatnotes.outbox;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Claimed and composed deliveries that wait for a connection, so that none waits for the database. */
final class Backlog {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final Condition lowered = lock.newCondition();
    private final Deque<Work> singles = new ArrayDeque<>();
    private final Deque<Work> bulk = new ArrayDeque<>();
    private final int low;
    private boolean closed;

    /** @param low below how many {@link #awaitLow} returns */
    Backlog(int low) {
        this.low = low;
    }

    void add(Collection<Work> works) {
        lock.lock();
        try {
            for (Work work : works) {
                (work.single() ? singles : bulk).addLast(work);
            }
            filled.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Puts one back in front. */
    void putBack(Work work) {
        lock.lock();
        try {
            (work.single() ? singles : bulk).addFirst(work);
            filled.signal();
        } finally {
            lock.unlock();
        }
    }

    /** The next one, single mails first; null when there is none for that long, or no more at all. */
    @Nullable
    Work take(boolean singlesOnly, Duration patience) {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (!closed) {
                Work work = singles.pollFirst();
                if (work == null && !singlesOnly) {
                    work = bulk.pollFirst();
                }
                if (work != null) {
                    if (bulk.size() < low) {
                        lowered.signal();
                    }
                    return work;
                }
                if (left <= 0) {
                    return null;
                }
                left = filled.awaitNanos(left);
            }
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until more could be claimed, but not longer. */
    boolean awaitLow(Duration patience) {
        lock.lock();
        try {
            return !closed && (bulk.size() < low || lowered.await(patience.toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return bulk.size();
        } finally {
            lock.unlock();
        }
    }

    /** Takes out what belongs to no open edition. */
    List<Ready> removeClosed(Set<Long> openEditions) {
        lock.lock();
        try {
            List<Ready> removed = new ArrayList<>();
            for (Iterator<Work> works = bulk.iterator(); works.hasNext(); ) {
                Ready delivery = works.next().delivery();
                if (!openEditions.contains(delivery.editionId())) {
                    works.remove();
                    removed.add(delivery);
                }
            }
            return removed;
        } finally {
            lock.unlock();
        }
    }

    /** Takes out everything. */
    List<Ready> clear() {
        lock.lock();
        try {
            List<Ready> removed = new ArrayList<>();
            singles.forEach(work -> removed.add(work.delivery()));
            bulk.forEach(work -> removed.add(work.delivery()));
            singles.clear();
            bulk.clear();
            return removed;
        } finally {
            lock.unlock();
        }
    }

    /** Gives nothing out any more. */
    void close() {
        lock.lock();
        try {
            closed = true;
            filled.signalAll();
            lowered.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
