package org.chatnotes.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.chatnotes.db.Database;
import org.chatnotes.db.EachEngine;
import org.chatnotes.events.Events;
import org.chatnotes.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {
    private Instant now = Instant.parse("2025-03-12T08:00:00Z");
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);

    private record Rooms(Users users, Sessions sessions, Tokens tokens, Events events) {}

    private Rooms rooms(Database database) {
        Events events = new Events(database, clock);
        Sessions sessions = new Sessions(database, clock);
        return new Rooms(
                new Users(database, sessions, events, clock), sessions, new Tokens(database, events, clock), events);
    }

    @EachEngine
    void theFirstStartMakesAnOwnerOnce(Database database) {
        Rooms rooms = rooms(database);
        Users.Added owner = rooms.users().createOwnerIfNone().orElseThrow();
        assertThat(owner.password()).hasSize(23);
        assertThat(rooms.users().createOwnerIfNone()).isEmpty();
        assertThat(rooms.users().signIn(" Owner ", owner.password(), "::1")).isEqualTo(owner.user());
    }

    @EachEngine
    void passwordsAndTokensAreKeptAsHashesOnly(Database database) {
        Rooms rooms = rooms(database);
        Users.Added owner = rooms.users().createOwnerIfNone().orElseThrow();
        String session = rooms.sessions().start(owner.user());
        String token = rooms.tokens().create("Nightly export");
        String all = database.query(handle -> handle.createQuery("SELECT password FROM app_user")
                        .mapTo(String.class)
                        .one()
                + handle.createQuery("SELECT hash FROM session")
                        .mapTo(String.class)
                        .one()
                + handle.createQuery("SELECT hash FROM api_token")
                        .mapTo(String.class)
                        .one());
        assertThat(all).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain(owner.password(), session, token);
    }

    @EachEngine
    void guessingIsSlowedDownPerLoginWithTheMinutesToWait(Database database) {
        Rooms rooms = rooms(database);
        Users.Added owner = rooms.users().createOwnerIfNone().orElseThrow();
        for (int i = 0; i < Throttle.PER_LOGIN; i++) {
            assertKind(Problem.Kind.UNAUTHORISED, () -> rooms.users().signIn("owner", "wrong", "10.0.0.1"));
        }
        assertThatThrownBy(() -> rooms.users().signIn("OWNER", owner.password(), "10.0.0.2"))
                .hasMessage("Too many failed sign-ins for this name. Try again in 16 minutes.");
        now = now.plus(Throttle.WHILE).plusSeconds(1);
        assertThat(rooms.users().signIn("owner", owner.password(), "10.0.0.2")).isEqualTo(owner.user());
    }

    @EachEngine
    void guessingIsSlowedDownPerAddress(Database database) {
        Rooms rooms = rooms(database);
        for (int i = 0; i < Throttle.PER_ADDRESS; i++) {
            String login = "somebody" + i;
            assertKind(Problem.Kind.UNAUTHORISED, () -> rooms.users().signIn(login, "wrong", "10.0.0.1"));
        }
        assertKind(Problem.Kind.TOO_MANY, () -> rooms.users().signIn("another", "wrong", "10.0.0.1"));
        assertKind(Problem.Kind.UNAUTHORISED, () -> rooms.users().signIn("another", "wrong", "10.0.0.2"));
    }

    @EachEngine
    void sessionsEndWhenIdleAndAfterTheLongestTime(Database database) {
        Rooms rooms = rooms(database);
        User owner = rooms.users().createOwnerIfNone().orElseThrow().user();
        String token = rooms.sessions().start(owner);
        for (int day = 0; day < 28; day += 4) {
            now = now.plus(Duration.ofDays(4));
            assertThat(rooms.sessions().user(token)).contains(owner.id());
        }
        now = now.plus(Duration.ofDays(3));
        assertThat(rooms.sessions().user(token)).isEmpty();

        String idle = rooms.sessions().start(owner);
        now = now.plus(Sessions.IDLE);
        assertThat(rooms.sessions().user(idle)).isEmpty();
    }

    @EachEngine
    void aNewPasswordEndsTheOtherSessions(Database database) {
        Rooms rooms = rooms(database);
        Users.Added owner = rooms.users().createOwnerIfNone().orElseThrow();
        String mine = rooms.sessions().start(owner.user());
        String other = rooms.sessions().start(owner.user());
        long id = owner.user().id();
        assertThatThrownBy(() -> rooms.users().changePassword(id, "wrong", "a much better one", mine))
                .hasMessage("This is not your present password.");
        assertThatThrownBy(() -> rooms.users().changePassword(id, owner.password(), "short", mine))
                .hasMessageContaining("at least 10 characters");
        rooms.users().changePassword(id, owner.password(), "a much better one", mine);
        assertThat(rooms.sessions().user(mine)).contains(id);
        assertThat(rooms.sessions().user(other)).isEmpty();
        assertThat(rooms.users().signIn("owner", "a much better one", "::1").id())
                .isEqualTo(id);
    }

    @EachEngine
    void theCommandResetsAPasswordAndForgetsFailures(Database database) {
        Rooms rooms = rooms(database);
        User owner = rooms.users().createOwnerIfNone().orElseThrow().user();
        String session = rooms.sessions().start(owner);
        for (int i = 0; i < Throttle.PER_LOGIN; i++) {
            assertKind(Problem.Kind.UNAUTHORISED, () -> rooms.users().signIn("owner", "wrong", "10.0.0.1"));
        }
        String fresh = rooms.users().passwd("Owner");
        assertThat(rooms.sessions().user(session)).isEmpty();
        assertThat(rooms.users().signIn("owner", fresh, "10.0.0.1")).isEqualTo(owner);
        assertKind(Problem.Kind.NOT_FOUND, () -> rooms.users().passwd("nobody"));
    }

    @EachEngine
    void tokensOpenUntilRevoked(Database database) {
        Rooms rooms = rooms(database);
        String secret = rooms.tokens().create("Nightly export");
        ApiToken token = rooms.tokens().open(secret).orElseThrow();
        assertThat(token.name()).isEqualTo("Nightly export");
        assertThat(rooms.tokens().list().get(0).usedAt()).isEqualTo(now);
        assertThat(rooms.tokens().open(secret + "x")).isEmpty();
        rooms.tokens().revoke(token.id());
        assertThat(rooms.tokens().open(secret)).isEmpty();
    }

    @EachEngine
    void loginsAreUnique(Database database) {
        Rooms rooms = rooms(database);
        rooms.users().add("helen@school.example", "Helen Marsh");
        assertKind(Problem.Kind.CONFLICT, () -> rooms.users().add("Helen@School.example", "Another"));
        assertKind(Problem.Kind.INVALID, () -> rooms.users().add("two words", "Another"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "https://evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "/\t/evil.example",
                "javascript:alert(1)",
                "",
                "notes",
                "/a b"
            })
    void signInLeadsToOurOwnPagesOnly(String wanted) {
        assertThat(LocalPath.of(wanted)).isEqualTo("/");
    }

    @Test
    void signInLeadsBackToThePageThatWasAskedFor() {
        assertThat(LocalPath.of("/notes/7?tab=log%20a")).isEqualTo("/notes/7?tab=log%20a");
        assertThat(LocalPath.of(null)).isEqualTo("/");
    }

    private static void assertKind(Problem.Kind kind, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(kind));
    }
}
