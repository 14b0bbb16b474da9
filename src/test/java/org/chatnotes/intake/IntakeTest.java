package org.chatnotes.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.chatnotes.db.Database;
import org.chatnotes.db.EachEngine;
import org.chatnotes.notes.Note;
import org.chatnotes.problem.Problem;
import org.junit.jupiter.api.Assertions;

class IntakeTest {
    @EachEngine
    void keepsTheLogWithTheNote(Database database) {
        Bench bench = Bench.furnished(database);
        Note note = bench.intake.bringIn(
                Bench.fixture("ibcc-notes-2025-03-12.txt").getBytes(StandardCharsets.UTF_8), "seed.txt", null);
        List<StoredEntry> log = bench.intake.log(note.id());
        assertThat(log).hasSizeGreaterThan(24).noneMatch(StoredEntry::done);
        assertThat(bench.notes.require(note.id()).document().blocks()).hasSize(29);
        bench.intake.answer(note.id(), log.get(0).id(), true);
        assertThat(bench.intake.log(note.id()).get(0).done()).isTrue();
        assertThatThrownBy(() -> bench.intake.answer(note.id() + 1, log.get(0).id(), true))
                .isInstanceOf(Problem.class);
    }

    @EachEngine
    void refusesWhatIsNoText(Database database) {
        Bench bench = Bench.bare(database);
        refused(bench, new byte[20 * 1024 * 1024], "larger than 2 MB");
        refused(bench, "\n".repeat(20_100).concat("x").getBytes(StandardCharsets.UTF_8), "20,000 lines");
        refused(bench, "PK\u0003\u0004rest of a Word file".getBytes(StandardCharsets.ISO_8859_1), "plain text");
        refused(bench, "%PDF-1.7 …".getBytes(StandardCharsets.UTF_8), "PDF");
        refused(bench, " \n\t ".getBytes(StandardCharsets.UTF_8), "no words");
        byte[] noise = new byte[5_000];
        new Random(7).nextBytes(noise);
        refused(bench, noise, "no text");
    }

    private static void refused(Bench bench, byte[] file, String sentence) {
        assertThatThrownBy(() -> bench.intake.read(file, "file.bin"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining(sentence);
    }

    @EachEngine
    void readsEveryEncoding(Database database) {
        Bench bench = Bench.furnished(database);
        String french = Bench.fixture("french-notes.txt");
        List<String> types = bench.read(french, "notes.txt").types();
        for (String charset : List.of("UTF-16LE", "UTF-16BE", "windows-1252", "x-MacRoman", "IBM850", "UTF-8")) {
            String text = charset.equals("IBM850")
                    ? french.replace('’', '\'')
                            .replace('–', '-')
                            .replace('—', '-')
                            .replace('•', '-')
                    : french;
            byte[] bytes = text.getBytes(Charset.forName(charset));
            Bench.Read read = bench.read(bytes, "notes.txt");
            assertThat(read.types()).as(charset).isEqualTo(types);
            assertThat(read.of("provocation_list")).as(charset).contains("élève qui vient d");
            assertThat(read.lost(text)).as(charset).isEmpty();
        }
        assertThat(bench.read(("\uFEFF" + french).getBytes(StandardCharsets.UTF_8), "notes.txt")
                        .types())
                .isEqualTo(types);
        assertThat(bench.read(("\uFEFF" + french).getBytes(StandardCharsets.UTF_16LE), "notes.txt")
                        .types())
                .isEqualTo(types);
        assertThat(bench.read(("\uFEFF" + french).getBytes(StandardCharsets.UTF_16BE), "notes.txt")
                        .types())
                .isEqualTo(types);
        assertThat(bench.read(french.replace("\n", "\r\n"), "notes.txt").types())
                .isEqualTo(types);
        assertThat(bench.read(french.replace("\n", "\r"), "notes.txt").types()).isEqualTo(types);
    }

    @EachEngine
    void losesNoWordOfAnything(Database database) {
        Bench bench = Bench.furnished(database);
        String[] pieces = {
            "PYP corner",
            "For heads of school",
            "Save the date",
            "Discussion questions",
            "Resources",
            "Podcast",
            "- Title: https://example.org/a?utm_source=b",
            "Odd: https://example.org/100%/{x}[1]",
            "1. What is it?",
            "II. Odd",
            "* star bullet",
            "*Starred note",
            "“A quotation of quite a few words indeed, from the report of somebody” — Somebody",
            "> quoted",
            "",
            "From: a@example.org",
            "Subject: Hello there",
            "----",
            "=====",
            "[image: ]",
            "A | B | C",
            "x\ty\tz",
            "12 March 2025, 4 pm ET: Chat",
            "03/04/2025",
            "Belonging > Role",
            "Our PSP focus was Leadership 2 (0201-02)",
            "${x} {{y}} <b>z</b>",
            "Label: rest of the line",
            "QUESTION OF THE MONTH",
            "Best wishes,",
            "o circle bullet",
            "https://example.org/very/long/address/that/goes/on/and/on/until/the/end/of/li",
            "ne.html",
            "The quick brown fox jumps over the lazy dog and then sits down to think about what it has",
            "done.",
            "« Une citation assez longue pour compter comme une vraie citation » dit-il",
            "a) letter",
            "iv) roman",
            "Description automatically generated]Hello",
            "Workshops: two places",
            "Theme of the month: Wonder > More",
            "DP/CP Professional Inquiry: Title",
            "(Click on the links for more)",
            "Note to self: milk",
            "   indented",
        };
        for (int seed = 0; seed < 150; seed++) {
            Random random = new Random(seed);
            List<String> lines = new ArrayList<>();
            for (int i = random.nextInt(25) + 2; i > 0; i--) {
                lines.add(pieces[random.nextInt(pieces.length)]);
            }
            String text = String.join("\n", lines);
            if (!text.isBlank()) {
                assertThat(bench.read(text, "notes.txt").lost(text))
                        .as("seed " + seed + ":\n" + text)
                        .isEmpty();
            }
        }
    }

    @EachEngine
    void staysQuickWhateverComes(Database database) {
        Bench bench = Bench.furnished(database);
        String seed = Bench.fixture("ibcc-notes-2025-03-12.txt");
        quick(bench, seed.repeat(1_000_000 / seed.length()));
        quick(bench, "word ".repeat(66_000));
        quick(bench, "a".repeat(1_000_000));
        quick(bench, "A".repeat(166_000));
        quick(bench, "“".repeat(100_000));
        quick(bench, "\"a ".repeat(66_000));
        quick(bench, "https://example.org/" + ")".repeat(100_000));
        quick(bench, "[".repeat(100_000));
        quick(bench, "[image: ".repeat(20_000));
        quick(bench, "http://".repeat(20_000));
        quick(bench, "a@".repeat(66_000));
        quick(bench, "> ".repeat(66_000));
        quick(bench, "1. 2. 3. ".repeat(20_000));
        quick(bench, "0201-02 ".repeat(20_000));
        quick(bench, "(0201 ".repeat(20_000));
        quick(bench, "Leadership ".repeat(20_000));
        quick(bench, "Dashes\n" + ("-".repeat(70) + "\n").repeat(5_000));
        quick(bench, " ".repeat(166_000) + "x");
    }

    private static void quick(Bench bench, String text) {
        byte[] file = ("Notes\n" + text).getBytes(StandardCharsets.UTF_8);
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> bench.intake.read(file, "notes.txt"), text.substring(0, 20));
    }
}
