package org.chatnotes;

import static java.util.Objects.requireNonNull;

import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.chatnotes.access.AccessFilter;
import org.chatnotes.access.Sessions;
import org.chatnotes.access.SignInPages;
import org.chatnotes.access.Tokens;
import org.chatnotes.access.Users;
import org.chatnotes.archive.Archive;
import org.chatnotes.archive.ArchivePages;
import org.chatnotes.archive.ViewPages;
import org.chatnotes.checks.ApprovalResource;
import org.chatnotes.checks.CheckResource;
import org.chatnotes.checks.Checks;
import org.chatnotes.cli.Doors;
import org.chatnotes.db.Database;
import org.chatnotes.db.Engine;
import org.chatnotes.db.Migrations;
import org.chatnotes.demo.Demo;
import org.chatnotes.editions.EditionResource;
import org.chatnotes.editions.Editions;
import org.chatnotes.editions.PostOffice;
import org.chatnotes.editor.BlockPages;
import org.chatnotes.editor.Desk;
import org.chatnotes.editor.DetailsPages;
import org.chatnotes.editor.NotePages;
import org.chatnotes.editor.PreviewPages;
import org.chatnotes.editor.RevisionPages;
import org.chatnotes.editor.SeriesPages;
import org.chatnotes.events.Events;
import org.chatnotes.inbox.Inbox;
import org.chatnotes.inbox.InboxPages;
import org.chatnotes.intake.Intake;
import org.chatnotes.intake.IntakePages;
import org.chatnotes.intake.IntakeResource;
import org.chatnotes.library.Codes;
import org.chatnotes.library.Library;
import org.chatnotes.library.LibraryResource;
import org.chatnotes.lists.ListPages;
import org.chatnotes.lists.ListResource;
import org.chatnotes.lists.Lists;
import org.chatnotes.lists.PeoplePages;
import org.chatnotes.lists.PersonPages;
import org.chatnotes.lists.SubscriberResource;
import org.chatnotes.markup.Templates;
import org.chatnotes.media.Media;
import org.chatnotes.media.MediaPages;
import org.chatnotes.media.MediaResource;
import org.chatnotes.notes.BlockResource;
import org.chatnotes.notes.NoteResource;
import org.chatnotes.notes.NoteWords;
import org.chatnotes.notes.Notes;
import org.chatnotes.outbox.Outbox;
import org.chatnotes.outbox.Sender;
import org.chatnotes.outbox.SenderSettings;
import org.chatnotes.preferences.PreferenceLinks;
import org.chatnotes.preferences.PreferencePages;
import org.chatnotes.preferences.Preferences;
import org.chatnotes.preferences.UnsubscribePages;
import org.chatnotes.problem.Problem;
import org.chatnotes.rendering.Rendering;
import org.chatnotes.runtime.SendingRight;
import org.chatnotes.runtime.Workers;
import org.chatnotes.series.AllSeries;
import org.chatnotes.settings.Settings;
import org.chatnotes.signing.Signing;
import org.chatnotes.smtp.Relay;
import org.chatnotes.subscribers.Subscribers;
import org.chatnotes.tracking.LinkPages;
import org.chatnotes.tracking.LinkResource;
import org.chatnotes.tracking.Links;
import org.chatnotes.transfer.ExportPages;
import org.chatnotes.transfer.Exports;
import org.chatnotes.transfer.ImportPages;
import org.chatnotes.transfer.ImportResource;
import org.chatnotes.transfer.Imports;
import org.chatnotes.web.Assets;
import org.chatnotes.web.ForgeryFilter;
import org.chatnotes.web.FormFilter;
import org.chatnotes.web.PageWriter;
import org.chatnotes.web.ProblemMapper;
import org.chatnotes.web.RequiredBody;
import org.chatnotes.web.SecurityHeaders;
import org.chatnotes.workshop.LibraryPages;
import org.chatnotes.workshop.RelayState;
import org.chatnotes.workshop.Workshop;
import org.jspecify.annotations.Nullable;

/** Puts the rooms together, by hand, once, floor by floor: for the server, the commands and whole-program tests alike. */
public final class Wiring implements AutoCloseable {
    public final Clock clock;
    public final Database database;
    public final Events events;
    public final Signing signing;
    public final Settings settings;
    public final Templates templates;
    public final Outbox outbox;
    public final Media media;
    public final Library library;
    public final Codes codes;
    public final Subscribers subscribers;
    public final Sessions sessions;
    public final Users users;
    public final Tokens tokens;
    public final Lists lists;
    public final Links links;
    public final PreferenceLinks preferenceLinks;
    public final Preferences preferences;
    public final Imports imports;
    public final Exports exports;
    public final AllSeries series;
    public final Notes notes;
    public final NoteWords words;
    public final Intake intake;
    public final Rendering rendering;
    public final Checks checks;
    public final Editions editions;
    public final Archive archive;
    public final Demo demo;
    public final @Nullable Inbox inbox;
    private final ChatnotesConfig config;
    private final List<AutoCloseable> sending = new CopyOnWriteArrayList<>();
    private final boolean https;
    private volatile @Nullable Sender sender;

