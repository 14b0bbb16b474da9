package org.chatnotes.rendering;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.chatnotes.db.Database;
import org.chatnotes.demo.DemoVocabulary;
import org.chatnotes.demo.SampleEdition;
import org.chatnotes.events.Events;
import org.chatnotes.library.Codes;
import org.chatnotes.library.Library;
import org.chatnotes.lists.Lists;
import org.chatnotes.markup.Templates;
import org.chatnotes.media.Media;
import org.chatnotes.notes.Document;
import org.chatnotes.outbox.Outbox;
import org.chatnotes.settings.Group;
import org.chatnotes.settings.Settings;
import org.chatnotes.signing.Signing;
import org.chatnotes.subscribers.Format;
import org.chatnotes.subscribers.Subscribers;
import org.chatnotes.tracking.Links;

/** The rooms that rendering needs, over one database, with or without the demo's vocabulary. */
public final class Stage {
    public static final String PUBLIC_URL = "https://notes.example.org";
    static final Group GROUP = new Group(
            "IB Coordinators Chat",
            "IB Coordinators Chat",
            "notes@example.org",
            "editor@example.org",
            "18 Mill Lane, Springfield, MA 01103, USA",
            "America/New_York",
            "en",
            "Not affiliated with or endorsed by the International Baccalaureate.",
            "#e3737f",
            "#ffe58a",
            true);

    public final Library library;
    public final Media media;
    public final Links links;
    public final Lists lists;
    public final Codes codes;
    public final Rendering rendering;

    public Stage(Database database) {
        Clock clock = Clock.fixed(Instant.parse("2025-03-13T11:00:00Z"), ZoneOffset.UTC);
        Events events = new Events(database, clock);
        Settings settings = new Settings(database, events);
        settings.save(GROUP);
        this.library = new Library(database, events, clock);
        this.codes = new Codes(database, clock);
        this.media = new Media(database, clock);
        this.links = new Links(database, events, clock);
        this.lists = lists(database, settings, events, clock);
        this.rendering = new Rendering(
                new Templates(null), settings, library, codes, media, links, lists, "shoe_size"::equals, PUBLIC_URL);
    }

    /** The notes of March 2025, with programmes, roles and codes as the demo brings them. */
    public Document sample() {
        new DemoVocabulary(lists, codes).install();
        return new SampleEdition(library, media).bringIn();
    }

    public Rendered render(
            Document document, Set<String> programmes, Set<String> roles, String language, Format format) {
        VariantKey key = rendering.variant(document, programmes, roles, language, format, "letter");
        return rendering.render(request(document, key));
    }

    public static RenderRequest request(Document document, VariantKey key) {
        return new RenderRequest(
                1, document, key, true, "IBCC notes", "editor@example.org", "/archive/ibcc-notes/2025-03-belonging");
    }

    private static Lists lists(Database database, Settings settings, Events events, Clock clock) {
        Outbox outbox = new Outbox(database, clock);
        Subscribers subscribers = new Subscribers(database, new Signing(database, clock), events, outbox, clock);
        return new Lists(database, subscribers, settings, events, outbox, clock);
    }
}
