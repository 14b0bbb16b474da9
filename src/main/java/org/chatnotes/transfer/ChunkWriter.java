package org.chatnotes.transfer;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.chatnotes.lists.Consent;
import org.chatnotes.lists.Lists;
import org.chatnotes.lists.Subscription;
import org.chatnotes.lists.SubscriptionState;
import org.chatnotes.subscribers.AddressState;
import org.chatnotes.subscribers.Subscriber;
import org.chatnotes.subscribers.SubscriberDraft;
import org.chatnotes.subscribers.Subscribers;
import org.jspecify.annotations.Nullable;

/** Weighs the rows of one chunk against what is known, counts them, and writes what they change. */
final class ChunkWriter {
    private final Subscribers subscribers;
    private final Lists lists;
    private final long listId;
    private final ImportConsent consent;
    private final Consent evidence;
    private final Tally tally;

    private final List<PersonRow> fresh = new ArrayList<>();
    private final Map<Long, SubscriberDraft> changed = new HashMap<>();
    private final Map<Long, PersonRow> enrolled = new LinkedHashMap<>();
    private final Map<Long, PersonRow> gone = new LinkedHashMap<>();

    ChunkWriter(
            Subscribers subscribers,
            Lists lists,
            long listId,
            ImportConsent consent,
            String fileName,
            Clock clock,
            Tally tally) {
        this.subscribers = subscribers;
        this.lists = lists;
        this.listId = listId;
        this.consent = consent;
        this.evidence = new Consent("import", clock.instant(), consent.code() + ", " + fileName);
        this.tally = tally;
    }

    /** Counts the rows, each as the first that fits, and keeps what is to be written. */
    void weigh(List<PersonRow> rows) {
        List<String> keys = rows.stream().map(row -> row.email().key()).toList();
        Map<String, Subscriber> known = subscribers.known(keys);
        Set<String> suppressed = subscribers.suppressed(
                keys.stream().filter(key -> !known.containsKey(key)).toList());
        Map<Long, Subscription> onList = lists.subscriptions(
                listId, known.values().stream().map(Subscriber::id).toList());
        for (PersonRow row : rows) {
            Subscriber subscriber = known.get(row.email().key());
            if (suppressed.contains(row.email().key())) {
                tally.suppressed++;
            } else if (subscriber == null) {
                weighStranger(row);
            } else {
                weighKnown(row, subscriber, onList.get(subscriber.id()));
            }
        }
    }

    private void weighStranger(PersonRow row) {
        fresh.add(row);
        if (row.status().gone()) {
            tally.suppressed++;
        } else {
            tally.added++;
        }
    }

    private void weighKnown(PersonRow row, Subscriber subscriber, @Nullable Subscription subscription) {
        boolean left = subscription != null && subscription.state() == SubscriptionState.UNSUBSCRIBED;
        if (subscriber.state() != AddressState.OK || left) {
            tally.suppressed++;
            return;
        }
        if (row.status().gone()) {
            tally.suppressed++;
            gone.put(subscriber.id(), row);
            return;
        }
        SubscriberDraft merged = row.onto(subscriber.draft());
        boolean differs = !merged.equals(subscriber.draft());
        if (differs) {
            changed.put(subscriber.id(), merged);
        }
        boolean moves = moves(row, subscription);
        if (moves) {
            enrolled.put(subscriber.id(), row);
        }
        if (subscription == null) {
            tally.added++;
        } else if (differs || moves) {
            tally.changed++;
        } else {
            tally.unchanged++;
        }
    }

    private boolean moves(PersonRow row, @Nullable Subscription subscription) {
        if (subscription == null) {
            return true;
        }
        return switch (subscription.state()) {
            case PENDING -> state(row) == SubscriptionState.ACTIVE;
            case ACTIVE -> pauses(row);
            case PAUSED, UNSUBSCRIBED -> false;
        };
    }

    /** Writes what was weighed; within a transaction. */
    void write() {
        subscribers.save(fresh.stream().map(PersonRow::fresh).toList(), changed);
        Map<String, Long> ids =
                subscribers.ids(fresh.stream().map(row -> row.email().key()).toList());
        for (PersonRow row : fresh) {
            enrolled.put(ids.get(row.email().key()), row);
        }
        enrolled.entrySet().stream()
                .collect(Collectors.groupingBy(
                        entry -> state(entry.getValue()), Collectors.mapping(Map.Entry::getKey, Collectors.toList())))
                .forEach((state, people) -> lists.enrol(listId, people, state, evidence));
        enrolled.forEach(this::finish);
        gone.forEach(this::remove);
    }

    private void finish(long id, PersonRow row) {
        if (pauses(row) && row.pausedUntil() != null) {
            lists.pause(listId, id, row.pausedUntil());
        }
        if (row.status() == FileStatus.BOUNCED || row.status() == FileStatus.COMPLAINED) {
            remove(id, row);
        }
    }

    private void remove(long id, PersonRow row) {
        switch (row.status()) {
            case BOUNCED -> subscribers.mark(id, AddressState.BOUNCED, "import");
            case COMPLAINED -> subscribers.mark(id, AddressState.COMPLAINED, "import");
            default -> lists.unsubscribe(listId, id, "import");
        }
    }

    private boolean pauses(PersonRow row) {
        return row.status() == FileStatus.PAUSED && consent == ImportConsent.ALREADY;
    }

    private SubscriptionState state(PersonRow row) {
        return switch (row.status()) {
            case UNSUBSCRIBED -> SubscriptionState.UNSUBSCRIBED;
            case PENDING -> SubscriptionState.PENDING;
            case BOUNCED, COMPLAINED -> SubscriptionState.ACTIVE;
            case ACTIVE, PAUSED ->
                consent == ImportConsent.ALREADY ? SubscriptionState.ACTIVE : SubscriptionState.PENDING;
        };
    }
}
