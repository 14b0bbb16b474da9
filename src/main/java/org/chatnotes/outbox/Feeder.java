package org.chatnotes.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chatnotes.db.Database;
import org.chatnotes.outbox.LedgerStore.Waiting;
import org.chatnotes.signing.Signing;
import org.chatnotes.smtp.Envelope;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Claims what is due, in batches and ahead of the couriers: single mails first, editions in turns. */
final class Feeder implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Feeder.class);
    private static final Duration PATIENCE = Duration.ofMillis(100);
    private static final long LOOK_NANOS = Duration.ofMillis(200).toNanos();
    private static final int SINGLES = 20;
    private static final char[] BASE32 = "abcdefghijklmnopqrstuvwxyz234567".toCharArray();

    private final Database database;
    private final Shift shift;
    private final long node;
    private final Composer composer;
    private final Signing signing;
    private final LedgerStore ledger;
    private final TallyStore tallies;
    private final MailingStore mailings;
    private final DeliveryStore deliveries;
    private final int batch;
    private long lookedAt = System.nanoTime() - LOOK_NANOS;
    private int turn;

    Feeder(Database database, Shift shift, long node, Composer composer, Signing signing) {
        this.database = database;
        this.shift = shift;
        this.node = node;
        this.composer = composer;
        this.signing = signing;
        this.ledger = new LedgerStore(database);
        this.tallies = new TallyStore(database);
        this.mailings = new MailingStore(database);
        this.deliveries = new DeliveryStore(database);
        this.batch = Math.max(64, Math.min(1000, shift.settings.connections() * 8));
    }

    @Override
    public void run() {
        while (!shift.stop.given()) {
            boolean more = false;
            try {
                more = feed();
            } catch (RuntimeException e) {
                LOG.warn("Nothing can be claimed now, trying again: {}", e.toString());
                shift.stop.await(Duration.ofMillis(500));
            }
            if (more) {
                shift.backlog.awaitLow(PATIENCE);
            } else {
                shift.stop.await(PATIENCE);
            }
        }
    }

    /** One round; whether there may be more to claim at once. */
    private boolean feed() {
        boolean look = System.nanoTime() - lookedAt >= LOOK_NANOS;
        if (look) {
            lookedAt = System.nanoTime();
            shift.setOpen(Set.copyOf(mailings.open()));
            shift.giveBack(shift.backlog.removeClosed(shift.openEditions()));
        }
        if (shift.health.held() != null) {
            shift.giveBack(shift.backlog.clear());
            return false;
        }
        if (look) {
            singles();
        }
        return shift.backlog.size() < batch ? bulk() : !shift.openEditions().isEmpty();
    }

    private void singles() {
        List<Waiting> claimed = claim(null, SINGLES);
        List<Work> works = new ArrayList<>();
        for (Waiting waiting : claimed) {
            Optional<DeliveryStore.Letter> letter =
                    deliveries.letter(waiting.delivery().id());
            letter.ifPresentOrElse(
                    found -> works.add(new Work(
                            waiting.delivery(),
                            new Envelope(found.sender(), found.to()),
                            new Work.Single(found.message()))),
                    () -> skip(List.of(waiting.delivery()), List.of("gone")));
        }
        shift.backlog.add(works);
    }

    private boolean bulk() {
        List<Long> editions = shift.openEditions().stream().sorted().toList();
        boolean more = false;
        for (int i = 0; i < editions.size(); i++) {
            long edition = editions.get((turn + i) % editions.size());
            int share = Math.max(16, batch / editions.size());
            List<Waiting> claimed = claim(edition, share);
            if (!claimed.isEmpty()) {
                compose(edition, claimed.stream().map(Waiting::delivery).toList());
                more |= claimed.size() == share;
            }
        }
        turn++;
        return more;
    }

    private List<Waiting> claim(@Nullable Long edition, int limit) {
        if (edition == null && ledger.due(null, shift.clock.instant(), 1).isEmpty()) {
            return List.of();
        }
        return database.write(() -> {
            List<Waiting> due = ledger.due(edition, shift.clock.instant(), limit);
            TallyChange tally = new TallyChange();
            ledger.lease(node, due, tally);
            tallies.apply(node, tally);
            return due;
        });
    }

    private void compose(long edition, List<Ready> claimed) {
        List<Composed> composed;
        try {
            composed = composer.compose(
                    edition, claimed.stream().map(Feeder::claimed).toList());
        } catch (RuntimeException e) {
            LOG.error("Edition {} cannot be composed", edition, e);
            mailings.hold(edition, "Its mails cannot be made: " + e.getMessage());
            shift.giveBack(claimed);
            return;
        }
        List<Work> works = new ArrayList<>(claimed.size());
        List<Ready> skipped = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        for (int i = 0; i < claimed.size(); i++) {
            Ready delivery = claimed.get(i);
            if (composed.get(i) instanceof Composed.Letter letter) {
                works.add(new Work(
                        delivery,
                        new Envelope(letter.sender(), letter.to()),
                        new Work.Bulk(letter, messageId(delivery.id()))));
            } else if (composed.get(i) instanceof Composed.Skip skip) {
                skipped.add(delivery);
                reasons.add(skip.reason());
            }
        }
        shift.backlog.add(works);
        skip(skipped, reasons);
    }

    private static Claimed claimed(Ready delivery) {
        return new Claimed(
                delivery.id(),
                delivery.editionId() == null ? 0 : delivery.editionId(),
                delivery.subscriberId() == null ? 0 : delivery.subscriberId(),
                delivery.variant(),
                delivery.profile());
    }

    private void skip(List<Ready> skipped, List<String> reasons) {
        if (skipped.isEmpty()) {
            return;
        }
        database.write(() -> {
            TallyChange tally = new TallyChange();
            for (int i = 0; i < skipped.size(); i++) {
                ledger.skip(node, skipped.get(i), reasons.get(i), shift.clock.instant(), tally);
            }
            tallies.apply(node, tally);
        });
    }

    /** The same on every node and at every attempt, so that a store can drop a second copy; says nothing by itself. */
    private String messageId(long deliveryId) {
        byte[] hash = signing.keyedHash("message-id", "delivery " + deliveryId, 15);
        StringBuilder id = new StringBuilder(24);
        long bits = 0;
        int count = 0;
        for (byte b : hash) {
            bits = bits << 8 | (b & 0xff);
            count += 8;
            while (count >= 5) {
                id.append(BASE32[(int) (bits >> (count - 5)) & 31]);
                count -= 5;
            }
        }
        return id.toString();
    }
}