    public Wiring(ChatnotesConfig config, Clock clock) {
        this.clock = clock;
        this.config = config;
        this.https = config.publicUrl().startsWith("https:");
        createFolder(config.dataFolder());
        this.inbox = inbox(config, clock);
        // floor 1
        this.database = new Database(config.databaseUrl());
        this.events = new Events(database, clock);
        this.signing = new Signing(database, clock);
        this.settings = new Settings(database, events);
        this.templates = new Templates(config.templates());
        // floor 3
        this.outbox = new Outbox(database, clock);
        this.media = new Media(database, clock);
        this.library = new Library(database, events, clock);
        this.codes = new Codes(database, clock);
        this.subscribers = new Subscribers(database, signing, events, outbox, clock);
        // floor 4
        this.sessions = new Sessions(database, clock);
        this.users = new Users(database, sessions, events, clock);
        this.tokens = new Tokens(database, events, clock);
        this.lists = new Lists(database, subscribers, settings, events, outbox, clock);
        this.links = new Links(database, events, clock);
        // floor 5
        this.preferenceLinks = new PreferenceLinks(signing, config.publicUrl());
        this.preferences = new Preferences(database, signing, subscribers, lists, clock);
        this.imports = new Imports(database, subscribers, lists, events, clock, config.dataFolder());
        this.exports = new Exports(subscribers, lists);
        this.series = new AllSeries(database, settings, events, clock);
        // floor 6
        this.notes = new Notes(database, series, events, clock, users::nameOf);
        this.words = new NoteWords(library, codes);
        this.intake = new Intake(database, notes, library, codes, lists::programmes, lists::roles, events, clock);
        this.rendering = new Rendering(
                templates, settings, library, codes, media, links, lists, subscribers::hasField, config.publicUrl());
        this.checks = new Checks(rendering, library, media, lists);
        // floor 7
        this.editions = new Editions(
                database,
                clock,
                events,
                signing,
                settings,
                outbox,
                subscribers,
                lists,
                preferenceLinks,
                series,
                notes,
                rendering,
                checks,
                new PostOffice(settings, config.publicUrl(), config.from(), this::relayOnLoopback));
        // floor 8
        this.archive = new Archive(editions, notes, series, lists, settings);
        // top
        this.demo =
                new Demo(database, settings, media, library, codes, subscribers, lists, series, notes, editions, clock);
    }

    /** The built-in inbox while no relay is set. Its folder is open to all processes; ports open on first use. */
    private static @Nullable Inbox inbox(ChatnotesConfig config, Clock clock) {
        return config.smtpUrl() != null
                ? null
                : new Inbox(config.dataFolder().resolve("inbox"), clock, config.inboxSmtpPort());
    }

    /** Gives the web server its filters, writers and resources. */
    public void register(JerseyEnvironment jersey) {
        Assets assets = new Assets();
        PageWriter pages = new PageWriter(templates, settings, assets, clock, inbox != null);
        jersey.register(pages);
        jersey.register(new ProblemMapper());
        jersey.register(new SecurityHeaders());
        jersey.register(new AccessFilter(users, sessions, tokens, events, https));
        jersey.register(new ForgeryFilter());
        jersey.register(new FormFilter());
        jersey.register(new RequiredBody());
        jersey.register(assets);
        jersey.register(new MediaPages(media));
        jersey.register(new MediaResource(media));
        jersey.register(new SignInPages(users, sessions, https));
        jersey.register(new LinkPages(links));
        jersey.register(new ArchivePages(archive, rendering, links, settings, templates, config.publicUrl()));
        jersey.register(new ViewPages(archive, editions, rendering, signing, settings, editions::variant));
        jersey.register(new LinkResource(links));
        jersey.register(new CheckResource(checks, notes));
        jersey.register(new EditionResource(editions, outbox, lists));
        jersey.register(new PeoplePages(lists, subscribers, settings));
        jersey.register(new PersonPages(lists, subscribers, outbox, events, settings, clock));
        jersey.register(new SubscriberResource(subscribers, lists, clock));
        jersey.register(new ListPages(lists));
        jersey.register(new ListResource(lists));
        jersey.register(new ImportPages(imports, lists));
        jersey.register(new ImportResource(imports));
        jersey.register(new ExportPages(exports, lists));
        jersey.register(new UnsubscribePages(preferences, settings));
        jersey.register(new PreferencePages(preferences, settings));
        jersey.register(new NoteResource(notes, series));
        jersey.register(new BlockResource(notes));
        jersey.register(new ApprovalResource(notes, checks));
        Desk desk = new Desk(notes, series, users, lists, library, media, checks, intake);
        jersey.register(new LibraryResource(library));
        jersey.register(new IntakeResource(intake));
        jersey.register(new IntakePages(intake, notes, series));
        jersey.register(new LibraryPages(library, lists));
        jersey.register(new NotePages(desk));
        jersey.register(new BlockPages(desk));
        jersey.register(new DetailsPages(desk));
        jersey.register(new RevisionPages(desk));
        jersey.register(new PreviewPages(desk, rendering));
        jersey.register(new SeriesPages(series, lists, settings));
        Workshop workshop = new Workshop(
                new Workshop.Rooms(
                        events, settings, outbox, subscribers, users, tokens, lists, series, notes, checks, editions),
                pages,
                this::relayState,
                clock);
        workshop.pages().forEach(jersey::register);
        Workers workers = new Workers();
        workers.start(workshop.workers());
        sending.add(workers);
        if (inbox != null) {
            inbox.smtpUrl();
            inbox.serveImap(config.inboxImapPort());
            jersey.register(new InboxPages(inbox, config.publicUrl()));
        }
    }

