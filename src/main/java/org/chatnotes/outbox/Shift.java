package org.chatnotes.outbox;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.chatnotes.db.Database;
import org.chatnotes.runtime.Signal;
import org.chatnotes.smtp.Outcome;
import org.chatnotes.smtp.Relay;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the couriers and the feeder of one sender share while it sends. */
final class Shift {
    private static final Logger LOG = LoggerFactory.getLogger(Shift.class);

    final Clock clock;
    final SenderSettings settings;
    final Signal stop;
    final Ledger ledger;
    final Backlog backlog;
    final RelayHealth health;
    final Ruling ruling;
    private final Database database;
    private final long node;
    private final Supplier<Relay> relay;
    private final BooleanSupplier current;
    private final MailingStore mailings;
    private final LedgerStore store;
    private final TallyStore tallies;
    private final Map<Long, HoldRule> holdRules = new ConcurrentHashMap<>();
    private volatile Set<Long> openEditions = Set.of();
    private @Nullable String shownHold;

    Shift(
            Database database,
            Clock clock,
            SenderSettings settings,
            Signal stop,
            Ledger ledger,
            long node,
            Supplier<Relay> relay,
            BooleanSupplier current) {
        this.database = database;
        this.clock = clock;
        this.settings = settings;
        this.stop = stop;
        this.ledger = ledger;
        this.node = node;
        this.relay = relay;
        this.current = current;
        this.backlog = new Backlog(Math.max(64, Math.min(2000, settings.connections() * 8)));
        this.health = new RelayHealth(settings.relayPause());
        this.ruling = new Ruling(settings);
        this.mailings = new MailingStore(database);
        this.store = new LedgerStore(database);
        this.tallies = new TallyStore(database);
    }

    Relay relay() {
        return relay.get();
    }

    /** Whether the next final dot may leave: a node that lost its lease must not send what another may have taken. */
    boolean mayFinish() {
        return current.getAsBoolean();
    }

    void setOpen(Set<Long> editions) {
        openEditions = editions;
        holdRules.keySet().retainAll(editions);
    }

    Set<Long> openEditions() {
        return openEditions;
    }

    boolean isOpen(Work work) {
        Long edition = work.delivery().editionId();
        return edition == null || openEditions.contains(edition);
    }

    void giveBack(Ready delivery) {
        giveBack(List.of(delivery));
    }

    void giveBack(List<Ready> deliveries) {
        if (!deliveries.isEmpty()) {
            database.write(() -> {
                TallyChange tally = new TallyChange();
                store.giveBack(node, deliveries, clock.instant(), tally);
                tallies.apply(node, tally);
            });
        }
    }

    void skip(Ready delivery, String reason) {
        database.write(() -> {
            TallyChange tally = new TallyChange();
            store.skip(node, delivery, reason, clock.instant(), tally);
            tallies.apply(node, tally);
        });
    }

    /** Holds the edition when too much of it is refused. */
    void watch(Ready delivery, Outcome outcome) {
        Long edition = delivery.editionId();
        if (edition == null || !openEditions.contains(edition)) {
            return;
        }
        String reason = holdRules.computeIfAbsent(edition, id -> new HoldRule()).note(outcome);
        if (reason != null) {
            openEditions = Set.copyOf(
                    openEditions.stream().filter(open -> !open.equals(edition)).toList());
            mailings.hold(edition, reason);
            LOG.warn("Edition {} is held: {}", edition, reason);
        }
    }

    void opened() {
        health.opened();
        showHold();
    }

    void notOpened(String why) {
        health.notOpened(why);
        showHold();
    }

    void closed(boolean taken, String why) {
        health.closed(taken, why);
        showHold();
    }

    void doubted(String why) {
        health.doubted(why);
        showHold();
    }

    void refusedUs(String why) {
        health.refusedUs(why);
        showHold();
    }

    Duration probeRest() {
        Duration rest = settings.relayPause().dividedBy(4);
        return rest.compareTo(Duration.ofMillis(250)) < 0 ? rest : Duration.ofMillis(250);
    }

    /** Pages and commands of other processes see why mail does not leave. */
    private synchronized void showHold() {
        String held = health.held();
        if (held == null ? shownHold == null : held.equals(shownHold)) {
            return;
        }
        String name = relay().name();
        try {
            if (held == null) {
                mailings.releaseRelay(name);
                LOG.info("The relay {} takes mail again", name);
            } else {
                mailings.holdRelay(name, clock.millis(), held);
                LOG.warn("The relay {} is held: {}", name, held);
            }
            shownHold = held;
        } catch (RuntimeException e) {
            LOG.warn("The relay's state cannot be written: {}", e.toString());
        }
    }

    /** At the start: what an earlier sender wrote of its relay is no longer true. */
    void clearHold() {
        mailings.releaseRelays();
    }
}
