package org.chatnotes.editions;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chatnotes.db.Database;
import org.chatnotes.events.Events;
import org.chatnotes.lists.Lists;
import org.chatnotes.lists.MailingList;
import org.chatnotes.lists.Recipient;
import org.chatnotes.notes.Notes;
import org.chatnotes.outbox.NewDelivery;
import org.chatnotes.outbox.Outbox;
import org.chatnotes.rendering.VariantKey;

/**
 * Decides who gets an edition, in which variant and when: once, in chunks, each with its mark in the same transaction.
 * Several processes may freeze together, and each may die: whoever comes next goes on at the mark.
 */
final class Freezer {
    private static final int CHUNK = 1000;

    private final Database database;
    private final Clock clock;
    private final Events events;
    private final EditionStore editions;
    private final VariantStore variants;
    private final Outbox outbox;
    private final Lists lists;
    private final Notes notes;
    private final Printer printer;

    Freezer(
            Database database,
            Clock clock,
            Events events,
            EditionStore editions,
            VariantStore variants,
            Outbox outbox,
            Lists lists,
            Notes notes,
            Printer printer) {
        this.database = database;
        this.clock = clock;
        this.events = events;
        this.editions = editions;
        this.variants = variants;
        this.outbox = outbox;
        this.lists = lists;
        this.notes = notes;
        this.printer = printer;
    }

    /** Freezes until done, or until somebody stops it. */
    void freeze(Edition edition) {
        MailingList list = lists.require(edition.listId());
        Printer.Press press = printer.press(
                notes.require(edition.noteId()),
                notes.revision(edition.revisionId()).document(),
                list);
        DuePlan plan = new DuePlan(edition.plan(), clock.instant());
        Set<String> printed = variants.codes(edition.id());
        Map<Persona, Share> shares = new HashMap<>();
        while (true) {
            long after = editions.frozenAfter(edition.id());
            List<Recipient> chunk = lists.recipients(list.id(), after, CHUNK);
            List<NewDelivery> deliveries = new ArrayList<>(chunk.size());
            for (Recipient reader : chunk) {
                Persona persona = new Persona(reader.programmes(), reader.roles(), reader.language(), reader.format());
                Share share = shares.computeIfAbsent(persona, is -> share(press, is));
                print(edition, press, share, printed);
                DuePlan.Due due = plan.of(reader.zone());
                String zone = edition.plan().eachReadersZone() ? reader.zone() : null;
                deliveries.add(new NewDelivery(
                        reader.subscriberId(),
                        share.code(),
                        share.shownFor(),
                        reader.domain(),
                        due.at(),
                        due.skip(),
                        zone));
            }
            if (!(chunk.isEmpty() ? done(edition) : write(edition, after, deliveries))) {
                return;
            }
        }
    }

    /** What readers of one profile get. */
    private record Share(VariantKey key, String code, String shownFor) {}

    private static Share share(Printer.Press press, Persona persona) {
        VariantKey key = press.key(persona);
        return new Share(key, key.code(), press.shownFor(persona));
    }

    private void print(Edition edition, Printer.Press press, Share share, Set<String> printed) {
        if (printed.add(share.code())) {
            variants.insert(edition.id(), share.key(), press.encode(press.render(share.key()), "e" + edition.id(), ""));
        }
    }

    /** Whether to go on: somebody else may have frozen this chunk, which is as good. */
    private boolean write(Edition edition, long after, List<NewDelivery> deliveries) {
        long last = deliveries.get(deliveries.size() - 1).subscriberId();
        database.write(() -> {
            if (editions.advance(edition.id(), after, last)) {
                outbox.enqueue(edition.id(), edition.listId(), deliveries);
            }
        });
        return editions.find(edition.id())
                .filter(now -> now.state() == State.FREEZING)
                .isPresent();
    }

    private boolean done(Edition edition) {
        database.write(() -> {
            if (editions.move(edition.id(), State.FREEZING, State.SENDING, null, clock.instant())) {
                editions.frozen(edition.id(), clock.instant());
                outbox.open(edition.id());
                events.record(
                        "edition.started",
                        Edition.subject(edition.id()),
                        Map.of("audience", outbox.tally(edition.id()).audience()));
            }
        });
        return false;
    }
}
