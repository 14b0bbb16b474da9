package org.chatnotes.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chatnotes.checks.Checks;
import org.chatnotes.db.Database;
import org.chatnotes.db.EachEngine;
import org.chatnotes.editions.Edition;
import org.chatnotes.editions.Editions;
import org.chatnotes.editions.Order;
import org.chatnotes.editions.Plan;
import org.chatnotes.editions.PostOffice;
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
import org.chatnotes.preferences.PreferenceLinks;
import org.chatnotes.problem.Problem;
import org.chatnotes.rendering.Rendering;
import org.chatnotes.series.AllSeries;
import org.chatnotes.settings.Settings;
import org.chatnotes.signing.Grant;
import org.chatnotes.signing.Purpose;
import org.chatnotes.signing.Signing;
import org.chatnotes.subscribers.Subscriber;
import org.chatnotes.subscribers.SubscriberDraft;
import org.chatnotes.subscribers.Subscribers;
import org.chatnotes.tracking.Links;
import org.chatnotes.web.Assets;
import org.chatnotes.web.Page;
import org.chatnotes.web.PageWriter;

final class ArchiveTest {
    private static final String URL = "https://notes.example.org";

    /** All rooms down to the archive, over one database. */
    private static final class House {
        final Signing signing;
        final Notes notes;
        final Editions editions;
        final Archive archive;
        final ArchivePages pages;
        final ViewPages views;
        final PageWriter writer;
        final MailingList list;

        House(Database database) {
            Clock clock = Clock.systemUTC();
            Templates templates = new Templates(null);
            Events events = new Events(database, clock);
            Settings settings = new Settings(database, events);
            Outbox outbox = new Outbox(database, clock);
            Library library = new Library(database, events, clock);
            Media media = new Media(database, clock);
            Links links = new Links(database, events, clock);
            AllSeries series = new AllSeries(database, settings, events, clock);
            this.signing = new Signing(database, clock);
            Subscribers subscribers = new Subscribers(database, signing, events, outbox, clock);
            Lists lists = new Lists(database, subscribers, settings, events, outbox, clock);
            this.notes = new Notes(database, series, events, clock, String::valueOf);
            Rendering rendering = new Rendering(
                    templates, settings, library, new Codes(database, clock), media, links, lists, name -> false, URL);
            this.editions = new Editions(
                    database,
                    clock,
                    events,
                    signing,
                    settings,
                    outbox,
                    subscribers,
                    lists,
                    new PreferenceLinks(signing, URL),
                    series,
                    notes,
                    rendering,
                    new Checks(rendering, library, media, lists),
                    new PostOffice(settings, URL, null, () -> true));
            this.archive = new Archive(editions, notes, series, lists, settings);
            this.pages = new ArchivePages(archive, rendering, links, settings, templates, URL);
            this.views = new ViewPages(archive, editions, rendering, signing, settings, editions::variant);
            this.writer = new PageWriter(templates, settings, new Assets(), clock, false);
            lists.saveProgramme(new Term("ONE", 0, false, Map.of("en", "One"), Map.of()));
            this.list = lists.create(NewList.named("Readers"));
            Subscriber reader = subscribers.create(
                    SubscriberDraft.of(EmailAddress.parse("a@example.org")).choosing(Set.of("ONE"), Set.of()));
            lists.subscribe(
                    list.id(), reader.id(), SubscriptionState.ACTIVE, new Consent("form", clock.instant(), null));
        }

        Edition send(Note note) {
            Edition edition = editions.schedule(new Order(note.id(), list.id(), Plan.now(), false, null));
            for (int i = 0; i < 5; i++) {
                editions.worker().tick();
            }
            return editions.require(edition.id());
        }

        String html(Page page) {
            return writer.render(page, null);
        }
    }

    private static Note note(House house) {
        return house.notes.create(
                null,
                Document.titled(
                        "March & more",
                        "en",
                        List.of(
                                Block.of(
                                        "b01",
                                        new Content.Provocation(null, "Why {{first_name|you}}?", List.of("0201-02"))),
                                Block.of("b02", new Content.Prose("<p>Only for one.</p>"))
                                        .with(new Audience(Set.of("ONE"), Set.of())),
                                Block.of(
                                                "b03",
                                                new Content.Prose(
                                                        "<p>Only for a role. <a href=\"{{unsubscribe_url}}\">x</a></p>"))
                                        .with(new Audience(Set.of(), Set.of("boss"))))));
    }

    @EachEngine
    void onlyWhatWasSentStandsInTheArchive(Database database) {
        House house = new House(database);
        Note note = note(house);
        assertThat(house.archive.before(Long.MAX_VALUE, 10, "en")).isEmpty();
        assertThat(house.archive.path(note.id())).isEmpty();
        assertThatThrownBy(() -> house.archive.require("notes", note.slug(), "en"))
                .isInstanceOf(Problem.class);
        house.send(note);
        Archived found = house.archive.before(Long.MAX_VALUE, 10, "en").get(0);
        assertThat(found.title()).isEqualTo("March & more");
        assertThat(found.snippet()).isEqualTo("Why you?");
        assertThat(found.programmes()).containsExactly("One");
        assertThat(found.codes()).containsExactly("0201-02");
        assertThat(house.archive.path(note.id())).contains("/archive/notes/" + note.slug());
    }

    @EachEngine
    void showsTheRevisionThatWasSent(Database database) {
        House house = new House(database);
        Note note = note(house);
        house.send(note);
        house.notes.change(note.id(), house.notes.require(note.id()).etag(), document -> document.with(List.of()));
        Archived found = house.archive.require("notes", note.slug(), "en");
        assertThat(found.document().blocks()).hasSize(3);
    }

    @EachEngine
    void theFeedIsWellFormed(Database database) {
        House house = new House(database);
        house.send(note(house));
        try (Response feed = house.pages.feed()) {
            assertThat(String.valueOf(feed.getEntity()))
                    .startsWith("<?xml version=\"1.0\"")
                    .contains("<title>March &amp; more</title>", "<summary>Why you?</summary>")
                    .contains("href=\"" + URL + "/archive/notes/");
        }
    }

    @EachEngine
    void aViewShowsOneVariantAndNothingPersonal(Database database) {
        House house = new House(database);
        Edition edition = house.send(note(house));
        String token = house.signing.token(new Grant(Purpose.VIEW, edition.id(), 1, 0));
        String html = house.html(house.views.view(token));
        assertThat(html)
                .contains("Why you?", "Only for one.", "See everything in these notes")
                .doesNotContain("Only for a role", "unsubscribe", "\uE000", "a@example.org", "noindex=\"\"");
        assertThatThrownBy(() -> house.views.view(token.substring(2))).isInstanceOf(Problem.class);
        String other = house.signing.token(new Grant(Purpose.UNSUBSCRIBE, edition.id(), 1, 0));
        assertThatThrownBy(() -> house.views.view(other)).isInstanceOf(Problem.class);
    }
}
