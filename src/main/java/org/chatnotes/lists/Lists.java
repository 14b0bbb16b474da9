package org.chatnotes.lists;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.chatnotes.db.Database;
import org.chatnotes.events.Events;
import org.chatnotes.outbox.Outbox;
import org.chatnotes.problem.Problem;
import org.chatnotes.settings.Settings;
import org.chatnotes.subscribers.Subscribers;

/** Mailing lists, who is on them and how, and the programmes and roles of this installation: who receives what. */
public final class Lists {
    private static final Pattern TERM_CODE = Pattern.compile("[\\p{L}\\p{N}_+-]{1,40}");
    private static final String PROGRAMME = "programme";
    private static final String ROLE = "role";

    private final Database database;
    private final ListStore store;
    private final TermStore terms;
    private final AudienceStore audience;
    private final RosterStore roster;
    private final Subscriptions subscriptions;
    private final Subscribers subscribers;
    private final Settings settings;
    private final Events events;
    private final Clock clock;

    public Lists(
            Database database, Subscribers subscribers, Settings settings, Events events, Outbox outbox, Clock clock) {
        this.database = database;
        this.store = new ListStore(database);
        this.terms = new TermStore(database);
        this.audience = new AudienceStore(database);
        this.roster = new RosterStore(database);
        this.subscriptions = new Subscriptions(database, outbox, events, clock, this::today);
        this.subscribers = subscribers;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /** @throws Problem invalid; conflict when another list has the name */
    public MailingList create(NewList list) {
        ListRules.check(list);
        return database.write(() -> {
            refuseName(list, 0);
            String slug = Slug.of(list.name(), taken -> store.find(taken).isPresent());
            MailingList created = require(store.insert(list, slug, clock.millis()));
            events.record("list.created", "list:" + created.id());
            return created;
        });
    }

    /** Changes a list; its slug stays, since mails and links carry it. */
    public MailingList update(long id, NewList list) {
        ListRules.check(list);
        return database.write(() -> {
            require(id);
            refuseName(list, id);
            store.update(id, list);
            events.record("list.updated", "list:" + id);
            return require(id);
        });
    }

    /** All lists by name. */
    public List<MailingList> all() {
        return store.all();
    }

    public Optional<MailingList> find(String nameOrSlug) {
        return store.find(nameOrSlug);
    }

    public Optional<MailingList> find(long id) {
        return store.find(id);
    }

    /** @throws Problem not found */
    public MailingList require(long id) {
        return find(id).orElseThrow(() -> Problem.notFound("There is no list " + id + "."));
    }

    /** @throws Problem not found, naming the lists there are */
    public MailingList require(String nameOrSlug) {
        return find(nameOrSlug)
                .orElseThrow(() -> Problem.notFound("There is no list “" + nameOrSlug + "”. "
                        + (all().isEmpty()
                                ? "There is none yet; make it first."
                                : "There are: "
                                        + String.join(
                                                ", ",
                                                all().stream()
                                                        .map(MailingList::name)
                                                        .toList()) + ".")));
    }

    /**
     * Puts someone on a list, or further on it: from pending to active, or back after leaving if the consent is newer.
     * Whoever is there in that state already stays as she is.
     *
     * @throws Problem conflict for a move that is not legal; not found
     */
    public void subscribe(long listId, long subscriberId, SubscriptionState state, Consent consent) {
        database.write(() -> {
            require(listId);
            subscribers.require(subscriberId);
            subscriptions.join(listId, subscriberId, state, consent);
        });
    }

    /** For imports: many at once. Nobody who left comes back, no pause ends. One event of the import stands for all. */
    public void enrol(long listId, Collection<Long> subscriberIds, SubscriptionState state, Consent consent) {
        database.write(() -> subscriptions.enrol(listId, subscriberIds, state, consent));
    }

    /**
     * Takes someone off a list; whatever waits for her there is withdrawn.
     *
     * @param how {@code one-click}, {@code page}, {@code preferences}, {@code workshop}, {@code api}, {@code import}
     * @return whether anything changed: off already, or never on, is fine too
     */
    public boolean unsubscribe(long listId, long subscriberId, String how) {
        return database.write(() -> subscriptions.leave(listId, subscriberId, how));
    }

    /** Whether someone who left may still take it back, without saying why: within ten minutes. */
    public boolean mayUndoUnsubscribe(long listId, long subscriberId) {
        return subscription(listId, subscriberId).filter(subscriptions::mayUndo).isPresent();
    }

    /** @throws Problem gone when the ten minutes are over */
    public void undoUnsubscribe(long listId, long subscriberId) {
        database.write(() -> subscriptions.undoLeaving(listId, subscriberId));
    }

    /**
     * Sends someone nothing until a day comes, in the group's zone.
     *
     * @throws Problem invalid for a day that is not after today; conflict for someone not active
     */
    public void pause(long listId, long subscriberId, LocalDate until) {
        database.write(() -> subscriptions.pause(listId, subscriberId, until));
    }

    /** Ends a pause before its day. */
    public void resume(long listId, long subscriberId) {
        database.write(() -> subscriptions.resume(listId, subscriberId));
    }

    public Optional<Subscription> subscription(long listId, long subscriberId) {
        return subscriptions.find(listId, subscriberId);
    }

    /** Subscriptions of some people to one list, by subscriber; at most some thousands at a time. */
    public Map<Long, Subscription> subscriptions(long listId, Collection<Long> subscriberIds) {
        return subscriptions.among(listId, subscriberIds);
    }

    /** Everyone on a list in whatever state, by id, from an id on. */
    public List<Subscription> members(long listId, long afterSubscriberId, int limit) {
        return subscriptions.members(listId, afterSubscriberId, limit);
    }

    /** All subscriptions of some people. */
    public List<Subscription> subscriptionsOf(Collection<Long> subscriberIds) {
        return subscriptions.of(subscriberIds);
    }

    /** How many are shown in each state; they sum to everyone on the list. */
    public StateCounts counts(long listId) {
        return roster.counts(listId, today().toString());
    }

    /** Everyone, on whatever list; only bounced and complained addresses are told apart. */
    public StateCounts counts() {
        return roster.countsOfAll();
    }

    /** A page of people, by name, found by words, list, state, programme, role and language. */
    public People people(PeopleQuery query) {
        return roster.page(query, today().toString(), settings.group().language());
    }

    /**
     * Who receives a list now, by id, from an id on: active, or paused until a day that has come; the address is fine.
     *
     * @param limit at most some thousands
     */
    public List<Recipient> recipients(long listId, long afterSubscriberId, int limit) {
        return audience.recipients(listId, afterSubscriberId, limit, today().toString());
    }

    /** The same people, counted by what they chose, the largest group first. */
    public List<AudienceGroup> audience(long listId) {
        return audience.groups(listId, today().toString());
    }

    /** Whether someone receives a list now. */
    public boolean isActive(long listId, long subscriberId) {
        return audience.receives(listId, subscriberId, today().toString());
    }

    /** The programmes of this installation in order, retired ones too; often none. */
    public List<Term> programmes() {
        return terms.all(PROGRAMME);
    }

    /** The roles of this installation in order, retired ones too; often none. */
    public List<Term> roles() {
        return terms.all(ROLE);
    }

    public void saveProgramme(Term programme) {
        save(PROGRAMME, programme);
    }

    public void saveRole(Term role) {
        save(ROLE, role);
    }

    private void save(String kind, Term term) {
        if (!TERM_CODE.matcher(term.code()).matches()) {
            throw Problem.invalid("code", "“" + term.code() + "” is not a code: letters, digits, - and _, at most 40.");
        }
        database.write(() -> {
            terms.save(kind, term);
            events.record("settings.saved", kind + ":" + term.code());
        });
    }

    /** The day in the group's zone, by which pauses end. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of(settings.group().zone()));
    }

    private void refuseName(NewList list, long own) {
        store.find(list.name())
                .filter(other -> other.id() != own && other.name().equalsIgnoreCase(list.name()))
                .ifPresent(other -> {
                    throw Problem.conflict("There is a list “" + other.name() + "” already.");
                });
    }
}
