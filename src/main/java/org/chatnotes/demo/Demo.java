package org.chatnotes.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.Map;
import org.chatnotes.db.Database;
import org.chatnotes.editions.Edition;
import org.chatnotes.editions.Editions;
import org.chatnotes.editions.Order;
import org.chatnotes.library.Codes;
import org.chatnotes.library.Library;
import org.chatnotes.lists.Consent;
import org.chatnotes.lists.Lists;
import org.chatnotes.lists.MailingList;
import org.chatnotes.lists.NewList;
import org.chatnotes.lists.SubscriptionState;
import org.chatnotes.mail.EmailAddress;
import org.chatnotes.media.Media;
import org.chatnotes.notes.Note;
import org.chatnotes.notes.Notes;
import org.chatnotes.problem.Problem;
import org.chatnotes.series.AllSeries;
import org.chatnotes.series.SeriesDraft;
import org.chatnotes.settings.Group;
import org.chatnotes.settings.Settings;
import org.chatnotes.subscribers.AddressState;
import org.chatnotes.subscribers.Format;
import org.chatnotes.subscribers.SubscriberDraft;
import org.chatnotes.subscribers.Subscribers;

/** Fills an empty installation with the notes of March 2025 and their seven readers, and sends the notes to them. */
public final class Demo {
    private final Database database;
    private final Settings settings;
    private final Subscribers subscribers;
    private final Lists lists;
    private final AllSeries series;
    private final Notes notes;
    private final Editions editions;
    private final DemoVocabulary vocabulary;
    private final SampleEdition sample;
    private final Clock clock;

    public Demo(
            Database database,
            Settings settings,
            Media media,
            Library library,
            Codes codes,
            Subscribers subscribers,
            Lists lists,
            AllSeries series,
            Notes notes,
            Editions editions,
            Clock clock) {
        this.database = database;
        this.settings = settings;
        this.subscribers = subscribers;
        this.lists = lists;
        this.series = series;
        this.notes = notes;
        this.editions = editions;
        this.vocabulary = new DemoVocabulary(lists, codes);
        this.sample = new SampleEdition(library, media);
        this.clock = clock;
    }

    /** Whether nobody has made anything yet. */
    public boolean empty() {
        return lists.all().isEmpty() && notes.list(null, false, null, 1).isEmpty();
    }

    /**
     * Fills in everything, and orders the edition; the sender takes it from there.
     *
     * @throws Problem conflict when there is something already
     */
    public Edition fill() {
        if (!empty()) {
            throw Problem.conflict(
                    "There are lists or notes already, so the demonstration was not filled in. It needs an "
                            + "empty data folder: set CHATNOTES_DATA to a new one.");
        }
        JsonNode file = DemoFile.yaml("recipients.yaml");
        return database.write(() -> {
            settings.save(group(file.path("group")));
            vocabulary.install();
            MailingList list = lists.create(NewList.named(file.path("list").asText()));
            file.path("recipients").forEach(person -> enrol(list, person));
            Note note = notes.create(series(file.path("series"), list), sample.bringIn());
            return editions.schedule(Order.now(note.id(), list.id()));
        });
    }

    private static Group group(JsonNode file) {
        return new Group(
                file.path("name").asText(),
                DemoFile.text(file, "sender_name"),
                DemoFile.text(file, "sender_email"),
                DemoFile.text(file, "reply_to"),
                DemoFile.text(file, "postal_line"),
                file.path("zone").asText(),
                file.path("language").asText(),
                DemoFile.text(file, "disclaimer"),
                "#e3737f",
                "#ffe58a",
                false);
    }

    private String series(JsonNode file, MailingList list) {
        SeriesDraft draft = new SeriesDraft(
                file.path("slug").asText(),
                file.path("name").asText(),
                DemoFile.text(file, "rule"),
                file.path("zone").asText(),
                "en",
                "letter",
                true,
                list.id(),
                true,
                8);
        return series.create(draft).slug();
    }

    private void enrol(MailingList list, JsonNode person) {
        SubscriberDraft draft = SubscriberDraft.of(
                        EmailAddress.parse(person.path("email").asText()))
                .named(DemoFile.text(person, "name"))
                .at(DemoFile.text(person, "school"), DemoFile.text(person, "country"), null)
                .in(DemoFile.text(person, "zone"))
                .reading(
                        DemoFile.text(person, "language"),
                        "text".equals(DemoFile.text(person, "format")) ? Format.TEXT : Format.HTML)
                .choosing(DemoFile.set(person.path("programmes")), DemoFile.set(person.path("roles")))
                .with(Map.of());
        long id = subscribers.create(draft).id();
        lists.subscribe(
                list.id(), id, SubscriptionState.ACTIVE, new Consent("demo", clock.instant(), "A reader of the demo"));
        if (person.has("paused_months")) {
            lists.pause(
                    list.id(),
                    id,
                    lists.today().plusMonths(person.path("paused_months").asInt()));
        }
        if (person.has("bounced")) {
            subscribers.mark(id, AddressState.BOUNCED, person.path("bounced").asText());
        }
    }
}
