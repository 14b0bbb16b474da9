package org.chatnotes.subscribers;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chatnotes.db.Database;
import org.chatnotes.events.Events;
import org.chatnotes.mail.EmailAddress;
import org.chatnotes.outbox.Outbox;
import org.chatnotes.problem.Problem;
import org.chatnotes.signing.Signing;

/** The people we know, by address. What lists they are on is another room's business. */
public final class Subscribers {
    private final Database database;
    private final SubscriberStore store;
    private final Suppressions suppressions;
    private final Outbox outbox;
    private final Events events;
    private final Clock clock;

    public Subscribers(Database database, Signing signing, Events events, Outbox outbox, Clock clock) {
        this.database = database;
        this.store = new SubscriberStore(database);
        this.suppressions = new Suppressions(database, signing, clock);
        this.outbox = outbox;
        this.events = events;
        this.clock = clock;
    }

    /** @throws Problem invalid; conflict when the address is known or suppressed */
    public Subscriber create(SubscriberDraft draft) {
        ProfileRules.check(draft);
        return database.write(() -> {
            refuseTaken(draft.email());
            store.insert(List.of(draft), clock.millis());
            Subscriber created = byEmail(draft.email()).orElseThrow();
            events.record("subscriber.created", subject(created.id()));
            return created;
        });
    }

    /**
     * Replaces all particulars. Another address starts a new epoch: links that opened preferences no longer do, and
     * bounces of the old one no longer count.
     *
     * @throws Problem not found; invalid; conflict when the new address is known or suppressed
     */
    public Subscriber update(long id, SubscriberDraft draft) {
        ProfileRules.check(draft);
        return database.write(() -> {
            Subscriber before = require(id);
            if (before.draft().equals(draft)) {
                return before;
            }
            boolean moved = !before.email().key().equals(draft.email().key());
            if (moved) {
                refuseTaken(draft.email());
            }
            store.update(Map.of(id, draft), clock.millis());
            if (moved && before.state() == AddressState.BOUNCED) {
                mark(id, AddressState.OK, "another address");
            }
            events.record("subscriber.updated", subject(id), Map.of("changed", Differences.of(before.draft(), draft)));
            return require(id);
        });
    }

    /** Whether anyone has a field of this name: what an editor may use in a merge field beside the standard ones. */
    public boolean hasField(String name) {
        return store.hasField(name);
    }

    public Optional<Subscriber> find(long id) {
        return store.find(id);
    }

    /** @throws Problem not found */
    public Subscriber require(long id) {
        return find(id).orElseThrow(() -> Problem.notFound("There is no subscriber " + id + "."));
    }

    public Optional<Subscriber> byEmail(EmailAddress email) {
        return store.byKeys(List.of(email.key())).stream().findFirst();
    }

    /** Those of some ids that exist, by id. */
    public Map<Long, Subscriber> all(Collection<Long> ids) {
        Map<Long, Subscriber> found = new HashMap<>();
        if (!ids.isEmpty()) {
            store.byIds(ids).forEach(subscriber -> found.put(subscriber.id(), subscriber));
        }
        return found;
    }

    /** Those of some address keys that are known, by key; at most some thousands at a time. */
    public Map<String, Subscriber> known(Collection<String> emailKeys) {
        Map<String, Subscriber> found = new HashMap<>();
        if (!emailKeys.isEmpty()) {
            store.byKeys(emailKeys)
                    .forEach(subscriber -> found.put(subscriber.email().key(), subscriber));
        }
        return found;
    }

    /** As {@link #known}, the ids alone. */
    public Map<String, Long> ids(Collection<String> emailKeys) {
        return emailKeys.isEmpty() ? Map.of() : store.ids(emailKeys);
    }

    /** Those of some address keys that nobody may bring back, of people no longer known to us. */
    public Set<String> suppressed(Collection<String> emailKeys) {
        return suppressions.among(emailKeys);
    }

    /** @throws Problem invalid, as {@link #create} would */
    public void check(SubscriberDraft draft) {
        ProfileRules.check(draft);
    }

    /**
     * For imports: many at once, already checked, new and changed ones. One event of the import stands for all of them.
     *
     * @param changed by id
     */
    public void save(Collection<SubscriberDraft> fresh, Map<Long, SubscriberDraft> changed) {
        database.write(() -> {
            if (!fresh.isEmpty()) {
                store.insert(fresh, clock.millis());
            }
            if (!changed.isEmpty()) {
                store.update(changed, clock.millis());
            }
        });
    }

    /**
     * Says what became of an address. Whatever waits for it is withdrawn in the same transaction. A mark that is there
     * already changes nothing, and a weaker one never replaces a stronger.
     *
     * @param reason what the other server or the person said
     */
    public void mark(long id, AddressState state, String reason) {
        database.write(() -> {
            Subscriber before = require(id);
            if (!before.state().mayBecome(state)) {
                return;
            }
            store.state(id, state, reason, clock.millis());
            if (state != AddressState.OK) {
                outbox.withdraw(id, null, state.code());
            }
            String event = state == AddressState.OK ? "subscriber.restored" : "subscriber." + state.code();
            events.record(event, subject(id), Map.of("reason", reason));
        });
    }

    /** What the last mark of an address said. */
    public Optional<String> reason(long id) {
        return store.reason(id);
    }

    /** Keeps an address out for good, also when nobody here has it. */
    public void suppress(EmailAddress email, String reason) {
        suppressions.add(email.key(), reason);
    }

    /** How events name a subscriber. */
    public static String subject(long id) {
        return "subscriber:" + id;
    }

    private void refuseTaken(EmailAddress email) {
        byEmail(email).ifPresent(other -> {
            throw Problem.conflict(email + " is known already, as " + other.title() + ".");
        });
        if (!suppressions.among(List.of(email.key())).isEmpty()) {
            throw Problem.conflict("The owner of " + email + " asked never to be written to again.");
        }
    }
}
