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
class WritingHabitsTest {
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
        assertThatThrownBy(() -> bring(" \t", "\u00a0", "")).isInstanceOf(Problem.class);
        assertThat(bring(">".repeat(200_000), "- ".repeat(1000) + "words")
                        .document()
                        .blocks())
                .isNotEmpty();
    }

    @Test
    void aForwardedMailBeginsBelowItsHead() {
        List<Seen> seen = seen(bring(
                "FYI, see below.",
                "Kim",
                "",
                "-----Original Message-----",
                "From: Laura <laura@example.org>",
                "Subject: [list] Chat notes",
                "",
                "> On Thu, 13 Mar 2025 at 10:00, Chat <chat@example.org>",
                "> wrote:",
                ">> Reading Chat Notes, March 13, 2025",
                ">>",
                ">> Hello friends! We had a lively hour about units, and forty schools sent",
                ">> somebody.",
                ">>",
                ">> More in April."));
        assertThat(seen.stream().map(Seen::type).toList()).startsWith("header", "internal_note", "intro");
        assertThat(seen.get(0).text()).isEqualTo("13 March 2025\nReading Chat Notes");
        assertThat(seen.get(1).text()).isEqualTo("FYI, see below.\nKim");
    }

    @Test
    void titlesStandBelowPicturesAndAboveSubtitles() {
        Imported imported = bring(
                "[cid:image001.png@01DB8F2A.4C1D2E30]",
                "NORTHERN SCHOOLS ALLIANCE",
                "HEADS’ BULLETIN",
                "4 February 2025",
                "",
                "Welcome back everyone!");
        assertThat(imported.document().title()).isEqualTo("NORTHERN SCHOOLS ALLIANCE");
        assertThat(imported.document().chatDate()).hasToString("2025-02-04");
        assertThat(seen(imported).stream().map(Seen::type)).containsOnly("header", "intro");
        assertThat(bring("Coordinators’ Chat", "4 September 2025", "", "Welcome back!")
                        .document()
                        .title())
                .isEqualTo("Coordinators’ Chat");
        assertThat(bring("Gulf Network | Digest | 17 April 2025", "", "Good morning all.")
                        .document()
                        .title())
                .isEqualTo("Gulf Network | Digest");
    }

    @Test
    void daysToComeAreEventsWhereverTheyStand() {
        String[] lines = {
            "Exchange, 12 March 2025",
            "",
            "Thanks for a rich conversation on transitions.",
            "",
            "Next evening: Thursday 10 April 2025, 7.30 pm, at Ruth's",
            "",
            "We met on 12 March 2025 at 4 pm in the library",
            "",
            "SAVE THE DATE",
            "Heads’ retreat: Friday 25 April 2025, 9:30 a.m. to 4 p.m., Hotel Bristol",
            "15/05/2025 : next meeting",
            "",
            "Upcoming roundtables",
            "May 6, 2025\t10 am PT\tCollege fair (virtual)",
            "May 16, 2025\t18:00 UTC\tParent evening"
        };
        assertThat(type("7.30 pm", lines)).isEqualTo("event");
        assertThat(type("We met on", lines)).isEqualTo("prose");
        assertThat(type("retreat", lines)).isEqualTo("event");
        assertThat(type("next meeting", lines)).isEqualTo("event");
        assertThat(type("College fair", lines)).isEqualTo("event");
        assertThat(type("Parent evening", lines)).isEqualTo("event");
    }

    @Test
    void aTableBecomesAListAndALineWithBarsIsALine() {
        String[] lines = {
            "Study group, 4 June 2025",
            "",
            "Evidence table",
            "Code\tEvidence\tWho",
            "0202-03-0300\tPolicy\tAnna",
            "",
            "Best,",
            "Rosa Lind | DP Network Lead | +46 8 555 02 03"
        };
        assertThat(type("Evidence table", lines)).isEqualTo("heading");
        assertThat(holding("0202-03-0300 – Policy – Anna", lines).codes()).containsExactly("0202-03-0300");
        assertThat(type("Network Lead", lines)).isEqualTo("prose");
    }

    @Test
    void pictogramsAndInnerNumbersAreBullets() {
        String[] lines = {
            "📚 Book club, 22 September 2025",
            "",
            "🎯 What we took away",
            "✅ Praise the process",
            "✅ Not yet is a sentence",
            "",
            "💬 Let's discuss",
            "❓ When did you last learn something hard?",
            "❓ What do grades say?",
            "",
            "4. Questions for our teams",
            "   4.1 What do we already assess that a machine cannot do?",
            "   4.2 How do we talk about honesty?"
        };
        assertThat(type("took away", lines)).isEqualTo("heading");
        assertThat(type("Not yet", lines)).isEqualTo("prose");
        assertThat(type("something hard", lines)).isEqualTo("provocation_list");
        assertThat(type("about honesty", lines)).isEqualTo("provocation_list");
    }

    @Test
    void quotationsInAllTheirMarks() {
        String[] lines = {
            "Philosophy, 3 April 2025",
            "",
            "Good to see you all. We read on.",
            "",
            "What we read",
            "",
            "As the curriculum puts it: »The pupils shall learn to wonder, to examine and to give reasons for it.«",
            "",
            "‘A good question is one that makes the whole class look up, and then at each other.’ – overheard in Year 4",
            "",
            "As our conductor likes to say: „Wer singt, der atmet, und wer atmet, der hat schon angefangen.“",
            "",
            "One pupil calls it “the maybe place”, and it's ‘just’ a carpet."
        };
        assertThat(type("shall learn to wonder", lines)).isEqualTo("quote");
        assertThat(holding("A good question", lines).text()).endsWith("overheard in Year 4");
        assertThat(type("Wer singt", lines)).isEqualTo("quote");
        assertThat(type("maybe place", lines)).isEqualTo("prose");
    }

    @Test
    void readersInBracketsAndPathsBelowALabel() {
        String[] lines = {
            "Lakes, 19 November 2025",
            "",
            "Big idea of the month: Agency > Student voice in assessment",
            "",
            "[PYP] Exhibition dates are out.",
            "",
            "(CP only) Partnership agreements need a new signature."
        };
        assertThat(type("Student voice", lines)).isEqualTo("inquiry_focus");
        assertThat(type("Exhibition dates", lines)).isEqualTo("programme_inquiry for PYP");
        assertThat(type("Partnership", lines)).isEqualTo("programme_inquiry for CP");
    }

    @Test
    void headingsWithDotsAndDatesOfWhateverIsNext() {
        String[] lines = {
            "Garden club, n° 14 – 10 May 2025",
            "",
            "Present: Ida, Omar and nine children",
            "",
            "WHAT WE DID.........................",
            "Planted beans. Lost a trowel. Found it.",
            "",
            "Prochaines rencontres",
            "– mardi 23 septembre 2025, 14h00–16h30, Lausanne",
            "– mardi 18 novembre 2025 - next chat (topic: beans)",
            "",
            "* note to self: bring the good glasses"
        };
        assertThat(bring(lines).document().chatDate()).hasToString("2025-05-10");
        assertThat(type("Ida, Omar", lines)).isIn("intro", "prose");
        assertThat(type("WHAT WE DID", lines)).isEqualTo("heading");
        assertThat(type("Lausanne", lines)).isEqualTo("event");
        assertThat(holding("18 novembre", lines).text()).contains("next chat (topic: beans)");
        assertThat(type("good glasses", lines)).isEqualTo("internal_note");
    }

    @Test
    void theDayMayStandBehindALabel() {
        assertThat(bring("Meeting notes", "", "Topic: session 5", "When: 3 June 2025", "", "Everyone came.")
                        .document()
                        .chatDate())
                .hasToString("2025-06-03");
        assertThat(bring(
                                "Choir, No. 4",
                                "",
                                "We have a date: 13 December 2025, please be there.",
                                "",
                                "Bring a candle.")
                        .document()
                        .chatDate())
                .isNull();
    }
}
