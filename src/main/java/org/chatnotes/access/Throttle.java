package org.chatnotes.access;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.chatnotes.problem.Problem;

/** Slows down who guesses passwords: so many failures per login and per network address within a while, on all nodes. */
final class Throttle {
    static final int PER_LOGIN = 8;
    static final int PER_ADDRESS = 30;
    static final Duration WHILE = Duration.ofMinutes(15);

    private final UserStore store;
    private final Clock clock;

    Throttle(UserStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** @throws Problem TOO_MANY when it is not yet time to try again, with the minutes to wait */
    void admit(String login, String address) {
        long since = clock.millis() - WHILE.toMillis();
        refuseAfter(PER_LOGIN, login(login), "for this name", since);
        refuseAfter(PER_ADDRESS, address(address), "from your network", since);
    }

    void failed(String login, String address) {
        store.deleteFailuresBefore(clock.millis() - WHILE.toMillis());
        store.insertFailure(login(login), clock.millis());
        store.insertFailure(address(address), clock.millis());
    }

    void forget(String login) {
        store.deleteFailures(login(login));
    }

    private void refuseAfter(int limit, String subject, String where, long since) {
        store.failureFromEnd(subject, since, limit).ifPresent(at -> {
            long minutes = 1 + (at + WHILE.toMillis() - clock.millis()) / 60_000;
            throw Problem.of(
                    Problem.Kind.TOO_MANY,
                    "Too many failed sign-ins " + where + ". Try again in " + minutes
                            + (minutes == 1 ? " minute." : " minutes."));
        });
    }

    /** Hashed: people type passwords into the wrong field. */
    private static String login(String login) {
        return Secrets.hash("login", login.strip().toLowerCase(Locale.ROOT));
    }

    private static String address(String address) {
        return Secrets.hash("address", address);
    }
}
