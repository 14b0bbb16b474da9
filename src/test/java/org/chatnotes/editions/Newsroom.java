package org.chatnotes.editions;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.chatnotes.checks.Checks;
import org.chatnotes.db.Database;
import org.chatnotes.events.Events;
import org.chatnotes.library.Codes;
import org.chatnotes.library.Library;
import org.chatnotes.lists.Consent;
import org.chatnotes.lists.Lists;
import org.chatnotes.lists.MailingList;
import org.chatnotes.lists.NewList;
import org.chatnotes.lists.SubscriptionState;
import org.chatnotes.lists.Term;
import org.chatnotes.mail.EmailAddress;
import org.chatnotes.markup.Templates;
import org.chatnotes.media.Media;
import org.chatnotes.notes.Audience;
import org.chatnotes.notes.Block;
import org.chatnotes.notes.Content;
import org.chatnotes.notes.Document;
import org.chatnotes.notes.Note;
import org.chatnotes.notes.Notes;
import org.chatnotes.outbox.Outbox;
import org.chatnotes.outbox.Sender;
import org.chatnotes.outbox.SenderSettings;
import org.chatnotes.preferences.PreferenceLinks;
import org.chatnotes.rendering.Rendering;
import org.chatnotes.runtime.SendingRight;
import org.chatnotes.series.AllSeries;
import org.chatnotes.settings.Settings;
import org.chatnotes.signing.Signing;
import org.chatnotes.smtp.Relay;
import org.chatnotes.subscribers.Format;
import org.chatnotes.subscribers.Subscriber;
import org.chatnotes.subscribers.SubscriberDraft;
import org.chatnotes.subscribers.Subscribers;
import org.chatnotes.tracking.Links;

/** Everything an edition needs, on one database, with a worker that tests crank and a sender they start. */
final class Newsroom implements AutoCloseable {
    static final String URL = "https://notes.example.org";

    final Database database;
    final TestClock clock = new TestClock();
    final Events events;
    final Settings settings;
    final Outbox outbox;
    final Subscribers subscribers;
    final Lists lists;
    final Notes notes;
    final Editions editions;
    final Signing signing;
    final MailingList list;
    boolean loopback = true;
    private final List<Sender> senders = new ArrayList<>();

    Newsroom(Database database) {
        this(database, URL);
    }

    Newsroom(Database database, String publicUrl) {
        this.database = database;
        this.events = new Events(database, clock);
        this.signing = new Signing(database, clock);
        this.settings = new Settings(database, events);
        this.outbox = new Outbox(database, clock);
        Library library = new Library(database, events, clock);
        Codes codes = new Codes(database, clock);
        Media media = new Media(database, clock);
        this.subscribers = new Subscribers(database, signing, events, outbox, clock);
        this.lists = new Lists(database, subscribers, settings, events, outbox, clock);
        Links links = new Links(database, events, clock);
        AllSeries series = new AllSeries(database, settings, events, clock);
        this.notes = new Notes(database, series, events, clock, String::valueOf);
        Rendering rendering = new Rendering(
                new Templates(null), settings, library, codes, media, links, lists, name -> false, publicUrl);
        this.editions = new Editions(
                database,
                clock,
                events,
                signing,
                settings,
                outbox,
                subscribers,
                lists,
                new PreferenceLinks(signing, publicUrl),
                series,
                notes,
                rendering,
                new Checks(rendering, library, media, lists),
                new PostOffice(settings, publicUrl, null, () -> loopback));
        this.list = lists.create(NewList.named("Readers"));
        lists.saveProgramme(new Term("ONE", 0, false, Map.of("en", "One"), Map.of()));
        lists.saveProgramme(new Term("TWO", 1, false, Map.of("en", "Two"), Map.of()));
    }

    /** A clock that stands unless moved; it starts at the real time, which senders' threads rest by. */
    static final class TestClock extends Clock {
        private volatile Duration ahead = Duration.ZERO;

        void move(Duration by) {
            ahead = ahead.plus(by);
        }

        @Override
        public java.time.ZoneId getZone() {
            return java.time.ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public java.time.Instant instant() {
            return Clock.systemUTC().instant().plus(ahead);
        }
    }

    Subscriber join(String name, String email, Set<String> programmes, Format format) {
        return join(SubscriberDraft.of(EmailAddress.parse(email))
                .named(name)
                .choosing(programmes, Set.of())
                .reading(null, format));
    }

    Subscriber join(SubscriberDraft draft) {
        Subscriber subscriber = subscribers.create(draft);
        lists.subscribe(
                list.id(), subscriber.id(), SubscriptionState.ACTIVE, new Consent("form", clock.instant(), null));
        return subscriber;
    }

    /** Readers without names, many at once. */
    void joinMany(int count) {
        List<SubscriberDraft> drafts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            drafts.add(SubscriberDraft.of(EmailAddress.parse("reader" + i + "@example.org"))
                    .named("Reader Number" + i)
                    .choosing(i % 3 == 0 ? Set.of("ONE") : i % 3 == 1 ? Set.of("TWO") : Set.of(), Set.of()));
        }
        subscribers.save(drafts, Map.of());
        lists.enrol(
                list.id(),
                subscribers
                        .ids(drafts.stream().map(draft -> draft.email().key()).toList())
                        .values(),
                SubscriptionState.ACTIVE,
                new Consent("import", clock.instant(), null));
    }

    /** A note with a greeting for all and a block for each of two programmes. */
    Note note() {
        return notes.create(
                null,
                Document.titled(
                        "The March notes",
                        "en",
                        List.of(
                                Block.of("b01", new Content.Intro("<p>Dear {{first_name|colleagues}},</p>")),
                                Block.of(
                                        "b02",
                                        new Content.Prose(
                                                "<p>Read <a href=\"https://example.com/a?b=1&amp;c=2\">this</a>.</p>")),
                                Block.of("b03", new Content.Prose("<p>Only for the first.</p>"))
                                        .with(new Audience(Set.of("ONE"), Set.of())),
                                Block.of("b04", new Content.Prose("<p>Only for the second.</p>"))
                                        .with(new Audience(Set.of("TWO"), Set.of())))));
    }

    Sender sender(Supplier<Relay> relay) {
        Sender sender = new Sender(
                database,
                clock,
                events,
                signing,
                relay,
                editions.composer(),
                new SenderSettings(
                        "localhost",
                        3,
                        Duration.ofSeconds(3),
                        List.of(Duration.ofMillis(100)),
                        Duration.ofHours(1),
                        true,
                        Duration.ofMillis(50),
                        Duration.ofSeconds(5)),
                new SendingRight(null),
                Duration.ofSeconds(30));
        senders.add(sender);
        sender.start();
        return sender;
    }

    /** Cranks the worker once and says where an edition stands. */
    State tick(Edition edition) {
        editions.worker().tick();
        return editions.require(edition.id()).state();
    }

    @Override
    public void close() {
        senders.forEach(Sender::close);
        database.close();
    }
}
