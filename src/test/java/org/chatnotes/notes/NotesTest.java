package org.chatnotes.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.chatnotes.db.Database;
import org.chatnotes.db.EachEngine;
import org.chatnotes.events.Event;
import org.chatnotes.events.Events;
import org.chatnotes.problem.Problem;
import org.chatnotes.series.AllSeries;
import org.chatnotes.series.SeriesDraft;
import org.chatnotes.settings.Settings;

/** Notes through their door: saving, revisions, approval, the bin, numbers and addresses. */
class NotesTest {
    private final HandClock clock = new HandClock();

    @EachEngine
    void aNoteComesBackAsItWasMade(Database database) {
        Notes notes = open(database).notes;
        Note note = notes.create(null, march());
        assertThat(notes.require(note.id())).isEqualTo(note);
        assertThat(note.state()).isEqualTo(NoteState.DRAFT);
        assertThat(note.slug()).isEqualTo("2025-03-reunion-des-coordinateurs");
        assertThat(note.document().blocks()).hasSize(3);
        assertThat(note.document()).isEqualTo(DocumentRules.checked(march()));
        assertThat(notes.withCode("0201-02", 5)).containsExactly(note.id());
        assertThat(notes.withResource(4, 5)).containsExactly(note.id());
    }

    @EachEngine
    void twoEditorsNeverOverwriteEachOtherSilently(Database database) {
        House house = open(database);
        Note seen = house.notes.create(null, march());
        house.events.actAs("user:1");
        clock.turn(Duration.ofMinutes(2));
        Note helens = house.notes.save(seen.id(), seen.etag(), seen.document().titled("Helen’s title"));
        house.events.actAs("user:2");
        assertThatThrownBy(() ->
                        house.notes.save(seen.id(), seen.etag(), seen.document().titled("Omar’s title")))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.PRECONDITION_FAILED))
                .hasMessageStartingWith("Helen saved this note at 18:42");
        assertThat(house.notes.require(seen.id()).document().title()).isEqualTo("Helen’s title");
        assertThat(house.notes.save(seen.id(), helens.etag(), seen.document()).revisionNumber())
                .isEqualTo(3);
    }

    @EachEngine
    void ofManySavesAtOnceOneWins(Database database) throws Exception {
        Notes notes = open(database).notes;
        Note seen = notes.create(null, march());
        ExecutorService editors = Executors.newFixedThreadPool(6);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Boolean>> saves = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String title = "Title " + i;
            saves.add(editors.submit(() -> {
                start.await();
                try {
                    notes.save(seen.id(), seen.etag(), seen.document().titled(title));
                    return true;
                } catch (Problem problem) {
                    assertThat(problem.kind()).isEqualTo(Problem.Kind.PRECONDITION_FAILED);
                    return false;
                }
            }));
        }
        start.countDown();
        int won = 0;
        for (Future<Boolean> save : saves) {
            won += save.get() ? 1 : 0;
        }
        editors.shutdown();
        assertThat(won).isEqualTo(1);
        assertThat(notes.revisions(seen.id())).hasSize(2);
    }

    @EachEngine
    void savesOfOnePersonWithinTenMinutesFold(Database database) {
        House house = open(database);
        house.events.actAs("user:1");
        Note note = house.notes.create(null, march());
        note = retitled(house, note, "One");
        Note second = note;
        clock.turn(Duration.ofMinutes(5));
        note = retitled(house, note, "Two");
        assertThat(note.revisionNumber()).isEqualTo(2);
        assertThat(note.etag()).isNotEqualTo(second.etag());
        clock.turn(Duration.ofMinutes(5));
        note = retitled(house, note, "Three");
        assertThat(note.revisionNumber()).isEqualTo(3);
        house.events.actAs("user:2");
        note = retitled(house, note, "Four");
        assertThat(note.revisionNumber()).isEqualTo(4);
        assertThat(house.notes.revisions(note.id()))
                .extracting(RevisionLine::number)
                .containsExactly(4, 3, 2, 1);
        assertThat(house.notes.revision(note.id(), 2).document().title()).isEqualTo("Two");
    }

    @EachEngine
    void theSameDocumentAgainChangesNothing(Database database) {
        Notes notes = open(database).notes;
        Note note = notes.create(null, march());
        notes.approve(note.id(), note.revisionId());
        assertThat(notes.save(note.id(), note.etag(), note.document()).state()).isEqualTo(NoteState.APPROVED);
        assertThat(notes.revisions(note.id())).hasSize(1);
    }

    @EachEngine
    void approvalPinsAndAnEditLeadsBackToDraft(Database database) {
        House house = open(database);
        Notes notes = house.notes;
        house.events.actAs("user:1");
        Note note = retitled(house, notes.create(null, march()), "To approve");
        assertThat(notes.askForReview(note.id()).state()).isEqualTo(NoteState.IN_REVIEW);
        assertThat(notes.approve(note.id(), note.revisionId()).state()).isEqualTo(NoteState.APPROVED);
        assertThat(house.events.about("note:" + note.id(), 1))
                .extracting(Event::name)
                .containsExactly("note.approved");
        Note edited = retitled(house, note, "Edited");
        assertThat(edited.state()).isEqualTo(NoteState.DRAFT);
        assertThat(edited.slug()).as("the address stays once approved").isEqualTo(note.slug());
        Revision approved = notes.revision(note.revisionId());
        assertThat(approved.pinned()).isTrue();
        assertThat(approved.document().title()).isEqualTo("To approve");
        assertThatThrownBy(() -> notes.approve(note.id(), note.revisionId())).isInstanceOf(Problem.class);
    }

    @EachEngine
    void anEarlierRevisionIsSeenAndRestored(Database database) {
        House house = open(database);
        Note first = house.notes.create(null, march());
        Note second = retitled(house, first, "Second");
        Note restored = house.notes.restore(first.id(), second.etag(), first.revisionId());
        assertThat(restored.document()).isEqualTo(first.document());
        assertThat(restored.revisionNumber()).isEqualTo(3);
        assertThat(house.notes.revision(second.revisionId()).document().title()).isEqualTo("Second");
    }

    @EachEngine
    void aDeletedBlockComesBackWhereItStood(Database database) {
        House house = open(database);
        Note note = house.notes.create(null, march());
        Note without = house.notes.delete(note.id(), note.etag(), "b02");
        assertThat(without.document().blocks()).hasSize(2);
        assertThat(house.notes.withCode("0201-02", 5)).isEmpty();
        Note edited = retitled(house, without, "Edited meanwhile");
        Note back = house.notes.undelete(note.id(), edited.etag(), note.revisionId(), "b02");
        assertThat(back.document().blocks()).isEqualTo(note.document().blocks());
        assertThat(back.document().title()).isEqualTo("Edited meanwhile");
    }

    @EachEngine
    void theBinGivesBackWhatItTook(Database database) {
        House house = open(database);
        Note note = house.notes.create(null, march());
        house.notes.bin(note.id());
        assertThat(house.notes.list(null, false, null, 10)).isEmpty();
        assertThat(house.notes.list(null, true, null, 10))
                .extracting(NoteLine::id)
                .containsExactly(note.id());
        assertThatThrownBy(() -> retitled(house, note, "No")).hasMessageContaining("bin");
        house.notes.unbin(note.id());
        assertThat(house.notes.require(note.id())).isEqualTo(note);
    }

    @EachEngine
    void numbersCountWithinTheSchoolYear(Database database) {
        House house = open(database);
        house.series.create(SeriesDraft.named("IBCC notes", "America/New_York", "en"));
        Note first = house.notes.create("ibcc-notes", march());
        Note second = house.notes.create("ibcc-notes", march());
        assertThat(first.document().schoolYear()).isEqualTo("2024-2025");
        assertThat(List.of(first.document().number(), second.document().number()))
                .isEqualTo(List.of(1, 2));
        assertThat(second.slug()).endsWith("-2");
        assertThatThrownBy(() -> house.notes.save(
                        second.id(), second.etag(), second.document().numbered("2024-2025", 1)))
                .hasMessageContaining("has the number 1");
        Note copy = house.notes.duplicate(first.id());
        assertThat(copy.document().number()).isEqualTo(3);
        assertThat(copy.document().blocks()).isEqualTo(first.document().blocks());
        house.notes.bin(first.id());
        house.notes.save(copy.id(), copy.etag(), copy.document().numbered("2024-2025", 1));
        house.notes.unbin(first.id());
        assertThat(house.notes.require(first.id()).document().number()).isNull();
    }

    @EachEngine
    void listsPageByPage(Database database) {
        House house = open(database);
        List<Long> made = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            clock.turn(Duration.ofSeconds(i % 2));
            made.add(0, house.notes.create(null, march()).id());
        }
        List<Long> seen = new ArrayList<>();
        Long after = null;
        for (List<NoteLine> page = house.notes.list(null, false, null, 3);
                !page.isEmpty();
                page = house.notes.list(null, false, after, 3)) {
            page.forEach(line -> seen.add(line.id()));
            after = seen.get(seen.size() - 1);
        }
        assertThat(seen).isEqualTo(made);
    }

    private static Note retitled(House house, Note note, String title) {
        return house.notes.save(note.id(), note.etag(), note.document().titled(title));
    }

    private static Document march() {
        return new Document(
                1,
                "Réunion des coordinateurs",
                null,
                null,
                "fr",
                LocalDate.of(2025, 3, 12),
                null,
                null,
                null,
                null,
                null,
                List.of(
                        Block.of("b01", new Content.Intro("<p>Bonjour</p>")),
                        Block.of(
                                "b02",
                                new Content.Quote(
                                        "Une école", "Source", new ResourceRef(4L, null), List.of("0201-02"), true)),
                        Block.of("b03", new Content.Divider())));
    }

    private record House(Notes notes, AllSeries series, Events events) {}

    private House open(Database database) {
        Events events = new Events(database, clock);
        AllSeries series = new AllSeries(database, new Settings(database, events), events, clock);
        Notes notes =
                new Notes(database, series, events, clock, actor -> "user:1".equals(actor) ? "Helen" : "Somebody");
        return new House(notes, series, events);
    }
}
