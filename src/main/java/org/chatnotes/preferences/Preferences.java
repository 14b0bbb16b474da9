package org.chatnotes.preferences;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.chatnotes.db.Database;
import org.chatnotes.lists.Consent;
import org.chatnotes.lists.Lists;
import org.chatnotes.lists.MailingList;
import org.chatnotes.lists.Subscription;
import org.chatnotes.lists.SubscriptionState;
import org.chatnotes.lists.Term;
import org.chatnotes.problem.Problem;
import org.chatnotes.signing.Grant;
import org.chatnotes.signing.Purpose;
import org.chatnotes.signing.Signing;
import org.chatnotes.subscribers.AddressState;
import org.chatnotes.subscribers.Subscriber;
import org.chatnotes.subscribers.Subscribers;
import org.jspecify.annotations.Nullable;

/** What readers do for themselves by the links in their mails, without a password. */
public final class Preferences {
    private final Database database;
    private final Signing signing;
    private final Subscribers subscribers;
    private final Lists lists;
    private final Clock clock;

    public Preferences(Database database, Signing signing, Subscribers subscribers, Lists lists, Clock clock) {
        this.database = database;
        this.signing = signing;
        this.subscribers = subscribers;
        this.lists = lists;
        this.clock = clock;
    }

    /** Whether a token is one of ours for leaving. It stays so for ever, whoever is still there. */
    public boolean mayLeave(String token) {
        return signing.open(token, Purpose.UNSUBSCRIBE).isPresent();
    }

    /** Whom a token for leaving is about; empty when she is gone, or the token is not ours. */
    public Optional<Reader> leaver(String token) {
        return signing.open(token, Purpose.UNSUBSCRIBE).flatMap(this::reader);
    }

    /**
     * Takes the reader off the list; for someone already off, erased or handed over it changes nothing.
     *
     * @param how {@code one-click} or {@code page}
     * @return whether anything changed
     */
    public boolean leave(String token, String how) {
        return signing.open(token, Purpose.UNSUBSCRIBE)
                .map(grant -> lists.unsubscribe(grant.scope(), grant.subject(), how))
                .orElse(false);
    }

    /** Whether the reader just left and may take it back. */
    public boolean mayUndo(Reader reader) {
        return reader.subscriber().state() == AddressState.OK
                && lists.mayUndoUnsubscribe(
                        reader.list().id(), reader.subscriber().id());
    }

    /** @throws Problem gone after ten minutes; not found */
    public void undo(String token) {
        Reader reader = leaver(token).orElseThrow(Preferences::unknown);
        lists.undoUnsubscribe(reader.list().id(), reader.subscriber().id());
    }

    /** Pauses instead of leaving: until the same day of the next month. */
    public void pauseForAMonth(String token) {
        Reader reader = leaver(token).orElseThrow(Preferences::unknown);
        lists.pause(reader.list().id(), reader.subscriber().id(), inMonths(1));
    }

    /** Whom a token for preferences is about; empty when it is not ours or from before a change of address. */
    public Optional<Reader> reader(String token) {
        return signing.open(token, Purpose.PREFERENCES)
                .flatMap(grant ->
                        reader(grant).filter(reader -> reader.subscriber().addressEpoch() == grant.stamp()));
    }

    /** @throws Problem invalid for a pause that cannot be; not found for a token that opens nothing */
    public void save(String token, Choice choice) {
        database.write(() -> {
            Reader reader = reader(token).orElseThrow(Preferences::unknown);
            Subscriber subscriber = reader.subscriber();
            subscribers.update(
                    subscriber.id(),
                    subscriber
                            .draft()
                            .choosing(
                                    chosen(lists.programmes(), choice.programmes(), subscriber.programmes()),
                                    chosen(lists.roles(), choice.roles(), subscriber.roles()))
                            .reading(choice.language(), choice.format()));
            pause(reader, choice);
        });
    }

    /** Back on the list, at her own wish. */
    public void comeBack(String token) {
        Reader reader = reader(token).orElseThrow(Preferences::unknown);
        Consent consent = new Consent("preferences", clock.instant(), "asked for it again on the preferences page");
        lists.subscribe(reader.list().id(), reader.subscriber().id(), SubscriptionState.ACTIVE, consent);
    }

    /** Leaves from the preferences page. */
    public void leaveHere(String token) {
        Reader reader = reader(token).orElseThrow(Preferences::unknown);
        lists.unsubscribe(reader.list().id(), reader.subscriber().id(), "preferences");
    }

    /** The day so many months from today, in the group's zone. */
    public LocalDate inMonths(int months) {
        return lists.today().plusMonths(months);
    }

    /** Whether a reader rests now, and the day it ends is yet to come. */
    public boolean paused(Reader reader) {
        Subscription subscription = reader.subscription();
        return subscription != null
                && subscription.state() == SubscriptionState.PAUSED
                && subscription.pausedUntil() != null
                && subscription.pausedUntil().isAfter(lists.today());
    }

    /** Programmes that may be chosen: those in use, and retired ones that the reader has. */
    public List<Term> programmes(Reader reader) {
        return offered(lists.programmes(), reader.subscriber().programmes());
    }

    public List<Term> roles(Reader reader) {
        return offered(lists.roles(), reader.subscriber().roles());
    }

    private void pause(Reader reader, Choice choice) {
        long list = reader.list().id();
        long subscriber = reader.subscriber().id();
        if (choice.pause() == Choice.Pause.UNTIL) {
            if (choice.until() == null) {
                throw Problem.invalid("until", "Choose the day on which mail shall come again.");
            }
            lists.pause(list, subscriber, choice.until());
        } else if (choice.pause() == Choice.Pause.NONE && paused(reader)) {
            lists.resume(list, subscriber);
        }
    }

    private Optional<Reader> reader(Grant grant) {
        Optional<Subscriber> subscriber =
                subscribers.find(grant.subject()).filter(found -> found.state() != AddressState.ERASED);
        Optional<MailingList> list = lists.find(grant.scope());
        if (subscriber.isEmpty() || list.isEmpty()) {
            return Optional.empty();
        }
        @Nullable
        Subscription subscription =
                lists.subscription(grant.scope(), grant.subject()).orElse(null);
        return Optional.of(new Reader(subscriber.get(), list.get(), subscription));
    }

    private static List<Term> offered(List<Term> terms, Set<String> has) {
        return terms.stream()
                .filter(term -> !term.retired() || has.contains(term.code()))
                .toList();
    }

    /** Of the terms offered those that were chosen; a code that the page does not know stays as it was. */
    private static Set<String> chosen(List<Term> terms, Set<String> typed, Set<String> has) {
        Set<String> offered = offered(terms, has).stream().map(Term::code).collect(Collectors.toSet());
        Set<String> result = new HashSet<>(has);
        result.removeAll(offered);
        typed.stream().filter(offered::contains).forEach(result::add);
        return result;
    }

    private static Problem unknown() {
        return Problem.notFound("This link does not open anything. Use the one in your newest mail from us.");
    }
}
