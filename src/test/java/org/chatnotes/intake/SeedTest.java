package org.chatnotes.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.chatnotes.db.Database;
import org.chatnotes.db.EachEngine;
import org.chatnotes.intake.LogEntry.Kind;
import org.chatnotes.notes.Channel;
import org.chatnotes.notes.Content;
import org.chatnotes.notes.Document;

/** The real notes of March 2025. */
class SeedTest {
    private static final String SEED = Bench.fixture("ibcc-notes-2025-03-12.txt");

    private static Bench.Read read(Database database) {
        return Bench.furnished(database).read(SEED, "ibcc-notes-2025-03-12.txt");
    }

    @EachEngine
    void becomesItsTwentyTwoParts(Database database) {
        typed(read(database));
    }

    @EachEngine
    void becomesThemWithoutProgrammesAndCodesToo(Database database) {
        Bench.Read read = Bench.bare(database).read(SEED, "notes.txt");
        typed(read);
        assertThat(read.blocks()).allMatch(block -> block.audience().everyone());
    }

    private static void typed(Bench.Read read) {
        assertThat(read.types())
                .containsExactly(
                        "header",
                        "intro",
                        "hint",
                        "intro",
                        "provocation",
                        "inquiry_focus",
                        "psp_focus",
                        "prose",
                        "quote",
                        "prose",
                        "quote",
                        "prose",
                        "method",
                        "prose",
                        "quote",
                        "prose",
                        "provocation_list",
                        "internal_note",
                        "heading",
                        "definition_quote",
                        "image",
                        "resource",
                        "resource",
                        "programme_inquiry",
                        "programme_inquiry",
                        "programme_inquiry",
                        "programme_inquiry",
                        "promo",
                        "promo");
        assertThat(read.lost(SEED)).isEmpty();
        assertThat(read.of("header")).contains("IB Coordinators Chat Notes", "12 March 2025");
        assertThat(read.of("provocation")).startsWith("What leadership steps").contains("belonging?");
        assertThat(read.of("inquiry_focus")).contains("Belonging", "Establishing your leadership role");
        assertThat(read.of("definition_quote")).contains("integral to the implementation", "IB coordinator resource");
        assertThat(read.of("provocation_list")).contains("1-2", "PSP Student Support 3.3");
        assertThat(read.of("image")).contains("The World Café Method");
        assertThat(read.of("resource")).contains("IB Voice Podcast", "Leadership, well-being and trust");
        assertThat(read.of("promo")).contains("Diploma Programme (DP)", "Tailored Consulting");
    }

    @EachEngine
    void knowsItsReaders(Database database) {
        Bench.Read read = read(database);
        assertThat(read.with("Transdisciplinary themes").audience().programmes())
                .containsExactly("PYP");
        assertThat(read.with("Enhancing the MYP").audience().programmes()).containsExactly("MYP");
        assertThat(read.with("PSP Lifelong Learners 7").audience().programmes()).containsExactly("CP", "DP");
        assertThat(read.with("Administrators’ Lens").audience().roles()).containsExactly("admin");
        assertThat(read.with("Click on the links").channels()).containsExactly(Channel.HTML);
    }

    @EachEngine
    void hasTheCodesOfTheGrammar(Database database) {
        Bench.Read read = read(database);
        assertThat(read.codes())
                .containsExactlyInAnyOrder(
                        "02", "0201-02", "0201-02-0100", "0403-04", "0202-03-0300", "0203", "0402-07", "0201-04-0400");
        Content.PspFocus focus = (Content.PspFocus) read.with("Our PSP focus").content();
        assertThat(focus.codes()).containsExactly("02", "0201-02");
    }

    @EachEngine
    void knowsDayAndThemes(Database database) {
        Document document = read(database).imported().document();
        assertThat(document.title()).isEqualTo("IB Coordinators Chat Notes");
        assertThat(document.chatDate()).isEqualTo(LocalDate.of(2025, 3, 12));
        assertThat(document.language()).isEqualTo("en");
        assertThat(document.schoolYear()).isEqualTo("2024-2025");
        assertThat(document.yearTheme()).isEqualTo("IB Dreams to Action");
        assertThat(document.yearLens()).isEqualTo("Belonging");
        assertThat(document.monthTheme()).isEqualTo("Establishing your leadership role in your school context");
    }

    @EachEngine
    void logsEveryRepair(Database database) {
        Bench.Read read = read(database);
        logged(read, Kind.FIXED, 2, "Description automatically generated]");
        logged(read, Kind.ASK, 2, "banner", "resource links", "BELONGING");
        logged(read, Kind.FIXED, 4, "II.", "What leadership steps");
        logged(read, Kind.FIXED, 5, "Belonging> Establishing");
        logged(read, Kind.FIXED, 6, "02- Leadership", "0201-02");
        logged(read, Kind.FIXED, 7, "tab", "An education that", "An increasing body");
        logged(read, Kind.INFO, 7, "backpack");
        logged(read, Kind.ASK, 7, "classrooms.”,", "Establishing belonging through inquiry");
        logged(read, Kind.ASK, 8, "The World Café Method");
        logged(read, Kind.ASK, 9, "schools.”,");
        logged(read, Kind.INFO, 11, "1-2.");
        logged(read, Kind.FIXED, 13, "Student Support 3.3");
        logged(read, Kind.ASK, 14, "*Emphasize");
        logged(read, Kind.FIXED, 17, "heading");
        logged(read, Kind.FIXED, 18, "IB coordinator resource");
        logged(read, Kind.ASK, 19, "[image: ]", "The World Café Method");
        logged(read, Kind.ASK, 20, "IB Voices", "Leadership, well-being and trust");
        logged(read, Kind.FIXED, 22, "MYP- Beta");
        logged(read, Kind.FIXED, 23, "No-break", "Lifelong Learners 7");
        logged(read, Kind.ASK, 23, "names codes but no resource");
        logged(read, Kind.ASK, 27, "for IB educators in the");
        logged(read, Kind.FIXED, 27, "Diploma");
        logged(read, Kind.INFO, 28, "full stop");
        logged(read, Kind.ASK, 0, "No link survived");
    }

    private static void logged(Bench.Read read, Kind kind, int line, String... words) {
        List<String> entries = read.log(kind, line);
        for (String word : words) {
            assertThat(entries).as(kind + " of line " + line).anyMatch(entry -> entry.contains(word));
        }
    }
}
