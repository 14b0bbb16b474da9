package org.chatnotes.lists;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.chatnotes.db.Database;
import org.chatnotes.events.Events;
import org.chatnotes.outbox.Outbox;
import org.chatnotes.problem.Problem;
import org.chatnotes.subscribers.Subscribers;
import org.jspecify.annotations.Nullable;

/** Moves people on and off lists; whoever stops receiving has what waits withdrawn in the same transaction. */
final class Subscriptions {
    /** How long someone who left may take it back. */
    static final Duration UNDO = Duration.ofMinutes(10);

    private final SubscriptionStore store;
    private final Outbox outbox;
    private final Events events;
    private final Clock clock;
    private final Supplier<LocalDate> today;

    Subscriptions(Database database, Outbox outbox, Events events, Clock clock, Supplier<LocalDate> today) {
        this.store = new SubscriptionStore(database);
        this.outbox = outbox;
        this.events = events;
        this.clock = clock;
        this.today = today;
    }

    Optional<Subscription> find(long listId, long subscriberId) {
        return store.find(listId, subscriberId);
    }

    Map<Long, Subscription> among(long listId, Collection<Long> subscriberIds) {
        Map<Long, Subscription> found = new HashMap<>();
        if (!subscriberIds.isEmpty()) {
            store.among(listId, subscriberIds).forEach(one -> found.put(one.subscriberId(), one));
        }
        return found;
    }

    List<Subscription> members(long listId, long afterSubscriberId, int limit) {
        return store.members(listId, afterSubscriberId, limit);
    }

    List<Subscription> of(Collection<Long> subscriberIds) {
        return subscriberIds.isEmpty() ? List.of() : store.of(subscriberIds);
    }

    void join(long listId, long subscriberId, SubscriptionState state, Consent consent) {
        Subscription before = find(listId, subscriberId).orElse(null);
        if (before != null && before.state() == state) {
            return;
        }
        if (before != null
                && before.state() == SubscriptionState.UNSUBSCRIBED
                && consent.at().isBefore(before.since())) {
            throw Problem.conflict("This person left the list after that consent was given; only a newer one counts.");
        }
        move(before, listId, subscriberId, state, null, consent.how(), consent);
        String event = before != null && before.state() == SubscriptionState.PENDING ? "confirmed" : "subscribed";
        record("subscriber." + event, listId, subscriberId, Map.of("state", state.code(), "how", consent.how()));
    }

    /** Many at once, as an import brings them. Known ones move from pending to active only; nobody comes back. */
    void enrol(long listId, Collection<Long> subscriberIds, SubscriptionState state, Consent consent) {
        Map<Long, Subscription> known = among(listId, subscriberIds);
        Instant now = clock.instant();
        List<Subscription> moved = subscriberIds.stream()
                .filter(id -> mayEnrol(known.get(id), state))
                .map(id -> new Subscription(
                        listId, id, state, null, now, consent.how(), consent, joined(known.get(id), now)))
                .toList();
        if (!moved.isEmpty()) {
            store.save(moved, null, false);
        }
    }

    /** Gives whether anything changed: leaving twice is as good as once. */
    boolean leave(long listId, long subscriberId, String how) {
        Subscription before = find(listId, subscriberId).orElse(null);
        if (before == null || before.state() == SubscriptionState.UNSUBSCRIBED) {
            return false;
        }
        move(before, listId, subscriberId, SubscriptionState.UNSUBSCRIBED, before.pausedUntil(), how, before.consent());
        outbox.withdraw(subscriberId, listId, "left");
        record("subscriber.unsubscribed", listId, subscriberId, Map.of("how", how));
        return true;
    }

    boolean mayUndo(Subscription subscription) {
        return subscription.state() == SubscriptionState.UNSUBSCRIBED
                && clock.instant().isBefore(subscription.since().plus(UNDO))
                && store.leftFrom(subscription.listId(), subscription.subscriberId())
                        .isPresent();
    }

    /** Back to what it was, a pause included, which goes on until its day. */
    void undoLeaving(long listId, long subscriberId) {
        Subscription left = require(listId, subscriberId);
        if (!mayUndo(left)) {
            throw Problem.of(Problem.Kind.GONE, "The ten minutes to undo this are over.");
        }
        SubscriptionState state =
                store.leftFrom(listId, subscriberId).map(SubscriptionState::of).orElse(SubscriptionState.ACTIVE);
        LocalDate until = state == SubscriptionState.PAUSED ? left.pausedUntil() : null;
        store.save(
                List.of(new Subscription(
                        listId, subscriberId, state, until, clock.instant(), "undo", left.consent(), left.joinedAt())),
                null,
                true);
        record("subscriber.subscribed", listId, subscriberId, Map.of("state", state.code(), "how", "undo"));
    }

    void pause(long listId, long subscriberId, LocalDate until) {
        if (!until.isAfter(today.get()) || until.isAfter(today.get().plusYears(2))) {
            throw Problem.invalid("until", "A pause ends on a day after today, within two years.");
        }
        Subscription before = require(listId, subscriberId);
        if (before.state() == SubscriptionState.PAUSED && until.equals(before.pausedUntil())) {
            return;
        }
        move(before, listId, subscriberId, SubscriptionState.PAUSED, until, "pause", before.consent());
        outbox.withdraw(subscriberId, listId, "paused");
        record("subscriber.paused", listId, subscriberId, Map.of("until", until.toString()));
    }

    void resume(long listId, long subscriberId) {
        Subscription before = require(listId, subscriberId);
        if (before.state() != SubscriptionState.PAUSED) {
            return;
        }
        move(before, listId, subscriberId, SubscriptionState.ACTIVE, null, "resumed", before.consent());
        record("subscriber.resumed", listId, subscriberId, Map.of());
    }

    private Subscription require(long listId, long subscriberId) {
        return find(listId, subscriberId).orElseThrow(() -> Problem.notFound("This person is not on this list."));
    }

    private void move(
            @Nullable Subscription before,
            long listId,
            long subscriberId,
            SubscriptionState to,
            @Nullable LocalDate until,
            String reason,
            Consent consent) {
        SubscriptionState from = before == null ? null : before.state();
        if (!SubscriptionMoves.legal(from, to)) {
            throw Problem.conflict("Someone who is " + (from == null ? "not on the list" : from.code())
                    + " cannot become " + to.code() + ".");
        }
        Instant now = clock.instant();
        Subscription after =
                new Subscription(listId, subscriberId, to, until, now, reason, consent, joined(before, now));
        store.save(
                List.of(after),
                to == SubscriptionState.UNSUBSCRIBED ? from : null,
                from == SubscriptionState.UNSUBSCRIBED);
    }

    private void record(String event, long listId, long subscriberId, Map<String, Object> data) {
        Map<String, Object> all = new HashMap<>(data);
        all.put("list", listId);
        events.record(event, Subscribers.subject(subscriberId), all);
    }

    private static boolean mayEnrol(@Nullable Subscription known, SubscriptionState state) {
        return known == null || known.state() == SubscriptionState.PENDING && state == SubscriptionState.ACTIVE;
    }

    private static Instant joined(@Nullable Subscription before, Instant now) {
        return before == null ? now : before.joinedAt();
    }
}
