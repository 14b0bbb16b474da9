package org.chatnotes.workshop;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.chatnotes.RunningProgram;
import org.chatnotes.web.Browser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in and out as people do it, and what the doors answer to those who did not. */
@Tag("browser")
class SignInBrowserTest {
    private final RunningProgram program = RunningProgram.demonstration();
    private final HttpClient client = HttpClient.newHttpClient();

    @ParameterizedTest(name = "with scripts: {0}")
    @ValueSource(booleans = {true, false})
    void inAndOutByKeyboardAlone(boolean script) {
        try (Browser browser = new Browser();
                BrowserContext window = browser.window(1280, ColorScheme.LIGHT, script)) {
            Page page = window.newPage();
            page.navigate(program.url() + "/editions");
            assertThat(page.locator("#login")).isFocused();
            page.keyboard().type("owner");
            page.keyboard().press("Tab");
            page.keyboard().type(program.password());
            page.keyboard().press("Enter");
            assertThat(page.locator("h1")).hasText("Editions");
            assertThat(page).hasURL(program.url() + "/editions");
            tabTo(page, "This month");
            page.keyboard().press("Enter");
            assertThat(page).hasURL(program.url() + "/");
            tabTo(page, "Sign out");
            page.keyboard().press("Enter");
            assertThat(page.locator("h1")).hasText("Sign in");
            page.navigate(program.url() + "/");
            assertThat(page.locator("h1")).hasText("Sign in");
        }
    }

    @Test
    void signingOutKillsTheSessionAndItsCookie() throws IOException, InterruptedException {
        try (Browser browser = new Browser();
                BrowserContext window = browser.window(1280, ColorScheme.LIGHT, true)) {
            Page page = signIn(window);
            List<Cookie> cookies = window.cookies();
            assertThat(cookies).hasSize(1);
            Cookie cookie = cookies.get(0);
            assertThat(cookie.httpOnly).isTrue();
            assertThat(cookie.sameSite).hasToString("LAX");
            String header = cookie.name + "=" + cookie.value;
            assertThat(get("/settings", header).statusCode()).isEqualTo(200);
            page.locator(".side-foot button", new Page.LocatorOptions().setHasText("Sign out"))
                    .click();
            assertThat(page.locator("h1")).hasText("Sign in");
            assertThat(get("/settings", header).statusCode()).isEqualTo(303);
        }
    }

    @Test
    void aFormWithoutTheSessionsTokenIsRefused() throws IOException, InterruptedException {
        try (Browser browser = new Browser();
                BrowserContext window = browser.window(1280, ColorScheme.LIGHT, true)) {
            signIn(window);
            String cookie =
                    window.cookies().get(0).name + "=" + window.cookies().get(0).value;
            assertThat(post("/appearance", cookie, "theme=dark").statusCode()).isEqualTo(403);
            assertThat(post("/appearance", cookie, "theme=dark&csrf=forged").statusCode())
                    .isEqualTo(403);
            assertThat(post("/signout", cookie, "").statusCode()).isEqualTo(403);
        }
    }

    @Test
    void theAppearanceStaysChosen() {
        try (Browser browser = new Browser();
                BrowserContext window = browser.window(1280, ColorScheme.LIGHT, true)) {
            Page page = signIn(window);
            page.waitForResponse(
                    "**/appearance",
                    () -> page.locator("input[name=theme][value=dark]").check());
            page.navigate(program.url() + "/settings");
            assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
            page.waitForResponse(
                    "**/appearance",
                    () -> page.locator("input[name=theme][value=system]").check());
            page.navigate(program.url() + "/settings");
            assertThat(page.locator("html")).not().hasAttribute("data-theme", "dark");
        }
    }

    @Test
    void aWrongPasswordIsSaidInWords() {
        try (Browser browser = new Browser();
                BrowserContext window = browser.window(390, ColorScheme.DARK, false)) {
            Page page = window.newPage();
            page.navigate(program.url() + "/signin?next=//evil.example/");
            page.fill("#login", "someone");
            page.fill("#password", "not the password");
            page.click("button[type=submit]");
            assertThat(page.locator("[role=alert]")).containsText("Name and password do not match.");
            assertThat(page.locator("#login")).hasValue("someone");
            assertThat(page.locator("input[name=next]")).hasValue("/");
        }
    }

    @Test
    void programsAreAskedForAToken() throws IOException, InterruptedException {
        HttpResponse<String> answer = get("/api/v1/notes", "");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"Chatnotes\"");
        assertThat(answer.body()).contains("Authorization: Bearer");
    }

    private Page signIn(BrowserContext window) {
        Page page = window.newPage();
        page.navigate(program.url() + "/signin");
        page.fill("#login", "owner");
        page.fill("#password", program.password());
        page.click("button[type=submit]");
        page.waitForURL(program.url() + "/");
        return page;
    }

    /** Presses Tab until something with these words has the focus, as a person would. */
    private static void tabTo(Page page, String words) {
        for (int i = 0; i < 40; i++) {
            page.keyboard().press("Tab");
            Object focused = page.locator(":focus").count() == 0
                    ? ""
                    : page.locator(":focus").first().textContent();
            if (words.equals(String.valueOf(focused).strip())) {
                return;
            }
        }
        throw new AssertionError("The keyboard does not reach " + words);
    }

    private HttpResponse<String> get(String path, String cookie) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(program.url() + path))
                .header("Accept", "text/html, application/json");
        return send(cookie.isEmpty() ? request : request.header("Cookie", cookie));
    }

    private HttpResponse<String> post(String path, String cookie, String body)
            throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(program.url() + path))
                .header("Cookie", cookie)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
