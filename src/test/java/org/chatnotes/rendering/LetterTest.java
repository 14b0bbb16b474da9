package org.chatnotes.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.chatnotes.db.Database;
import org.chatnotes.db.EachEngine;
import org.chatnotes.mail.Slots;
import org.chatnotes.notes.Audience;
import org.chatnotes.notes.Block;
import org.chatnotes.notes.Channel;
import org.chatnotes.notes.Content;
import org.chatnotes.notes.Document;
import org.chatnotes.problem.Problem;
import org.chatnotes.subscribers.Format;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** What every mail must be, whatever is in it. */
final class LetterTest {
    private static final Set<String> ALL = Set.of();

    private static org.jsoup.nodes.Document html(Rendered rendered) {
        return Jsoup.parse(Objects.requireNonNull(rendered.html()));
    }

    private static Rendered letter(Stage stage, Content... contents) {
        List<Block> blocks = new java.util.ArrayList<>();
        for (Content content : contents) {
            blocks.add(Block.of("b0" + (blocks.size() + 1), content));
        }
        return stage.render(Document.titled("Notes", "en", blocks), ALL, ALL, "en", Format.HTML);
    }

    @EachEngine
    void theMarchNotesAreReadableByAnyone(Database database) {
        Stage stage = new Stage(database);
        for (String language : List.of("en", "fr", "es")) {
            Rendered rendered = stage.render(stage.sample(), ALL, Set.of("admin"), language, Format.HTML);
            org.jsoup.nodes.Document html = html(rendered);
            assertThat(rendered.html().getBytes(StandardCharsets.UTF_8).length).isLessThan(60 * 1024);
            Parser parser = Parser.htmlParser().setTrackErrors(20);
            parser.parseInput(rendered.html(), "");
            assertThat(parser.getErrors()).isEmpty();
            assertThat(html.select("html[lang=en][dir=ltr]")).hasSize(1);
            assertThat(html.select("h1")).hasSize(1);
            int last = 1;
            for (Element heading : html.select("h1, h2, h3, h4")) {
                int level = heading.tagName().charAt(1) - '0';
                assertThat(level).as(heading.text()).isLessThanOrEqualTo(last + 1);
                last = level;
            }
            assertThat(html.select("table:not([role=presentation])")).isEmpty();
            assertThat(html.select("img"))
                    .hasSize(2)
                    .allMatch(image -> !image.attr("alt").isBlank());
            assertThat(html.select("img"))
                    .allMatch(image -> image.attr("src").startsWith(Stage.PUBLIC_URL + "/media/"));
            assertThat(html.select("script, link, iframe, form, [onclick]")).isEmpty();
            assertThat(html.select("[href], [src]").eachAttr("href"))
                    .noneMatch(href -> href.contains("example.org/") && !href.startsWith(Stage.PUBLIC_URL));
        }
    }

    @EachEngine
    void everyWebLinkIsShort(Database database) {
        Stage stage = new Stage(database);
        Document sample = stage.sample();
        VariantKey key = stage.rendering.variant(sample, Set.of("MYP"), ALL, "en", Format.HTML, "letter");
        RenderRequest request = Stage.request(sample, key);
        Rendered rendered = stage.rendering.render(request);
        List<String> links = html(rendered).select("a[href]").eachAttr("href");
        String tail = "/" + key.code();
        assertThat(links)
                .hasSizeGreaterThan(10)
                .allMatch(link -> link.contains("\uE000")
                        || link.startsWith("mailto:")
                        || link.startsWith(Stage.PUBLIC_URL + "/archive/")
                        || (link.startsWith(Stage.PUBLIC_URL + "/l/") && link.endsWith(tail)));
        assertThat(links)
                .filteredOn(link -> link.contains("/l/"))
                .allMatch(link -> link.length() - Stage.PUBLIC_URL.length() < 60);
        assertThat(rendered.text()).contains("/l/").doesNotContain("casieonline");
        assertThat(stage.rendering.render(request).html()).isEqualTo(rendered.html());
        Rendered direct = stage.rendering.render(new RenderRequest(1, sample, key, false, null, null, null));
        assertThat(direct.html())
                .contains("https://www.casieonline.org/post/enhancing-the-myp")
                .doesNotContain("/l/");
        assertThat(direct.text()).contains("https://www.casieonline.org/post/enhancing-the-myp");
    }

