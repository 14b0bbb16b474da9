package org.chatnotes.lists;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.chatnotes.db.Database;
import org.chatnotes.events.Events;
import org.chatnotes.mail.EmailAddress;
import org.chatnotes.outbox.Outbox;
import org.chatnotes.settings.Settings;
import org.chatnotes.signing.Signing;
import org.chatnotes.subscribers.Subscriber;
import org.chatnotes.subscribers.SubscriberDraft;
import org.chatnotes.subscribers.Subscribers;

/** The rooms that lists stand on, over a test's database and clock. */
public final class ListRooms {
    public static final Instant NOON = Instant.parse("2025-03-12T12:00:00Z");

    public final Database database;
    public final Clock clock;
    public final Events events;
    public final Signing signing;
    public final Settings settings;
    public final Outbox outbox;
    public final Subscribers subscribers;
    public final Lists lists;

    public ListRooms(Database database) {
        this(database, Clock.fixed(NOON, ZoneOffset.UTC));
    }

    public ListRooms(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.events = new Events(database, clock);
        this.signing = new Signing(database, clock);
        this.settings = new Settings(database, events);
        this.outbox = new Outbox(database, clock);
        this.subscribers = new Subscribers(database, signing, events, outbox, clock);
        this.lists = new Lists(database, subscribers, settings, events, outbox, clock);
    }

    /** The same rooms at another time. */
    public ListRooms at(Instant moment) {
        return new ListRooms(database, Clock.fixed(moment, ZoneOffset.UTC));
    }

    public Subscriber person(String email) {
        return subscribers.create(SubscriberDraft.of(EmailAddress.parse(email)));
    }

    /** Someone new who receives a list. */
    public Subscriber reader(MailingList list, SubscriberDraft draft) {
        Subscriber reader = subscribers.create(draft);
        lists.subscribe(list.id(), reader.id(), SubscriptionState.ACTIVE, consent());
        return reader;
    }

    public Consent consent() {
        return new Consent("workshop", clock.instant(), null);
    }
}
