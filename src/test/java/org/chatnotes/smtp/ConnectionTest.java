package org.chatnotes.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.chatnotes.mail.EmailAddress;
import org.chatnotes.problem.Problem;
import org.chatnotes.smtp.HostileSink.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionTest {
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Envelope TO_MERE = new Envelope("notes@example.org", EmailAddress.parse("mere@example.org"));
    private static final byte[] MESSAGE = "Subject: Notes\r\n\r\nHello\r\n.hidden\r\n".getBytes(StandardCharsets.UTF_8);

    @ParameterizedTest
    @CsvSource({
        "RCPT, 451 4.2.0 Later, Deferred, false",
        "RCPT, 550 5.1.1 Unknown, Refused, true",
        "RCPT, 550 No such user, Refused, true",
        "RCPT, 550 5.7.1 Policy, Refused, false",
        "RCPT, 552 5.2.2 Full, Refused, false",
        "RCPT, 421 4.3.2 Busy, Broken, false",
        "MAIL, 550 5.7.1 Who are you, AboutUs, false",
        "MAIL, 552 5.3.4 Too large, Refused, false",
        "MAIL, 451 4.3.0 Later, Deferred, false",
        "DATA, 554 5.7.1 Spam, Refused, false",
        "DATA, 550 Bad words, Refused, false",
        "DOT, 451 4.3.0 Later, Deferred, false",
        "DOT, 550 5.1.1 After all unknown, Refused, true",
        "DOT, 250 2.0.0 Ok, Sent, false",
        "DOT, what?, Doubt, false",
    })
    void whatTheRelaySaysBecomesAnOutcome(Stage stage, String reply, String outcome, boolean dead) throws NoSession {
        Outcome seen = deliver((at, visit) -> at == stage ? HostileSink.say(reply) : null);
        assertThat(seen.getClass().getSimpleName()).isEqualTo(outcome);
        if (seen instanceof Outcome.Refused refused) {
            assertThat(refused.addressDead()).isEqualTo(dead);
        }
        if (!outcome.equals("Doubt")) {
            assertThat(seen.reply().toString()).isEqualTo(reply);
        }
    }

    @Test
    void hangingUpBeforeTheDotIsNoDoubt() throws NoSession {
        for (Stage stage : List.of(Stage.MAIL, Stage.RCPT, Stage.DATA)) {
            assertThat(deliver((at, visit) -> at == stage ? HostileSink.drop() : null))
                    .isInstanceOf(Outcome.Broken.class);
        }
        assertThat(deliver((at, visit) -> at == Stage.DOT ? HostileSink.drop() : null))
                .isInstanceOf(Outcome.Doubt.class);
    }

    @Test
    void silenceTimesOut() throws NoSession {
        assertThat(deliver((at, visit) -> at == Stage.RCPT ? HostileSink.stall() : null))
                .isInstanceOf(Outcome.Broken.class);
        assertThat(deliver((at, visit) -> at == Stage.DOT ? HostileSink.stall() : null))
                .isInstanceOf(Outcome.Doubt.class);
    }

    @Test
    void endlessRepliesEnd() throws NoSession {
        assertThat(deliver((at, visit) -> at == Stage.RCPT ? HostileSink.say("250-" + "x".repeat(100_000)) : null))
                .isInstanceOf(Outcome.Broken.class);
        assertThat(deliver((at, visit) ->
                        at == Stage.RCPT ? HostileSink.say("250-more\r\n".repeat(500) + "250 enough") : null))
                .isInstanceOf(Outcome.Broken.class);
    }

    @Test
    void oneConnectionTakesManyMessagesAndDotsArriveAsTheyWere() throws NoSession {
        try (HostileSink sink = new HostileSink((at, visit) ->
                        at == Stage.RCPT && visit.message() == 2 ? HostileSink.say("550 5.1.1 Unknown") : null);
                Connection connection = Connection.open(sink.relay(), "localhost", SHORT)) {
            for (int i = 1; i <= 4; i++) {
                Outcome outcome = send(connection);
                assertThat(outcome instanceof Outcome.Sent).isEqualTo(i != 2);
                assertThat(connection.usable()).isTrue();
            }
            assertThat(sink.connections()).isEqualTo(1);
            assertThat(new String(sink.taken().get(0).content(), StandardCharsets.UTF_8))
                    .contains("\r\n..hidden\r\n");
        }
    }

    @Test
    void noSessionSaysWhy() {
        try (HostileSink sink = new HostileSink(
                (at, visit) -> at == Stage.GREETING ? HostileSink.say("554 5.7.1 Your address is listed") : null)) {
            assertThatThrownBy(() -> Connection.open(sink.relay(), "localhost", SHORT))
                    .isInstanceOf(NoSession.class)
                    .hasMessage("554 5.7.1 Your address is listed")
                    .extracting(thrown -> ((NoSession) thrown).outcome())
                    .isInstanceOf(Outcome.AboutUs.class);
        }
    }

    @Test
    void aPortWhereNobodyListensSaysSo() throws IOException {
        int port;
        try (ServerSocket taken = new ServerSocket(0)) {
            port = taken.getLocalPort();
        }
        assertThatThrownBy(() -> Connection.open(Relay.loopback(port), "localhost", SHORT))
                .isInstanceOf(NoSession.class)
                .hasMessageContaining("cannot be reached");
    }

    @Test
    void relaysAreReadFromTheirUrl() {
        Relay relay = Relay.parse("smtps://me%40example.org:p%3Aw%2F@mail.example.org");
        assertThat(relay).isEqualTo(new Relay("mail.example.org", 465, true, "me@example.org", "p:w/"));
        assertThat(relay.toString()).doesNotContain("p:w").contains("mail.example.org:465");
        assertThat(Relay.parse("smtp://127.0.0.1:2525").onLoopback()).isTrue();
        assertThat(Relay.parse("smtp://u:p@mail.example.org").port()).isEqualTo(587);
        assertThatThrownBy(() -> Relay.parse("http://mail.example.org"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("CHATNOTES_SMTP_URL");
    }

    private static Outcome deliver(HostileSink.Script script) throws NoSession {
        try (HostileSink sink = new HostileSink(script);
                Connection connection = Connection.open(sink.relay(), "localhost", SHORT)) {
            return send(connection);
        }
    }

    private static Outcome send(Connection connection) {
        @Nullable Outcome early = connection.begin(TO_MERE, MESSAGE, false);
        return early == null ? connection.finish() : early;
    }
}
