package org.chatnotes.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.chatnotes.RunningProgram;
import org.chatnotes.web.Browser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every page that can be reached, of the whole program with its demonstration: axe finds nothing, nothing scrolls
 * sideways, nothing is asked elsewhere, the policy against foreign content is never broken.
 */
@Tag("browser")
class AccessibilityTest {
    /** Files, redirects to elsewhere, and a mail alone in its sandbox, where axe cannot run. */
    private static final Pattern NO_PAGE =
            Pattern.compile("/(l|media|assets|api)/.*|.*/(html|mail\\.eml|feed\\.xml)|.*\\.(csv|eml|txt|ics|xml)");

    private static final Pattern CHANGING = Pattern.compile(
            "[0-9]+|[A-Za-z0-9_-]{30,}|(?<=/inbox/)[^/]+|(?<=/blocks/)[^/]+|(?<=[?&](code|type|as|after)=)[^&]+|(?<=[?]show=)[A-Z]+");
    private static final int MOST = 50;

    private final RunningProgram program = RunningProgram.demonstration();
    private final List<String> faults = new ArrayList<>();

    @Test
    void nothingIsWrongOnAnyPage() {
        try (Browser browser = new Browser();
                BrowserContext window = signedIn(browser)) {
            List<String> paths = reachable(window);
            assertThat(paths).hasSizeGreaterThan(15);
            Page page = window.newPage();
            watch(page);
            paths.forEach(path -> look(page, path));
        }
        assertThat(faults).isEmpty();
    }

    private void look(Page page, String path) {
        page.navigate(program.url() + path);
        if (page.locator("iframe:not([title])").count() > 0) {
            faults.add(path + ": a frame has no title");
        }
        // axe would run inside frames, where mails are shown and no script may run.
        page.evaluate("document.querySelectorAll('iframe').forEach((frame) => frame.remove())");
        for (int width : List.of(320, 1280)) {
            page.setViewportSize(width, 900);
            int wide = (Integer) page.evaluate("document.documentElement.scrollWidth");
            if (wide > width) {
                faults.add(path + " at " + width + ": scrolls sideways to " + wide);
            }
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                // Without motion: halfway between two colours there is no contrast to measure.
                page.emulateMedia(
                        new Page.EmulateMediaOptions().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE));
                String name = path + " at " + width + " " + scheme + ": ";
                // In the dark only the colours differ.
                List<String> found = scheme == ColorScheme.LIGHT ? Browser.faults(page) : Browser.contrastFaults(page);
                found.forEach(fault -> faults.add(name + fault));
            }
        }
    }

    /** The pages that links lead to from the start, one of those that differ by a number only. */
    private List<String> reachable(BrowserContext window) {
        Map<String, Integer> kinds = new TreeMap<>();
        Map<String, Boolean> seen = new LinkedHashMap<>();
        ArrayDeque<String> open = new ArrayDeque<>(List.of("/", "/archive", "/inbox", "/nowhere"));
        Page page = window.newPage();
        while (!open.isEmpty() && seen.size() < MOST) {
            String path = open.poll();
            String kind = CHANGING.matcher(path).replaceAll("*");
            if (seen.containsKey(path)
                    || NO_PAGE.matcher(path.replaceAll("\\?.*", "")).matches()
                    || kinds.merge(kind, 1, Integer::sum) > 1) {
                continue;
            }
            seen.put(path, true);
            page.navigate(program.url() + path);
            links(page).forEach(open::add);
        }
        page.close();
        return List.copyOf(seen.keySet());
    }

    @SuppressWarnings("unchecked")
    private List<String> links(Page page) {
        List<String> urls =
                (List<String>) page.evaluate("Array.from(document.querySelectorAll('a[href]'), (a) => a.href)");
        return urls.stream()
                .filter(url -> url.startsWith(program.url() + "/"))
                .map(URI::create)
                .map(url -> url.getRawPath() + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery()))
                .toList();
    }

    private void watch(Page page) {
        page.onRequest(request -> {
            if (!request.url().startsWith(program.url() + "/") && !request.url().startsWith("data:")) {
                faults.add(page.url() + ": asks " + request.url());
            }
        });
        page.onConsoleMessage(message -> {
            boolean missingPage = message.text().contains("404") && page.url().endsWith("/nowhere");
            if (message.type().equals("error") && !missingPage) {
                faults.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> faults.add(page.url() + ": " + error));
    }

    private BrowserContext signedIn(Browser browser) {
        BrowserContext window = browser.window(1280, ColorScheme.LIGHT, true);
        Page page = window.newPage();
        page.navigate(program.url() + "/signin");
        Browser.faults(page).forEach(fault -> faults.add("/signin: " + fault));
        page.fill("#login", "owner");
        page.fill("#password", program.password());
        page.click("button[type=submit]");
        page.waitForURL(program.url() + "/");
        page.close();
        return window;
    }
}
