package org.chatnotes.runtime;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chatnotes.db.Database;
import org.jspecify.annotations.Nullable;

/**
 * The processes that send. Each has a row with a heartbeat. Another node is judged dead only after its row stood still
 * for a whole lease of our own unbroken contact; and who cannot renew for two thirds of a lease must stop by itself, so
 * that the two never meet. No clocks are compared.
 */
public final class Nodes {
    private final NodeStore store;
    private final Clock clock;
    private final Duration lease;
    private final boolean alone;
    private final Map<Long, Seen> others = new HashMap<>();
    private volatile long renewedAt;
    private volatile long beatenAt;
    private volatile @Nullable Long id;

    private record Seen(long beats, long sinceNanos) {}

    /** @param alone whether no other node can be alive while we send, so that all others are dead */
    public Nodes(Database database, Clock clock, Duration lease, boolean alone) {
        this.store = new NodeStore(database);
        this.clock = clock;
        this.lease = lease;
        this.alone = alone;
    }

    /** Enters this process, and gives its number. */
    public long join() {
        long asked = System.nanoTime();
        long joined = store.insert("pid " + ProcessHandle.current().pid(), clock.millis());
        id = joined;
        renewedAt = asked;
        return joined;
    }

    /** Whether it is time to {@link #beat}: six times a lease. */
    public boolean beatDue() {
        return System.nanoTime() - beatenAt >= lease.toNanos() / 6;
    }

    /**
     * Renews our own row and judges the others.
     *
     * @return nodes that are dead; the caller takes over what they held and then {@link #bury buries} them
     */
    public synchronized List<Long> beat() {
        Long own = id;
        if (own == null) {
            return List.of();
        }
        long asked = System.nanoTime();
        beatenAt = asked;
        boolean gap = asked - renewedAt > lease.toNanos() / 2;
        if (store.beat(own, clock.millis())) {
            renewedAt = asked;
        }
        Map<Long, Long> beats = store.beats();
        beats.remove(own);
        if (gap) {
            others.clear();
        }
        others.keySet().retainAll(beats.keySet());
        List<Long> dead = new ArrayList<>();
        beats.forEach((node, count) -> {
            Seen seen = others.get(node);
            if (seen == null || seen.beats() != count) {
                others.put(node, new Seen(count, asked));
                seen = others.get(node);
            }
            if (alone || seen != null && asked - seen.sinceNanos() > lease.toNanos()) {
                dead.add(node);
            }
        });
        return dead;
    }

    /** Whether we may still send: our row was renewed within two thirds of a lease. */
    public boolean current() {
        return alone || System.nanoTime() - renewedAt < lease.toNanos() / 3 * 2;
    }

    /** Forgets a dead node, once nothing of it is left. */
    public void bury(long node) {
        store.delete(node);
    }

    /** Leaves, once we hold nothing. */
    public void leave() {
        Long own = id;
        if (own != null) {
            store.delete(own);
            id = null;
        }
    }
}
