package org.chatnotes.editions;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chatnotes.checks.Checks;
import org.chatnotes.checks.Finding;
import org.chatnotes.db.Database;
import org.chatnotes.events.Events;
import org.chatnotes.lists.Lists;
import org.chatnotes.lists.MailingList;
import org.chatnotes.lists.Recipient;
import org.chatnotes.notes.Note;
import org.chatnotes.notes.NoteState;
import org.chatnotes.notes.Notes;
import org.chatnotes.problem.Problem;
import org.chatnotes.settings.Settings;

/** Takes orders: looks whether the note may go out, approves it, and makes sure that one order is one edition. */
final class Orders {
    private static final int CHUNK = 2000;

    private final Database database;
    private final Clock clock;
    private final Events events;
    private final EditionStore store;
    private final Notes notes;
    private final Lists lists;
    private final Checks checks;
    private final PostOffice office;
    private final Settings settings;

    Orders(
            Database database,
            Clock clock,
            Events events,
            EditionStore store,
            Notes notes,
            Lists lists,
            Checks checks,
            PostOffice office,
            Settings settings) {
        this.database = database;
        this.clock = clock;
        this.events = events;
        this.store = store;
        this.notes = notes;
        this.lists = lists;
        this.checks = checks;
        this.office = office;
        this.settings = settings;
    }

    Edition place(Order order) {
        Optional<Edition> same = repeated(order);
        if (same.isPresent()) {
            return same.get();
        }
        DuePlan.check(order.plan());
        MailingList list = lists.require(order.listId());
        Note note = notes.require(order.noteId());
        refuseTwice(order, note);
        office.guard();
        office.sender(list);
        office.guardSettings();
        refuseBlocked(note);
        Instant due = firstDue(order);
        return database.write(() -> {
            if (note.state() != NoteState.APPROVED) {
                notes.approve(note.id(), note.revisionId());
            }
            long id = store.insert(
                    order, note.revisionId(), note.document().subjectLine(), due, clock.instant(), events.actor());
            if (id == 0) {
                return repeated(order).orElseThrow(() -> twice(store.once(note.revisionId(), list.id())));
            }
            Edition edition = store.find(id).orElseThrow();
            events.record("edition.scheduled", Edition.subject(id), Editions.named(edition));
            return edition;
        });
    }

    /** @throws Problem invalid, with what keeps the note from being sent */
    void check(long noteId) {
        refuseBlocked(notes.require(noteId));
    }

    private Optional<Edition> repeated(Order order) {
        String key = order.idempotencyKey();
        if (key == null) {
            return Optional.empty();
        }
        Optional<Edition> known = store.byKey(key);
        known.filter(edition -> edition.noteId() != order.noteId() || edition.listId() != order.listId())
                .ifPresent(other -> {
                    throw Problem.conflict("The key “" + key + "” was used for edition " + other.id()
                            + ", another note or list. Use a new key for a new order.");
                });
        return known;
    }

    private void refuseTwice(Order order, Note note) {
        if (!order.again()) {
            Optional<Edition> known = store.once(note.revisionId(), order.listId());
            if (known.isPresent()) {
                throw twice(known);
            }
        }
    }

    private static Problem twice(Optional<Edition> known) {
        return known.map(edition -> Problem.conflict("This revision went to that list already: edition "
                        + edition.id() + " is " + edition.state().word()
                        + ". To send it once more, say so: --again, or the tick “once more”."))
                .orElseGet(() -> Problem.conflict("The same order is being taken just now."));
    }

    private void refuseBlocked(Note note) {
        if (note.binnedAt() != null) {
            throw Problem.conflict("This note is in the bin. Take it out before you send it.");
        }
        List<Problem.Field> blocking = checks.findings(note.id(), note.document()).stream()
                .filter(finding -> finding.level() == Finding.Level.BLOCK)
                .map(Orders::field)
                .toList();
        if (!blocking.isEmpty()) {
            throw Problem.invalid(blocking);
        }
    }

    private static Problem.Field field(Finding finding) {
        String block = finding.blockId() == null ? "note" : finding.blockId();
        return new Problem.Field(finding.field() == null ? block : block + "." + finding.field(), finding.message());
    }

    /** The first reader's moment; with everyone's own zone that takes a look at everyone. */
    private Instant firstDue(Order order) {
        DuePlan plan = new DuePlan(order.plan(), clock.instant());
        Instant first = plan.of(settings.group().zone()).at();
        if (!order.plan().eachReadersZone()) {
            return plan.of(null).at();
        }
        long after = 0;
        List<Recipient> chunk = lists.recipients(order.listId(), after, CHUNK);
        while (!chunk.isEmpty()) {
            for (Recipient reader : chunk) {
                Instant due = plan.of(reader.zone()).at();
                first = due.isBefore(first) ? due : first;
            }
            after = chunk.get(chunk.size() - 1).subscriberId();
            chunk = lists.recipients(order.listId(), after, CHUNK);
        }
        return first;
    }
}
