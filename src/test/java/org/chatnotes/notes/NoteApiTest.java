package org.chatnotes.notes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.chatnotes.RunningProgram;
import org.chatnotes.db.Json;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Notes as programs reach them: over HTTP, with a token. */
class NoteApiTest {
    private static final String NOTE = """
            {"document": {"title": "April", "language": "en", "blocks": [
                {"id": "b01", "content": {"type": "prose", "html": "<p>Hello <script>x</script></p>"}}]}}
            """;

    private static RunningProgram program;
    private static String token;
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        program = new RunningProgram();
        token = program.command("token", "create", "--name=test");
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void aChangeSaysWhatItStartedFrom() throws Exception {
        HttpResponse<String> made = send("POST", "/notes", NOTE, null);
        assertThat(made.statusCode()).isEqualTo(201);
        String path = "/notes/" + json(made).path("id").asLong();
        String etag = etag(made);
        assertThat(json(made).at("/document/blocks/0/content/html").asText()).isEqualTo("<p>Hello </p>");
        assertThat(etag(send("GET", path, null, null))).isEqualTo(etag);
        String changed = json(made).path("document").toString().replace("April", "May");
        assertThat(send("PUT", path, changed, null).statusCode()).isEqualTo(428);
        HttpResponse<String> saved = send("PUT", path, changed, etag);
        assertThat(saved.statusCode()).isEqualTo(200);
        HttpResponse<String> stale = send("PUT", path, changed.replace("May", "June"), etag);
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(json(stale).path("detail").asText()).contains("saved this note at");
        assertThat(json(send("GET", path + "/revisions", null, null)).path("items"))
                .hasSize(2);
        HttpResponse<String> back =
                send("POST", path + "/revisions/1/restoration", "", etag(send("GET", path, null, null)));
        assertThat(json(back).at("/document/title").asText()).isEqualTo("April");
    }

    @Test
    void blocksAreAddedChangedOrderedAndDeleted() throws Exception {
        HttpResponse<String> made = send("POST", "/notes", NOTE, null);
        String path = "/notes/" + json(made).path("id").asLong() + "/blocks";
        String heading = "{\"content\": {\"type\": \"heading\", \"level\": 2, \"text\": \"New\"}}";
        HttpResponse<String> added = send("POST", path + "?after=b01", heading, etag(made));
        assertThat(added.statusCode()).isEqualTo(201);
        String id = json(added).path("id").asText();
        HttpResponse<String> changed = send("PUT", path + "/" + id, heading.replace("New", "Newer"), etag(added));
        assertThat(json(changed).at("/content/text").asText()).isEqualTo("Newer");
        HttpResponse<String> wrong = send("PUT", path + "/" + id, heading.replace(": 2", ": 1"), etag(changed));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(json(wrong).at("/errors/0/name").asText()).isEqualTo("blocks." + id + ".level");
        HttpResponse<String> ordered =
                send("PUT", path + "/order", "{\"order\": [\"" + id + "\", \"b01\"]}", etag(changed));
        assertThat(Json.mapper().convertValue(json(ordered).path("order"), List.class))
                .isEqualTo(List.of(id, "b01"));
        assertThat(send("DELETE", path + "/" + id, null, etag(ordered)).statusCode())
                .isEqualTo(204);
        assertThat(json(send("GET", path, null, null))).hasSize(1);
    }

    @Test
    void approvalIsANounAndSaysWhatStandsAgainstIt() throws Exception {
        HttpResponse<String> made = send("POST", "/notes", NOTE, null);
        String path = "/notes/" + json(made).path("id").asLong();
        HttpResponse<String> approved = send("POST", path + "/approval", "", null);
        assertThat(json(approved).path("state").asText()).isEqualTo("approved");
        assertThat(json(send("DELETE", path + "/approval", null, null))
                        .path("state")
                        .asText())
                .isEqualTo("draft");
        String raw = "{\"content\": {\"type\": \"raw\", \"text\": \"?\"}}";
        assertThat(send("POST", path + "/blocks", raw, etag(made)).statusCode()).isEqualTo(201);
        assertThat(send("POST", path + "/approval", "", null).statusCode()).isEqualTo(409);
        assertThat(send("DELETE", path, null, null).statusCode()).isEqualTo(204);
        assertThat(json(send("GET", "/notes?binned=true", null, null)).path("items"))
                .isNotEmpty();
        assertThat(send("DELETE", path + "/bin", null, null).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> send(String method, String path, @Nullable String body, @Nullable String etag)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(program.url() + "/api/v1" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (etag != null) {
            request.header("If-Match", etag);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> response) throws Exception {
        return Json.mapper().readTree(response.body());
    }

    private static String etag(HttpResponse<String> response) {
        return response.headers().firstValue("ETag").orElseThrow();
    }
}