    @EachEngine
    void theTextIsComplete(Database database) {
        Stage stage = new Stage(database);
        Rendered rendered = stage.render(stage.sample(), Set.of("DP"), ALL, "fr", Format.TEXT);
        assertThat(rendered.html()).isNull();
        assertThat(rendered.text())
                .contains("IB Coordinators Chat Notes\n==========================\n12 mars 2025. N° 7, 2024–2025")
                .contains("Affiché pour\u00a0:", "Voir tous les programmes", "Le thème du mois\n----------------")
                .contains("0201-04-0400 Leadership 4.4", "Source\u00a0: IB coordinator resource [5]", "[5] https://")
                .contains("1–2  What do you need", "Mercredi 9 avril 2025\nde 16:00 à 17:15, heure de New York")
                .contains("Se désabonner", "Modifier vos préférences", "18 Mill Lane")
                .doesNotContain("\n-- \n", "MYP professional", "<p>", "false", "null");
        assertThat(Slots.names(rendered.text()))
                .containsExactlyInAnyOrder("shown_for", "view_url", "preferences_url", "unsubscribe_url");
        assertThat(rendered.text().lines())
                .allMatch(line -> Columns.width(line) <= Columns.WIDTH || line.contains("http"), "at most 72 columns");
    }

    /** The whole text part as one file, so that a change of any template shows in review. */
    @EachEngine
    void theTextOfMarchIsAsItWasRead(Database database) throws IOException {
        Stage stage = new Stage(database);
        Rendered rendered = stage.render(stage.sample(), Set.of("DP"), ALL, "en", Format.TEXT);
        String filled = Slots.fill(rendered.text(), name -> "{" + name + "}");
        Path golden = Path.of("src/test/resources/rendering/march-dp.txt");
        if (System.getProperty("chatnotes.golden") != null) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, filled);
        }
        assertThat(filled).isEqualTo(Files.readString(golden));
    }

    @EachEngine
    void withoutProgrammesNoLineSpeaksOfThem(Database database) {
        Stage stage = new Stage(database);
        Document document = Document.titled(
                "Reading circle", "en", List.of(Block.of("b01", new Content.Prose("<p>We read on.</p>"))));
        Rendered rendered = stage.render(document, ALL, ALL, "en", Format.HTML);
        assertThat(rendered.html() + rendered.text())
                .doesNotContain("rogramme", "Shown for", "shown_for", "null")
                .contains("We read on.");
        assertThat(html(rendered).select("h1").text()).isEqualTo("Reading circle");
        assertThat(stage.rendering.shownFor(ALL, ALL, "en")).isEmpty();
    }

    @EachEngine
    void editorsTextIsNeverATemplate(Database database) {
        Stage stage = new Stage(database);
        String nasty = "${7*7} <#list 1..9 as x>x</#list> <script>alert(1)</script> \uE000email\uE001 &amp; \"q\"";
        Rendered rendered = letter(
                stage,
                new Content.Heading(3, nasty, null),
                new Content.Prose("<p>" + nasty + "<a href=\"javascript:alert(1)\">x</a></p>"),
                new Content.Quote(nasty, nasty, null, List.of("0201-02"), false));
        assertThat(rendered.html()).contains("${7*7}", "&lt;#list").doesNotContain("<script", "javascript:", "49");
        assertThat(Slots.names(rendered.html() + rendered.text())).doesNotContain("email");
        assertThat(html(rendered).select("h2").first().text()).startsWith("${7*7}");
        assertThat(rendered.text()).contains("${7*7}", "<script>alert(1)</script>");
    }

    @EachEngine
    void mergeFieldsBecomeSlotsAndUnknownOnesStopTheMail(Database database) {
        Stage stage = new Stage(database);
        Rendered rendered = letter(
                stage,
                new Content.Intro("<p>Dear {{first_name|dear reader}}, shoe {{shoe_size}}."
                        + " <a href=\"{{preferences_url}}\">Your choices</a></p>"));
        String filled = Slots.fill(rendered.html(), name -> name.equals("shoe_size") ? "42" : null);
        assertThat(filled).contains("Dear dear reader, shoe 42.");
        assertThat(html(rendered).select("a:containsOwn(Your choices)").attr("href"))
                .isEqualTo(Slots.slot("preferences_url"));
        assertThat(Slots.fill(rendered.text(), name -> null)).contains("Dear dear reader");
        assertThatThrownBy(() -> letter(stage, new Content.Promo("Hi {{nmae}}", null, List.of())))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("b01")
                .hasMessageContaining("heading")
                .hasMessageContaining("nmae");
    }

    @EachEngine
    void blocksKeepToTheirChannels(Database database) {
        Stage stage = new Stage(database);
        Document document = Document.titled(
                "Notes",
                "en",
                List.of(
                        Block.of("b01", new Content.Prose("<p>Everywhere</p>")),
                        Block.of("b02", new Content.Prose("<p>Only text</p>")).on(Set.of(Channel.TEXT)),
                        Block.of("b03", new Content.Prose("<p>Only web</p>")).on(Set.of(Channel.WEB)),
                        Block.of("b04", new Content.Prose("<p>Some</p>"))
                                .with(new Audience(Set.of("X"), Set.of("y")))));
        Rendered rendered = stage.render(document, Set.of("X"), Set.of("y"), "en", Format.HTML);
        assertThat(rendered.html()).contains("Everywhere", "For X and y").doesNotContain("Only text", "Only web");
        assertThat(rendered.text())
                .contains("Everywhere", "Only text", "For X and y")
                .doesNotContain("Only web");
        NotePage page = stage.rendering.page(new PageRequest(1, document, "en", null, null, "/body"));
        assertThat(page.article()).contains("Everywhere", "Only web", "Some").doesNotContain("Only text");
        assertThat(stage.rendering
                        .page(new PageRequest(1, document, "en", "X", null, "/body"))
                        .article())
                .doesNotContain("Some");
    }

    @EachEngine
    void aDesignedBodyIsCleanedAndCanBeLeft(Database database) {
        Stage stage = new Stage(database);
        String design = "<html><head><style>@import url(x.css); .a{color:red;position:fixed}"
                + "@media (max-width:600px){.a{width:100%}}</style></head><body style='background:#eee'>"
                + "<h1 onclick='x()'>Spring</h1><form><input></form><img src='https://t.example/p.gif' width='1'>"
                + "<p class='a' style='color:#333;background:url(https://t.example/x)'>Hi {{name}}"
                + " <a href='https://example.org/spring'>Read</a></p><script>x()</script></body></html>";
        Rendered rendered = letter(stage, new Content.Html(design, null));
        assertThat(rendered.html())
                .contains(".a{color:red}", "@media (max-width:600px){.a{width:100%}", "style=\"color:#333\"", "/l/")
                .doesNotContain(
                        "onclick",
                        "<script",
                        "prefers-color-scheme",
                        "<form",
                        "p.gif",
                        "url(",
                        "position:fixed",
                        "@import")
                .contains("Unsubscribe");
        assertThat(rendered.text()).contains("Spring\n======", "Read [1]", "[1] https://", "Unsubscribe");
        Rendered own = letter(
                stage,
                new Content.Html("<p><a href='{{unsubscribe_url}}'>Leave</a></p>", "Leave: {{unsubscribe_url}}"));
        assertThat(own.html()).doesNotContain("About this mail");
        assertThat(letter(stage, new Content.Html("<ul><li>One</li><li>Two</li></ul><p>End</p>", null))
                        .text())
                .startsWith("- One\n- Two\n\nEnd\n");
        assertThat(own.text())
                .startsWith("Leave: " + Slots.slot("unsubscribe_url"))
                .doesNotContain("About this mail");
        Document document = Document.titled("Spring", "en", List.of(Block.of("b01", new Content.Html(design, null))));
        assertThat(stage.rendering.body(document))
                .contains("<h1>Spring</h1>", "Hi ")
                .doesNotContain("\uE000", "script");
    }

    @EachEngine
    void headingsStayInOrderAndLanguagesAreMarked(Database database) {
        Stage stage = new Stage(database);
        Document document = new Document(
                1,
                "מכתב",
                null,
                null,
                "he",
                null,
                3,
                null,
                "Thème",
                null,
                null,
                List.of(
                        Block.of("b01", new Content.Heading(3, "One", null)),
                        Block.of(
                                "b02",
                                new Content.ProvocationList(
                                        null, List.of(new Content.Provocation("1-2", "Why?", List.of())))),
                        new Block(
                                "b03",
                                Audience.EVERYONE,
                                Set.of(),
                                "fr",
                                new Content.Prose("<ul><li>Un</li><li>Deux</li></ul>"))));
        org.jsoup.nodes.Document html = html(stage.render(document, ALL, ALL, "es", Format.HTML));
        assertThat(html.select("html").attr("dir")).isEqualTo("rtl");
        assertThat(html.select("h2, h3").eachText()).contains("One", "Why?");
        assertThat(html.select("h1 ~ h3")).isEmpty();
        assertThat(html.select("td[lang=fr] ul li")).hasSize(2);
        assertThat(html.select("[lang=es]")).isNotEmpty();
    }
}
