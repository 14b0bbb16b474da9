package org.chatnotes.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.chatnotes.db.Database;
import org.chatnotes.db.Engine;
import org.chatnotes.db.FreshDatabases;
import org.chatnotes.events.Events;
import org.chatnotes.library.Codes;
import org.chatnotes.library.Library;
import org.chatnotes.notes.Block;
import org.chatnotes.notes.BlockWords;
import org.chatnotes.notes.NoteWords;
import org.chatnotes.problem.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Habits of groups whose notes look unlike those of March 2025. */
class OtherGroupsTest {
    private Database database;
    private Library library;
    private Codes codes;

    /** One block: its type, with the readers it is for, and all its words. */
    private record Seen(String type, String text, List<String> links, List<String> codes) {}

    @BeforeEach
    void open() {
        database = FreshDatabases.open(Engine.SQLITE);
        library = new Library(database, new Events(database, Clock.systemUTC()), Clock.systemUTC());
        codes = new Codes(database, Clock.systemUTC());
        codes.install("ib-psp-2020");
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Imported bring(String... lines) {
        Events events = new Events(database, Clock.systemUTC());
        Intake intake =
                new Intake(database, null, library, codes, Cast::programmes, Cast::roles, events, Clock.systemUTC());
        return intake.read(String.join("\n", lines).getBytes(StandardCharsets.UTF_8), "notes.txt");
    }

    private List<Seen> seen(Imported imported) {
        List<Seen> seen = new ArrayList<>();
        List<BlockWords> words = new NoteWords(library, codes).of(imported.document());
        for (int i = 0; i < words.size(); i++) {
            Block block = imported.document().blocks().get(i);
            List<String> readers = new ArrayList<>(block.audience().programmes());
            readers.addAll(block.audience().roles());
            seen.add(new Seen(
                    block.type() + (readers.isEmpty() ? "" : " for " + String.join(" ", readers)),
                    words.get(i).text(),
                    words.get(i).links(),
                    words.get(i).codes()));
        }
        return seen;
    }

    /** The block of the notes that holds some words. */
    private Seen holding(String words, String... lines) {
        return seen(bring(lines)).stream()
                .filter(block -> block.text().contains(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No block says " + words + ": " + seen(bring(lines))));
    }

    private String type(String words, String... lines) {
        return holding(words, lines).type();
    }

    @Test
    void addressesCutAtTheEndOfALineAreJoinedAndNoOthers() {
        Seen cut = holding(
                "guidance",
                "Forum, 1 December 2025",
                "",
                "The council's guidance on risk and benefit is worth an hour of your",
                "time: http://www.council.example.org/early-years/play/",
                "risk-benefit-assessment.aspx?id=4471 and the summary is short, and",
                "so on until the caretaker switched off the lights in the big hall.");
        assertThat(cut.links())
                .containsExactly(
                        "http://www.council.example.org/early-years/play/risk-benefit-assessment.aspx?id=4471");
        List<String> apart = seen(bring(
                        "Links of 2 June 2025",
                        "",
                        "Wikipedia: https://en.example.org/wiki/Mercury_(planet)",
                        "HTTPS://SCI.EXAMPLE.ORG/Upper/Case",
                        "Scheme alone: http:// is no address"))
                .stream()
                .flatMap(block -> block.links().stream())
                .toList();
        assertThat(apart)
                .containsExactly("https://en.example.org/wiki/Mercury_(planet)", "https://sci.example.org/Upper/Case");
    }

    @Test
    void codesInRunningTextAreFound() {
        assertThat(holding("Evidence", "Notes of 4 June 2025", "", "Evidence for Leadership 4.4 is what we miss.")
                        .codes())
                .containsExactly("0201-04-0400");
    }

    @Test
    void aShortLineInLowerCaseBelowATitleIsNoEndOfIt() {
        Imported imported = bring("PD leads call 5 Nov 2025", "agenda was short. we talked about induction.", "more");
        assertThat(imported.document().title()).isEqualTo("PD leads call");
        assertThat(imported.document().chatDate()).hasToString("2025-11-05");
    }

    @Test
    void whatHoldsNoWordsIsRefusedAndStrangeTextIsTaken() {
        assertThatThrownBy(() -> bring(" \t", "\u00a0", "--")).isInstanceOf(Problem.class);
        assertThat(bring(">".repeat(200_000), "- ".repeat(1000) + "words")
                        .document()
                        .blocks())
                .isNotEmpty();
    }
}
