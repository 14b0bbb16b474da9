package org.chatnotes.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chatnotes.db.Database;
import org.chatnotes.db.Engine;
import org.chatnotes.db.FreshDatabases;
import org.chatnotes.events.Events;
import org.chatnotes.mail.Slots;
import org.chatnotes.markup.Templates;
import org.chatnotes.notes.Document;
import org.chatnotes.rendering.NotePage;
import org.chatnotes.rendering.PageRequest;
import org.chatnotes.rendering.Rendered;
import org.chatnotes.rendering.Stage;
import org.chatnotes.settings.Settings;
import org.chatnotes.subscribers.Format;
import org.chatnotes.tracking.Correction;
import org.chatnotes.web.Assets;
import org.chatnotes.web.Browser;
import org.chatnotes.web.PageWriter;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What readers see, in a browser: the mail and the archive, narrow and wide, light and dark, without a fault. */
@Tag("browser")
final class ReadersBrowserTest {
    private static final String SITE = Stage.PUBLIC_URL;
    /** Rules about landmarks of a page, which a mail inside a mail client is none of. */
    private static final String[] PAGE_RULES = {"region", "landmark-one-main", "page-has-heading-one", "landmark-unique"
    };

    private final Map<String, String> pages = new HashMap<>();
    private final Map<String, byte[]> pictures = new HashMap<>();

    @Test
    void nothingIsWrongAtAnyWidthOrScheme() {
        try (Database database = FreshDatabases.open(Engine.SQLITE);
                Browser browser = new Browser()) {
            fill(database);
            List<String> faults = new ArrayList<>();
            pages.forEach((path, html) -> {
                Parser parser = Parser.htmlParser().setTrackErrors(20);
                parser.parseInput(html, "");
                parser.getErrors().forEach(error -> faults.add(path + ": " + error));
            });
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                for (int width : List.of(320, 700, 1280)) {
                    for (String path : pages.keySet()) {
                        look(browser, path, width, scheme, faults);
                    }
                }
            }
            assertThat(faults).isEmpty();
        }
    }

    private void look(Browser browser, String path, int width, ColorScheme scheme, List<String> faults) {
        String name = path + " at " + width + " " + scheme + ": ";
        try (BrowserContext window = browser.window(width, scheme, true)) {
            List<String> foreign = new ArrayList<>();
            window.route("**/*", route -> answer(route, foreign));
            Page page = window.newPage();
            page.navigate(SITE + path);
            Browser.faults(page, path.startsWith("/mail") ? PAGE_RULES : new String[0])
                    .forEach(fault -> faults.add(name + fault));
            int wide = (Integer) page.evaluate("document.documentElement.scrollWidth");
            if (wide > width) {
                faults.add(name + "scrolls sideways to " + wide);
            }
            foreign.forEach(url -> faults.add(name + "asks " + url));
            String shots = System.getProperty("chatnotes.shots");
            if (shots != null) {
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of(
                                shots, path.substring(1).replace('/', '-') + "-" + width + "-" + scheme + ".png")));
            }
        }
    }

    private void answer(Route route, List<String> foreign) {
        String url = route.request().url();
        String path = URI.create(url).getPath();
        Route.FulfillOptions answer = new Route.FulfillOptions();
        if (!url.startsWith(SITE + "/")) {
            foreign.add(url);
            route.abort();
        } else if (pages.containsKey(path)) {
            route.fulfill(answer.setContentType("text/html; charset=utf-8").setBody(pages.get(path)));
        } else if (pictures.containsKey(path)) {
            route.fulfill(answer.setContentType("image/png").setBodyBytes(pictures.get(path)));
        } else {
            asset(route, path, answer);
        }
    }

    private static void asset(Route route, String path, Route.FulfillOptions answer) {
        String name = path.replaceFirst("^/assets/[0-9a-f]+/", "/assets/");
        try (InputStream in = ReadersBrowserTest.class.getResourceAsStream(name)) {
            if (in == null) {
                route.fulfill(answer.setStatus(404));
                return;
            }
            String type = name.endsWith(".css") ? "text/css" : name.endsWith(".js") ? "text/javascript" : "font/woff2";
            route.fulfill(answer.setContentType(type).setBodyBytes(in.readAllBytes()));
        } catch (IOException e) {
            route.abort();
        }
    }

    private void fill(Database database) {
        Stage stage = new Stage(database);
        Document sample = stage.sample();
        stage.media
                .before(Long.MAX_VALUE, 10)
                .forEach(picture -> pictures.put(picture.path(), stage.media.bytes(picture.id())));
        pages.put("/mail/all", mail(stage.render(sample, Set.of(), Set.of("admin"), "en", Format.HTML)));
        pages.put("/mail/fr", mail(stage.render(sample, Set.of("DP"), Set.of(), "fr", Format.HTML)));
        Templates templates = new Templates(null);
        Settings settings = new Settings(database, new Events(database, Clock.systemUTC()));
        PageWriter writer = new PageWriter(templates, settings, new Assets(), Clock.systemUTC(), false);
        for (String language : List.of("en", "es")) {
            NotePage page = stage.rendering.page(new PageRequest(1, sample, language, null, null, "/body"));
            pages.put(
                    "/archive/notes/march-" + language, writer.render(note(page).in(language), null));
        }
        Archived entry = new Archived(
                1,
                1,
                1,
                "/archive/notes/march",
                sample,
                "Establishing your role",
                "What steps?",
                "Mar",
                "2025",
                Instant.EPOCH,
                List.of("PYP", "MYP"),
                List.of("0201-02"),
                13);
        pages.put("/archive", writer.render(list(List.of(entry, entry)), null));
        pages.put("/archive/empty", writer.render(list(List.of()), null));
    }

    private static String mail(Rendered rendered) {
        return Slots.fill(
                rendered.html(), name -> name.endsWith("_url") ? SITE + "/" + name + "/" + "x".repeat(44) : "MYP");
    }

    private static org.chatnotes.web.Page note(NotePage page) {
        return org.chatnotes.web.Page.of("archive/note")
                .with("page", page)
                .with("article", Templates.safe(page.article()))
                .with("base", "/archive/notes/march")
                .with("corrected", new Correction("k", "a", "b", Instant.EPOCH, null))
                .with("zone", "UTC")
                .with("others", List.of())
                .with("everything", "/archive/notes/march");
    }

    private static org.chatnotes.web.Page list(List<Archived> notes) {
        return org.chatnotes.web.Page.of("archive/list")
                .with("notes", notes)
                .with("first", true)
                .with("older", notes.isEmpty() ? null : 1L);
    }
}