    private static void createFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw Problem.unavailable("The data folder " + folder.toAbsolutePath()
                    + " cannot be made. Set CHATNOTES_DATA to a folder that may be written.");
        }
    }

    /** Brings the tables up to date. */
    public void migrate() {
        new Migrations(database).run(config.dataFolder().resolve("backups"), clock);
    }

    /** Opens the program for a command: no web server, tables up to date. */
    static Doors openDoors(Path configFile) {
        Wiring wiring = new Wiring(ChatnotesConfig.read(configFile), Clock.systemUTC());
        wiring.migrate();
        return new Doors(
                wiring.events,
                wiring.users,
                wiring.tokens,
                wiring.lists,
                wiring.imports,
                wiring.exports,
                wiring.notes,
                wiring.words,
                wiring.intake,
                wiring.checks,
                wiring.editions,
                wiring.demo::fill,
                wiring.sending(),
                wiring::close);
    }

    /** Where mail goes: the relay that is set, or the built-in inbox. */
    private Relay relay() {
        String url = config.smtpUrl();
        return Relay.parse(url != null ? url : requireNonNull(inbox).smtpUrl());
    }

    /** Where mail goes, for pages. */
    private RelayState relayState() {
        Sender here = sender;
        return new RelayState(
                relay(),
                inbox != null,
                here == null || !here.sending() ? null : (Integer) here.connections(),
                config.smtpConnections());
    }

    private boolean relayOnLoopback() {
        String url = config.smtpUrl();
        return url == null || Relay.parse(url).onLoopback();
    }

    /** Sends from this process until it is closed, as soon as no other process on this SQLite file does. */
    public AutoCloseable send() {
        Path lock = database.engine() == Engine.SQLITE ? config.dataFolder().resolve("sender.lock") : null;
        Sender sender = new Sender(
                database,
                clock,
                events,
                signing,
                this::relay,
                editions.composer(),
                senderSettings(),
                new SendingRight(lock),
                config.lease());
        this.sender = sender;
        Workers workers = new Workers();
        sender.start();
        workers.start(List.of(editions.worker()));
        AutoCloseable both = () -> {
            workers.close();
            sender.close();
        };
        sending.add(both);
        return both;
    }

    private Doors.Sending sending() {
        return new Doors.Sending() {
            @Override
            public AutoCloseable begin() {
                return send();
            }

            @Override
            public void untilStopped() {
                send();
                Runtime.getRuntime().addShutdownHook(new Thread(Wiring.this::close, "stop"));
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        };
    }

    private SenderSettings senderSettings() {
        String host = URI.create(config.publicUrl()).getHost();
        return new SenderSettings(
                host == null ? "localhost" : host,
                config.smtpConnections(),
                config.smtpTimeout(),
                config.retryDelays(),
                config.retryFor(),
                true,
                SenderSettings.DEFAULT.relayPause(),
                SenderSettings.DEFAULT.drain());
    }

    @Override
    public void close() {
        for (AutoCloseable open : sending) {
            try {
                open.close();
            } catch (Exception e) {
                throw new IllegalStateException("The sender could not be stopped", e);
            }
        }
        if (inbox != null) {
            inbox.close();
        }
        database.close();
    }
}
