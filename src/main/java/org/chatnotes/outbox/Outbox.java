package org.chatnotes.outbox;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chatnotes.db.Database;
import org.chatnotes.outbox.TallyChange.Column;
import org.chatnotes.problem.Problem;
import org.jspecify.annotations.Nullable;

/** The ledger: every mail that goes out is a row here, whatever feature it comes from. */
public final class Outbox {
    /** Those who queue and take back count in a row of their own: no sender has this number. */
    private static final long NOBODY = 0;

    private final Database database;
    private final Clock clock;
    private final DeliveryStore deliveries;
    private final TallyStore tallies;
    private final MailingStore mailings;
    private final ShareStore shares;

    public Outbox(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.deliveries = new DeliveryStore(database);
        this.tallies = new TallyStore(database);
        this.mailings = new MailingStore(database);
        this.shares = new ShareStore(database);
    }

    /** Queues deliveries of an edition; those already there are left as they are. */
    public void enqueue(long editionId, long scope, List<NewDelivery> queued) {
        if (!queued.isEmpty()) {
            database.write(() -> {
                TallyChange tally = new TallyChange();
                deliveries.insert(editionId, scope, queued, clock.instant(), tally);
                tallies.apply(NOBODY, tally);
            });
        }
    }

    /** Queues one mail that goes out before all bulk mail, and gives its delivery's id. */
    public long single(SingleMail mail) {
        return database.write(() -> deliveries.insertSingle(mail, clock.instant()));
    }

    /** Lets senders claim an edition's deliveries. */
    public void open(long editionId) {
        mailings.put(editionId, MailingStore.OPEN, null);
    }

    /** Lets them claim no more; what is on the wire ends. */
    public void stop(long editionId) {
        mailings.put(editionId, MailingStore.STOPPED, null);
    }

    /** Why senders stopped an edition by themselves, if they did. */
    public Optional<String> heldBecause(long editionId) {
        return mailings.heldBecause(editionId);
    }

    /** Why the relay takes nothing now, if that is so, as its sender sees it. */
    public Optional<String> relayHold() {
        return mailings.relayHold();
    }

    public Tally tally(long editionId) {
        return tallies.read(editionId).tally();
    }

    /** An edition's deliveries by variant and profile, the most readers first; each looks at all of its rows. */
    public List<Share> byVariant(long editionId) {
        return shares.byVariant(editionId);
    }

    /** An edition's deliveries by the zone that was given with them. */
    public List<Share> byZone(long editionId) {
        return shares.byZone(editionId);
    }

    /** The domains with the most readers of an edition. */
    public Domains byDomain(long editionId, int limit) {
        return shares.byDomain(editionId, limit);
    }

    /** What relays deferred or refused of an edition, newest first. */
    public List<Setback> setbacks(long editionId, int limit) {
        return shares.setbacks(editionId, limit);
    }

    /** Whether nothing of an edition waits, is on the wire or is due to be sent again. */
    public boolean settled(long editionId) {
        TallyStore.Counted counted = tallies.read(editionId);
        Tally tally = counted.tally();
        return tally.queued() == 0 && tally.started() == 0 && tally.retrying() == 0 && counted.resend() == 0;
    }

    /**
     * Takes back what still waits for a person, in the caller's transaction: whichever commits first wins, this or the
     * mail's last dot.
     *
     * @param scope only deliveries of this scope (a list), or null for all
     * @param reason a word, such as {@code left}, {@code paused}, {@code bounced}, {@code erased}
     */
    public void withdraw(long subscriberId, @Nullable Long scope, String reason) {
        database.write(() -> {
            TallyChange tally = new TallyChange();
            Instant now = clock.instant();
            // In this order no row slips through: a sender moves rows from the earlier states to the later ones.
            for (long edition : deliveries.takeOut(subscriberId, scope, "'unknown'", true, reason, now)) {
                tally.add(edition, Column.RESEND, -1);
            }
            for (long edition : deliveries.takeOut(subscriberId, scope, "'retrying'", false, reason, now)) {
                tally.move(edition, DeliveryState.RETRYING, DeliveryState.SKIPPED, 1);
            }
            for (long edition : deliveries.takeOut(subscriberId, scope, "'leased'", true, reason, now)) {
                tally.move(edition, DeliveryState.LEASED, DeliveryState.UNKNOWN, 1);
            }
            for (long edition : deliveries.takeOut(subscriberId, scope, "'queued', 'leased'", false, reason, now)) {
                tally.move(edition, DeliveryState.QUEUED, DeliveryState.SKIPPED, 1);
            }
            tallies.apply(NOBODY, tally);
        });
    }

