package org.chatnotes.editor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import org.chatnotes.RunningProgram;
import org.chatnotes.web.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Notes are written in a browser: with and without scripts, by pointer and by keyboard, by two people at once. */
@Tag("browser")
class EditorBrowserTest {
    private static RunningProgram program;
    private static Browser browser;

    @BeforeAll
    static void start() {
        program = new RunningProgram();
        browser = new Browser();
    }

    @AfterAll
    static void stop() {
        browser.close();
        program.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void blocksAreAddedEditedMovedDuplicatedDeletedAndBroughtBack(boolean script) {
        try (BrowserContext window = signedIn(1280, script)) {
            Page page = newNote(window, "April " + script);
            add(page, "Words", "Words", "Hello **all**,\n\nsee https://example.org/a");
            add(page, "Heading", "Heading", "What is it?");
            assertThat(page.locator(".block .body strong")).hasText("all");
            assertThat(page.locator(".block .body a[href='https://example.org/a']"))
                    .isVisible();
            assertThat(order(page)).containsExactly("Words", "Heading");

            edit(page, "Heading");
            page.getByLabel("Sentence that leads to it").fill("We thought about this:");
            page.getByRole(AriaRole.BUTTON, named("Save")).click();
            assertThat(page.getByText("We thought about this:")).isVisible();

            tool(page, "Heading", "Move up");
            assertThat(page.locator(".block").first()).hasAttribute("aria-label", "Heading");
            tool(page, "Heading", "Move down");
            assertThat(page.locator(".block").first()).hasAttribute("aria-label", "Words");
            tool(page, "Words", "Duplicate");
            assertThat(order(page)).containsExactly("Words", "Words", "Heading");
            tool(page, "Heading", "Delete");
            assertThat(order(page)).containsExactly("Words", "Words");
            page.getByRole(AriaRole.BUTTON, named("Undo")).press("Enter");
            assertThat(page.getByText("We thought about this:")).isVisible();
            assertThat(order(page)).containsExactly("Words", "Words", "Heading");
        }
    }

    @Test
    void blocksAreDraggedByTheirGrip() {
        try (BrowserContext window = signedIn(1280, true)) {
            Page page = newNote(window, "To drag");
            add(page, "Heading", "Heading", "First");
            add(page, "Heading", "Heading", "Second");
            add(page, "Words", "Words", "Third");
            Locator third = page.locator(".block[id]").nth(2);
            third.hover();
            BoundingBox grip = third.locator("[data-grip]").boundingBox();
            BoundingBox top = page.locator(".block[id]").first().boundingBox();
            page.waitForResponse(Pattern.compile(".*/blocks/order"), () -> {
                page.mouse().move(grip.x + 8, grip.y + 12);
                page.mouse().down();
                page.mouse().move(grip.x, grip.y - 20, new Mouse.MoveOptions().setSteps(4));
                page.mouse().move(top.x + top.width / 2, top.y + 4, new Mouse.MoveOptions().setSteps(12));
                page.mouse().up();
            });
            assertThat(page.getByRole(AriaRole.STATUS)).hasText("Moved and saved.");
            page.reload();
            assertThat(order(page)).containsExactly("Words", "Heading", "Heading");
        }
    }

    @Test
    void theKeyboardIsEnough() {
        try (BrowserContext window = signedIn(1280, true)) {
            Page page = newNote(window, "By keyboard");
            add(page, "Heading", "Heading", "First");
            add(page, "Words", "Words", "Second");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Edit: Words"))
                    .focus();
            page.keyboard().press("Tab");
            assertThat(page.locator(":focus")).hasAttribute("aria-label", "Move up");
            page.keyboard().press("Enter");
            assertThat(page.locator(".block").first()).hasAttribute("aria-label", "Words");
            page.locator("details.add summary").last().focus();
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            assertThat(page.locator("#form textarea").first()).isFocused();
            page.keyboard().type("Typed");
            page.getByRole(AriaRole.BUTTON, named("Add")).press("Enter");
            assertThat(page.locator(".block").last()).containsText("Typed");
        }
    }

    @Test
    void twoEditorsOfOneBlockSeeBothVersions() {
        try (BrowserContext first = signedIn(1280, true);
                BrowserContext second = signedIn(1280, false)) {
            Page mine = newNote(first, "Two at once");
            add(mine, "Words", "Words", "As it was");
            String url = mine.url().replaceAll("[?#].*", "");
            Page theirs = second.newPage();
            theirs.navigate(url);
            edit(mine, "Words");
            edit(theirs, "Words");
            field(theirs, "Words").fill("Their words");
            theirs.getByRole(AriaRole.BUTTON, named("Save")).click();
            field(mine, "Words").fill("My words");
            mine.getByRole(AriaRole.BUTTON, named("Save")).click();
            assertThat(mine.getByRole(AriaRole.ALERT))
                    .containsText(Pattern.compile("Owner saved this at \\d\\d:\\d\\d while you were writing"));
            assertThat(mine.getByRole(AriaRole.ALERT)).containsText("Their words");
            assertThat(field(mine, "Words")).hasValue("My words");
            assertThat(Browser.faults(mine)).isEmpty();
            mine.getByRole(AriaRole.BUTTON, named("Save mine over it")).click();
            assertThat(mine.locator(".block").first()).containsText("My words");
        }
    }

    @Test
    void whatIsWrongIsSaidAndWhatWasTypedStays() {
        try (BrowserContext window = signedIn(1280, false)) {
            Page page = newNote(window, "Mistakes");
            choose(page, "Event");
            field(page, "Title").fill("April chat");
            field(page, "Minutes").fill("an hour");
            page.getByRole(AriaRole.BUTTON, named("Add")).click();
            assertThat(field(page, "Minutes")).hasAttribute("aria-invalid", "true");
            assertThat(field(page, "Title")).hasValue("April chat");
            assertThat(page.locator("#f-minutes-wrong")).hasText("“an hour” is not a number. Write it in figures.");
        }
    }

    @Test
    void revisionsAreSeenAndRestoredAndTheBinGivesBack() {
        try (BrowserContext window = signedIn(1280, false)) {
            Page page = newNote(window, "Revised");
            add(page, "Heading", "Heading", "Once");
            page.getByRole(AriaRole.LINK, named("Revisions")).click();
            page.getByRole(AriaRole.LINK, named("Revision 1")).click();
            page.getByRole(AriaRole.BUTTON, named("Restore")).click();
            assertThat(page.locator(".block[id]")).hasCount(0);
            page.navigate(program.url() + "/notes");
            page.getByRole(AriaRole.BUTTON, named("To the bin Revised")).click();
            assertThat(page.getByRole(AriaRole.LINK, named("Revised"))).hasCount(0);
            page.getByRole(AriaRole.BUTTON, named("Undo")).press("Enter");
            assertThat(page.getByRole(AriaRole.LINK, named("Revised"))).isVisible();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390, 320})
    void pagesHaveNoFaultAndFitTheScreen(int width) {
        try (BrowserContext window = signedIn(width, true)) {
            Page page = newNote(window, "Looked at " + width);
            for (BlockType type : BlockType.ALL) {
                page.navigate(page.url().replaceAll("(/notes/\\d+).*", "$1/blocks/new?type=" + type.code()));
                if (width == 1280) {
                    assertThat(Browser.faults(page)).as(type.code()).isEmpty();
                }
                assertThat(overflow(page)).as(type.code()).isZero();
            }
            page.navigate(page.url().replaceAll("(/notes/\\d+).*", "$1"));
            add(page, "Words", "Words", "Hello");
            for (String path : List.of("", "/details", "/revisions", "/revisions/1")) {
                page.navigate(page.url().replaceAll("(/notes/\\d+).*", "$1" + path));
                assertThat(Browser.faults(page)).as(path).isEmpty();
                assertThat(overflow(page)).as(path).isZero();
            }
            for (String path : List.of("/notes", "/notes/new", "/notes?bin=true", "/series", "/series/new")) {
                page.navigate(program.url() + path);
                assertThat(Browser.faults(page)).as(path).isEmpty();
                assertThat(overflow(page)).as(path).isZero();
            }
        }
    }

    private static int overflow(Page page) {
        return ((Number) page.evaluate(
                        "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .intValue();
    }

    private static BrowserContext signedIn(int width, boolean script) {
        BrowserContext window = browser.window(width, ColorScheme.LIGHT, script);
        window.setDefaultTimeout(15_000);
        Page page = window.newPage();
        page.navigate(program.url() + "/signin");
        page.locator("input[name=login]").fill("owner");
        page.locator("input[name=password]").fill(program.password());
        page.locator("main button[type=submit]").click();
        // Closing a page that is still on its way to the next one can hang for ever.
        page.waitForURL(program.url() + "/");
        return window;
    }

    private static Page newNote(BrowserContext window, String title) {
        Page page = window.newPage();
        page.navigate(program.url() + "/notes/new");
        page.getByLabel("Title").fill(title);
        page.getByRole(AriaRole.BUTTON, named("Make the note")).click();
        assertThat(page.getByRole(AriaRole.HEADING, named(title))).isVisible();
        return page;
    }

    private static void choose(Page page, String type) {
        page.locator("details.add summary").last().click();
        page.locator("details.add")
                .last()
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(Pattern.compile("^" + type)))
                .first()
                .click();
    }

    private static void add(Page page, String type, String field, String words) {
        choose(page, type);
        field(page, field).fill(words);
        page.getByRole(AriaRole.BUTTON, named("Add")).click();
    }

    private static void edit(Page page, String type) {
        page.getByRole(AriaRole.LINK, named("Edit: " + type)).first().click();
    }

    private static void tool(Page page, String type, String tool) {
        Locator block = page.locator(".block[aria-label='" + type + "']").first();
        block.hover();
        block.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(tool))
                .click();
    }

    private static List<String> order(Page page) {
        return page.locator(".block[id]").all().stream()
                .map(block -> block.getAttribute("aria-label"))
                .toList();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Locator field(Page page, String label) {
        return page.locator("#form")
                .getByRole(
                        AriaRole.TEXTBOX,
                        new Locator.GetByRoleOptions().setName(label).setExact(true));
    }
}
