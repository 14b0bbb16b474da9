package org.chatnotes.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import org.chatnotes.db.Database;
import org.chatnotes.db.EachEngine;
import org.chatnotes.notes.Content;

/** Notes as other groups write them. */
class OtherGroupsTest {
    private static final List<String> ALL = List.of(
            "region-newsletter.txt",
            "reading-circle.txt",
            "french-notes.txt",
            "spanish-notes.txt",
            "forwarded.txt",
            "hostile-markup.txt",
            "bullets.txt",
            "plain-prose.txt",
            "markdown.txt",
            "labels.txt",
            "compact-wrapped.txt",
            "spanish-latin1.txt",
            "letter.txt",
            "plain-outlook.txt",
            "quote-heavy.txt");

    private static Bench.Read read(Database database, String name) {
        return Bench.furnished(database).read(Bench.fixture(name), name);
    }

    @EachEngine
    void losesNoWord(Database database) {
        for (String name : ALL) {
            String text = Bench.fixture(name);
            Bench.Read furnished = Bench.furnished(database).read(text, name);
            assertThat(furnished.lost(text)).as(name).isEmpty();
            assertThat(furnished.imported().log())
                    .as(name)
                    .noneMatch(entry -> entry.what().startsWith("These words found no place"));
            assertThat(Bench.bare(database).read(text, name).lost(text))
                    .as(name)
                    .isEmpty();
        }
    }

    @EachEngine
    void readsANewsletterWrappedAt72(Database database) {
        Bench.Read read = read(database, "region-newsletter.txt");
        assertThat(read.imported().document().chatDate()).hasToString("2024-10-09");
        assertThat(read.with("PYP corner").audience().programmes()).containsExactly("PYP");
        assertThat(read.with("MYP corner").audience().programmes()).containsExactly("MYP");
        assertThat(read.with("For heads of school").audience().roles()).containsExactly("admin");
        assertThat(read.of("provocation_list")).contains("show agency?", "trusted them more?");
        assertThat(read.codes()).containsExactly("0402-03");
        assertThat(read.of("event")).contains("Roundtable on assessment", "2024-11-13 16:00 America/Chicago");
        assertThat(read.of("resource")).contains("Agency in action", "Evidence of learning, a short guide");
        assertThat(read.links())
                .contains(
                        "https://example.org/pyp/themes",
                        "https://example.org/pyp/template.docx",
                        "https://example.org/myp/timeline",
                        "https://example.org/join",
                        "https://example.org/evidence",
                        "https://example.org/podcast/42");
    }

    @EachEngine
    void readsAGroupWithoutProgrammes(Database database) {
        Bench.Read read = Bench.bare(database).read(Bench.fixture("reading-circle.txt"), "circle.txt");
        assertThat(read.types())
                .containsExactly(
                        "header",
                        "intro",
                        "heading",
                        "quote",
                        "provocation_list",
                        "event",
                        "heading",
                        "resource",
                        "resource",
                        "heading",
                        "prose");
        assertThat(read.of("quote")).contains("Richard Powers");
        assertThat(read.links()).contains("https://www.example.net/old-trees");
    }

    @EachEngine
    void readsFrenchAndSpanish(Database database) {
        Bench.Read french = read(database, "french-notes.txt");
        assertThat(french.imported().document().language()).isEqualTo("fr");
        assertThat(french.of("provocation")).contains("culture de l’appartenance");
        assertThat(french.with("Coin PEI").audience().programmes()).containsExactly("MYP");
        assertThat(french.with("Pour les chefs").audience().roles()).containsExactly("admin");
        assertThat(french.of("quote")).contains("Nelson Mandela");
        assertThat(french.of("event")).contains("2025-04-09 16:00 Europe/Paris");
        Bench.Read spanish = read(database, "spanish-notes.txt");
        assertThat(spanish.imported().document().language()).isEqualTo("es");
        assertThat(spanish.imported().document().chatDate()).hasToString("2025-03-12");
        assertThat(spanish.with("Rincón del PEP").audience().programmes()).containsExactly("PYP");
        assertThat(spanish.with("Para directores").audience().roles()).containsExactly("admin");
        assertThat(spanish.codes()).containsExactly("0201-02-0100");
        byte[] latin = Bench.fixture("spanish-latin1.txt")
                .replace("→", ">")
                .replace("—", "-")
                .replace("•", "-")
                .getBytes(Charset.forName("ISO-8859-1"));
        Bench.Read circle = Bench.bare(database).read(latin, "boletin.txt");
        assertThat(circle.of("inquiry_focus")).contains("Memoria y familia");
        assertThat(circle.of("provocation_list")).contains("¿Quién cuenta la historia?");
        assertThat(circle.of("event")).contains("2025-05-08 18:30");
    }