    /**
     * Takes back a chunk of what waits of a stopped edition.
     *
     * @return how many there were; with fewer than the limit, only what senders still hold may be left
     */
    public int skipWaiting(long editionId, String reason, int limit) {
        return database.write(() -> {
            Instant now = clock.instant();
            TallyChange tally = new TallyChange();
            int unknown =
                    deliveries.moveWaiting(editionId, DeliveryState.UNKNOWN, DeliveryState.UNKNOWN, reason, now, limit);
            tally.add(editionId, Column.RESEND, -unknown);
            int retrying = deliveries.moveWaiting(
                    editionId, DeliveryState.RETRYING, DeliveryState.SKIPPED, reason, now, limit);
            tally.move(editionId, DeliveryState.RETRYING, DeliveryState.SKIPPED, retrying);
            int queued =
                    deliveries.moveWaiting(editionId, DeliveryState.QUEUED, DeliveryState.SKIPPED, reason, now, limit);
            tally.move(editionId, DeliveryState.QUEUED, DeliveryState.SKIPPED, queued);
            tallies.apply(NOBODY, tally);
            return unknown + retrying + queued;
        });
    }

    /** Queues a chunk of an edition's failed deliveries again, and gives how many. */
    public int retryFailed(long editionId, int limit) {
        return database.write(() -> {
            int again = deliveries.requeueFailed(editionId, clock.instant(), limit);
            TallyChange tally = new TallyChange();
            tally.move(editionId, DeliveryState.FAILED, DeliveryState.QUEUED, again);
            tallies.apply(NOBODY, tally);
            return again;
        });
    }

    /** Deliveries of an edition by subscriber, those in one state only or all. */
    public List<Delivery> deliveries(long editionId, @Nullable DeliveryState state, long afterSubscriber, int limit) {
        return withAttempts(deliveries.ofEdition(editionId, state, afterSubscriber, limit));
    }

    /** A person's newest deliveries, newest first. */
    public List<Delivery> ofSubscriber(long subscriberId, int limit) {
        return withAttempts(deliveries.ofSubscriber(subscriberId, limit));
    }

    /** One delivery with its attempts. */
    public Delivery require(long deliveryId) {
        return withAttempts(deliveries.find(deliveryId).stream().toList()).stream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound("There is no delivery " + deliveryId + "."));
    }

    /** Deliveries whose relay said that the address is no more, not yet {@link #acknowledge acknowledged}. */
    public List<DeadAddress> deadAddresses(int limit) {
        return deliveries.dead(limit);
    }

    /** Has acted upon a dead address; join the transaction that does. */
    public void acknowledge(DeadAddress dead) {
        deliveries.clearDead(dead.deliveryId());
    }

    private List<Delivery> withAttempts(List<DeliveryStore.Row> rows) {
        Map<Long, List<Delivery.Attempt>> earlier = deliveries.attempts(
                rows.stream().map(row -> row.delivery().id()).toList());
        return rows.stream()
                .map(row -> {
                    List<Delivery.Attempt> attempts =
                            new ArrayList<>(earlier.getOrDefault(row.delivery().id(), List.of()));
                    if (row.last() != null) {
                        attempts.add(row.last());
                    }
                    return row.delivery().with(attempts);
                })
                .toList();
    }
}
