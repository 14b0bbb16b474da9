package org.chatnotes.editions;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.chatnotes.checks.Checks;
import org.chatnotes.db.Database;
import org.chatnotes.events.Events;
import org.chatnotes.lists.Lists;
import org.chatnotes.mail.EmailAddress;
import org.chatnotes.notes.Notes;
import org.chatnotes.outbox.Composer;
import org.chatnotes.outbox.Outbox;
import org.chatnotes.preferences.PreferenceLinks;
import org.chatnotes.problem.Problem;
import org.chatnotes.rendering.Rendering;
import org.chatnotes.rendering.VariantKey;
import org.chatnotes.runtime.Worker;
import org.chatnotes.series.AllSeries;
import org.chatnotes.settings.Settings;
import org.chatnotes.signing.Signing;
import org.chatnotes.subscribers.Subscribers;
import org.jspecify.annotations.Nullable;

/** Sending a note to a list: schedule, freeze, progress, stop. */
public final class Editions {
    private static final int CHUNK = 500;

    private final Database database;
    private final Clock clock;
    private final Events events;
    private final Outbox outbox;
    private final EditionStore store;
    private final VariantStore variants;
    private final Orders orders;
    private final Samples samples;
    private final PostOffice office;
    private final Breakdowns breakdowns;
    private final EditionComposer composer;
    private final EditionWorker worker;

    public Editions(
            Database database,
            Clock clock,
            Events events,
            Signing signing,
            Settings settings,
            Outbox outbox,
            Subscribers subscribers,
            Lists lists,
            PreferenceLinks links,
            AllSeries series,
            Notes notes,
            Rendering rendering,
            Checks checks,
            PostOffice office) {
        this.database = database;
        this.clock = clock;
        this.events = events;
        this.outbox = outbox;
        this.store = new EditionStore(database);
        this.variants = new VariantStore(database);
        this.office = office;
        this.breakdowns = new Breakdowns(outbox, variants);
        ViewLinks views = new ViewLinks(signing, office.publicUrl());
        Printer printer = new Printer(rendering, office, series, settings);
        this.orders = new Orders(database, clock, events, store, notes, lists, checks, office, settings);
        this.samples = new Samples(clock, outbox, notes, lists, subscribers, printer, links, views, office, settings);
        this.composer = new EditionComposer(store, variants, subscribers, lists, links, views, office);
        Freezer freezer = new Freezer(database, clock, events, store, variants, outbox, lists, notes, printer);
        this.worker = new EditionWorker(database, clock, events, store, freezer, outbox, subscribers);
    }

    /** For a process that sends. */
    public Worker worker() {
        return worker;
    }

    /** For a process that sends. */
    public Composer composer() {
        return composer;
    }

    /**
     * Approves the note's current revision in the actor's name if nothing blocks, and schedules it. Two calls at once
     * make one edition.
     *
     * @throws Problem invalid with the findings that block; conflict naming the edition when the revision went to that
     *     list already; unavailable when mail may not leave yet
     */
    public Edition schedule(Order order) {
        return orders.place(order);
    }

    /** @throws Problem not found */
    public Edition require(long id) {
        return store.find(id).orElseThrow(() -> Problem.notFound("There is no edition " + id + "."));
    }

    /** Newest first, of one note or of all, below an id. */
    public List<Edition> list(@Nullable Long noteId, long beforeId, int limit) {
        return store.list(noteId, beforeId, limit);
    }

    /** An edition, where its deliveries stand, and why nothing moves if the relay is held. */
    public Status status(long id) {
        Edition edition = require(id);
        return new Status(
                edition,
                outbox.tally(id),
                edition.state() == State.SENDING ? outbox.relayHold().orElse(null) : edition.reason());
    }

    /** Where an edition's deliveries stand by variant and zone; looks at all of them. */
    public Breakdown breakdown(Edition edition) {
        return breakdowns.of(edition);
    }

    /** Whether mail would leave this machine although nobody has looked at the settings yet; then nothing is sent. */
    public boolean settingsUnseen() {
        return office.settingsUnseen();
    }

    /** Stops it within moments; what is on the wire ends. Pausing a paused one is fine. */
    public Edition pause(long id) {
        return database.write(() -> {
            Edition edition = require(id);
            if (edition.state() == State.PAUSED) {
                return edition;
            }
            move(edition, State.PAUSED, null);
            outbox.stop(id);
            events.record("edition.paused", Edition.subject(id));
            return require(id);
        });
    }