    @EachEngine
    void readsAForwardedMail(Database database) {
        Bench.Read read = read(database, "forwarded.txt");
        assertThat(read.imported().document().title()).isEqualTo("Northern Hub Notes, February 2025");
        assertThat(read.with("Extended essay changes").audience().programmes()).containsExactly("DP");
        assertThat(read.links())
                .containsExactly(
                        "https://example.org/dp/extended-essay/guides/2025/first-assessment-2027/new-guide.pdf",
                        "https://example.org/meeting/2025/03/12/northern-hub-roundtable/join?id=123456");
        assertThat(read.of("raw")).isEmpty();
        Bench.Read outlook = read(database, "plain-outlook.txt");
        assertThat(outlook.imported().document().title()).isEqualTo("Chat Notes");
        assertThat(outlook.links())
                .containsExactly(
                        "https://example.org/checklist",
                        "https://www.youtube.com/watch?v=abc123",
                        "https://example.org/ia-calendar");
        assertThat(outlook.with("Internal assessment calendar").audience().programmes())
                .containsExactly("DP");
        assertThat(outlook.of("event")).contains("Next chat", "2025-05-07 15:30", "Summer institute");
    }

    @EachEngine
    void keepsMarkupAsText(Database database) {
        Bench.Read read = read(database, "hostile-markup.txt");
        String html = read.blocks().stream()
                .map(block -> block.content() instanceof Content.Intro intro ? intro.html() : "")
                .reduce("", String::concat);
        assertThat(html)
                .contains("&lt;b&gt;bold&lt;/b&gt;", "${name}", "&lt;#list")
                .doesNotContain("<b>", "<#");
        assertThat(read.with("Name – School – Score").type()).isEqualTo("prose");
        assertThat(read.links()).noneMatch(link -> link.startsWith("javascript"));
        assertThat(read.log(LogEntry.Kind.ASK, 21)).anyMatch(entry -> entry.contains("03/04/2025"));
    }

    @EachEngine
    void readsNumbersBulletsAndMarkdown(Database database) {
        Bench.Read read = read(database, "bullets.txt");
        assertThat(read.imported().document().chatDate()).hasToString("2025-05-05");
        assertThat(read.of("provocation_list")).contains("What do we keep?");
        assertThat(read.of("resource")).contains("Subject briefs", "Guide to everything");
        assertThat(read.of("event")).contains("2025-06-04 15:30", "Reports due");
        Bench.Read markdown = read(database, "markdown.txt");
        assertThat(markdown.with("PYP and MYP update").audience().programmes()).containsExactly("MYP", "PYP");
        assertThat(markdown.of("promo")).contains("Lisbon");
        assertThat(markdown.of("provocation")).contains("Schools kill curiosity.");
        Bench.Read compact = read(database, "compact-wrapped.txt");
        assertThat(compact.with("Reflective project").audience().programmes()).containsExactly("CP", "DP");
        assertThat(compact.with("Budget templates").audience().roles()).containsExactly("admin");
    }

    @EachEngine
    void readsLabelsAndLetters(Database database) {
        Bench.Read read = read(database, "labels.txt");
        assertThat(read.with("Exhibition mentors").audience().programmes()).containsExactly("PYP");
        assertThat(read.with("Everyone").audience().everyone()).isTrue();
        assertThat(read.of("internal_note")).contains("ask Pat about the room");
        Bench.Read letter = read(database, "letter.txt");
        assertThat(letter.of("event")).contains("2025-05-15 16:00 America/New_York");
        assertThat(letter.of("prose")).contains("Leadership 3 and 0201-05");
        assertThat(letter.of("provocation")).contains("carry forward");
        Bench.Read quotes = read(database, "quote-heavy.txt");
        assertThat(quotes.of("quote")).contains("Shari Tishman", "Antoine de Saint-Exupéry");
    }
}
