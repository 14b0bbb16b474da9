package org.chatnotes.workshop;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.function.Consumer;
import org.chatnotes.RunningProgram;
import org.chatnotes.web.Browser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From the note to the readers, as an editor does it: test, plan, cancel, send, watch. */
@Tag("browser")
class SendingBrowserTest {
    private static final LocatorAssertions.ContainsTextOptions SOON =
            new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);

    private final RunningProgram program = RunningProgram.demonstration();

    @Test
    void theEditionIsWatchedUntilEverybodyHasIt() {
        with(true, page -> {
            page.navigate(program.url() + "/notes/1/send");
            page.check("input[name=again]");
            page.click("text=Send to 5 readers");
            assertThat(page.locator(".toast")).containsText("It is on its way.");
            // No reload: the server tells.
            assertThat(page.locator("#edition-page [aria-labelledby=sofar] .chip"))
                    .containsText("Sent", SOON);
            assertThat(page.locator(".figure-big")).containsText("5 of 5 sent", SOON);
            assertThat(page.locator(".actions")).not().containsText("Pause");
        });
    }

    @Test
    void aPlanCanBeMadeAndCancelledWithoutScripts() {
        with(false, page -> {
            page.navigate(program.url() + "/notes/1/send?when=later&date=2031-03-13&time=25:00&zone=Europe/Paris");
            page.check("input[name=again]");
            page.click("text=Schedule for 5 readers");
            assertThat(page.locator("[role=alert]")).containsText("“25:00” is not a time. Write it as 07:00.");
            page.navigate(program.url() + "/notes/1/send?when=later&date=2031-03-13&time=07:00&zone=Europe/Paris");
            page.check("input[name=again]");
            page.click("text=Schedule for 5 readers");
            assertThat(page.locator(".lead")).containsText("To the list IBCC, on 13 March 2031");
            page.click("text=Cancel it…");
            Locator dialog = page.locator("#cancel");
            assertThat(dialog).containsText("Nobody has it yet. 5 readers will not get it.");
            dialog.locator(".btn--bad").click();
            assertThat(page.locator(".lead")).containsText("Nobody has it.");
        });
    }

    @Test
    void aTestGoesToTheInboxOfWhoeverAsked() {
        with(true, page -> {
            page.navigate(program.url() + "/notes/1/send");
            page.fill("#to", "editor@tests.example");
            page.click("text=Send a test");
            assertThat(page.locator(".toast")).containsText("The test is on its way.");
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> page.navigate(program.url() + "/inbox/editor@tests.example")
                                    .status()
                            == 200);
            assertThat(page.locator("tbody th")).containsText("[TEST] IBCC notes");
        });
    }

    private void with(boolean script, Consumer<Page> story) {
        try (Browser browser = new Browser();
                BrowserContext window = browser.window(1280, ColorScheme.LIGHT, script)) {
            Page page = window.newPage();
            page.navigate(program.url() + "/signin");
            page.fill("#login", "owner");
            page.fill("#password", program.password());
            page.click("button[type=submit]");
            page.waitForURL(program.url() + "/");
            story.accept(page);
        }
    }
}