    /** Goes on with a paused or held edition. */
    public Edition resume(long id) {
        return database.write(() -> {
            Edition edition = require(id);
            if (edition.state() != State.PAUSED && edition.state() != State.HELD) {
                throw Problem.conflict(
                        "Edition " + id + " is " + edition.state().word() + ": it does not wait.");
            }
            boolean frozen = edition.frozenAt() != null;
            boolean begun = edition.startedAt() != null;
            move(edition, frozen ? State.SENDING : begun ? State.FREEZING : State.SCHEDULED, null);
            if (frozen) {
                outbox.open(id);
            }
            events.record("edition.resumed", Edition.subject(id));
            return require(id);
        });
    }

    /** Ends it; who already got it has it. */
    public Edition cancel(long id) {
        return database.write(() -> {
            Edition edition = require(id);
            if (edition.state() == State.CANCELLED) {
                return edition;
            }
            move(edition, State.CANCELLED, null);
            outbox.stop(id);
            if (edition.startedAt() == null) {
                store.free(id);
            }
            events.record("edition.cancelled", Edition.subject(id));
            return require(id);
        });
    }

    /** Queues the failed ones again, and gives their number. */
    public long retryFailed(long id) {
        Edition edition = require(id);
        if (edition.state() != State.SENT && edition.state() != State.SENDING && edition.state() != State.HELD) {
            throw Problem.conflict(
                    "Edition " + id + " is " + edition.state().word() + ": nothing of it can be sent again now.");
        }
        long again = 0;
        int chunk = CHUNK;
        while (chunk == CHUNK) {
            chunk = outbox.retryFailed(id, CHUNK);
            again += chunk;
        }
        if (again > 0) {
            reopen(edition, State.SENDING);
        }
        return again;
    }

    /** Sends a sent edition to those who joined its list since, each as her profile is now. */
    public Edition sendToJoined(long id) {
        return database.write(() -> {
            Edition edition = require(id);
            if (edition.state() != State.SENT) {
                throw Problem.conflict("Edition " + id + " is "
                        + edition.state().word() + ": those who joined since can get it once it is sent.");
            }
            store.thaw(id);
            reopen(edition, State.FREEZING);
            return require(id);
        });
    }

    private void reopen(Edition edition, State to) {
        if (edition.state() == State.SENT) {
            database.write(() -> {
                move(edition, to, null);
                if (to == State.SENDING) {
                    outbox.open(edition.id());
                }
            });
        }
    }

    /** What would happen if it were frozen now. */
    public Forecast forecast(long noteId, long listId) {
        return samples.forecast(noteId, listId);
    }

    /**
     * Renders and encodes every copy as for sending, and sends nothing; gives their number.
     *
     * @throws Problem as {@link #schedule} would
     */
    public long dryRun(long noteId, long listId) {
        orders.check(noteId);
        return samples.dryRun(noteId, listId);
    }

    /** Sends the note as it stands to one address, marked [TEST], and gives the delivery's id. */
    public long testSend(long noteId, long listId, EmailAddress to, Persona persona) {
        return samples.testSend(noteId, listId, to, persona);
    }

    /** One reader's whole mail; without a reader, for a sample one of fixed date whose links act on nobody. */
    public byte[] eml(long noteId, @Nullable Long listId, Persona persona, @Nullable EmailAddress reader) {
        return samples.eml(noteId, listId, persona, reader);
    }

    /**
     * What readers of a variant saw, by the ids that its link {@code /view/…} carries.
     *
     * @throws Problem not found
     */
    public VariantKey variant(long editionId, long variantId) {
        return variants.key(editionId, variantId)
                .orElseThrow(() -> Problem.notFound("There is no such mail any more."));
    }

    private void move(Edition edition, State to, @Nullable String reason) {
        if (!edition.state().next().contains(to)
                || !store.move(edition.id(), edition.state(), to, reason, clock.instant())) {
            throw Problem.conflict("Edition " + edition.id() + " is "
                    + require(edition.id()).state().word() + " and cannot become " + to.word() + ".");
        }
    }

    /** For those who only need to name it. */
    static Map<String, Object> named(Edition edition) {
        return Map.of("note", edition.noteId(), "list", edition.listId());
    }
}
