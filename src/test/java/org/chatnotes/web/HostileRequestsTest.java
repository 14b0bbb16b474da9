package org.chatnotes.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.chatnotes.RunningProgram;
import org.chatnotes.db.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Requests that no page of ours makes: each gets a sentence, none gets a 500 or sees the inside. */
class HostileRequestsTest {
    private static RunningProgram program;
    private static String token;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        program = new RunningProgram();
        token = program.command("token", "create", "--name", "hostile").replaceAll("(?s).*\\s", "");
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void aFormOfAnotherTypeIsNotTakenAndNoneIsAnEmptyOne() throws Exception {
        assertThat(answer("POST", "/signin", "text/plain", "login=owner").statusCode())
                .isEqualTo(415);
        assertThat(answer("POST", "/signin", "", "").statusCode()).isEqualTo(401);
        assertThat(answer("POST", "/unsubscribe/AAAA", "text/plain; charset=zzz", "x")
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void redirectsLeaveHostAndSchemeToTheProxyInFront() throws Exception {
        assertThat(answer("GET", "/settings", "", "").headers().firstValue("Location"))
                .contains("/signin?next=%2Fsettings");
    }

    @Test
    void commandsSayInASentenceWhatIsWrongWithAFile() throws Exception {
        Path latin = Files.write(Files.createTempFile("notes", ".html"), new byte[] {'c', 'a', 'f', (byte) 0xE9});
        assertThatThrownBy(() -> program.command("note", "create", "--title", "T", "--html", latin.toString()))
                .hasMessageContaining("is not text in UTF-8")
                .hasMessageNotContaining("\tat ");
        program.command("list", "create", "Staff");
        assertThatThrownBy(() -> program.command("subscribers", "export", "--list", "Staff", "--out", "/nowhere/x.csv"))
                .hasMessageContaining("/nowhere")
                .hasMessageNotContaining("\tat ");
    }

    @Test
    void aMissingBodyIsNamed() throws Exception {
        for (String body : new String[] {"", "null"}) {
            HttpResponse<String> response = answer("POST", "/api/v1/notes", "application/json", body);
            assertThat(response.statusCode()).isEqualTo(422);
            assertThat(detail(response)).isEqualTo("The body is missing. Send a JSON object.");
        }
    }

    @Test
    void wrongJsonIsExplainedWithoutNamesOfOurClasses() throws Exception {
        assertThat(detail(answer("POST", "/api/v1/editions", "application/json", "{\"note_id\": \"x\"}")))
                .isEqualTo("“note_id” in the JSON cannot be “x”.");
        assertThat(detail(answer("POST", "/api/v1/editions", "application/json", "[]")))
                .isEqualTo("The JSON is not of the kind that is expected there (line 1, column 1).");
        assertThat(detail(answer("POST", "/api/v1/editions", "application/json", "{")))
                .startsWith("This is not JSON (line 1");
        assertThat(detail(answer("POST", "/api/v1/editions", "application/json", "{\"x\":".repeat(5_000))))
                .startsWith("The JSON is nested too deeply");
        assertThat(detail(answer("POST", "/api/v1/resources", "application/json", "{\"kind\": \"zzz\"}")))
                .startsWith("“zzz” is no kind of resource. Choose one of ")
                .doesNotContain("org.chatnotes");
    }

    @Test
    void aWrongParameterIsNamed() throws Exception {
        HttpResponse<String> response = answer("GET", "/api/v1/notes?limit=many", "", "");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(detail(response)).isEqualTo("“limit” is not as it should be.");
    }

    @Test
    void whatReachesNoResourceIsAnsweredInOurWordsToo() throws Exception {
        HttpResponse<String> program = answer("DELETE", "/api/v1/notes/%2e%2e%2f", "", "");
        assertThat(program.statusCode()).isEqualTo(400);
        assertThat(detail(program)).startsWith("The request is not well formed");
        HttpResponse<String> person = answer("GET", "/archive/%00", "", "");
        assertThat(person.statusCode()).isEqualTo(400);
        assertThat(person.body()).contains("<h1>Bad Request</h1>").doesNotContain("HTTP ERROR");
        assertThat(person.headers().firstValue("Content-Security-Policy"))
                .get()
                .asString()
                .startsWith("default-src 'none'");
        assertThat(person.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    private static String detail(HttpResponse<String> response) {
        assertThat(response.statusCode()).isBetween(400, 499);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode body = Json.read(response.body(), JsonNode.class);
        return body.path("detail").asText();
    }

    private static HttpResponse<String> answer(String method, String path, String type, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(program.url() + path))
                .header("Accept", path.startsWith("/api/") ? "*/*" : "text/html")
                .header("Authorization", "Bearer " + token)
                .method(method, BodyPublishers.ofString(body));
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }
}
