package org.chatnotes.access;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.chatnotes.db.Database;
import org.chatnotes.events.Events;
import org.chatnotes.problem.Problem;

/** Programs' keys to the API, as {@code Authorization: Bearer …}; kept as hashes. */
public final class Tokens {
    private static final String KIND = "token";
    /** So that people and secret scanners know one when they see it. */
    private static final String PREFIX = "chatnotes_";
    /** A token's last use is written at most this often. */
    private static final Duration NOTED = Duration.ofHours(1);

    private final Database database;
    private final TokenStore store;
    private final Events events;
    private final Clock clock;
    private final Secrets secrets = new Secrets();

    public Tokens(Database database, Events events, Clock clock) {
        this.database = database;
        this.store = new TokenStore(database);
        this.events = events;
        this.clock = clock;
    }

    /**
     * Makes a token and tells its secret, which is shown once.
     *
     * @param name what it is for, 1 to 100 characters
     */
    public String create(String name) {
        String stripped = name.strip();
        if (stripped.isEmpty() || stripped.length() > 100) {
            throw Problem.invalid("name", "Say what the token is for, in 1 to 100 characters.");
        }
        String secret = PREFIX + secrets.invent();
        ApiToken token = new ApiToken(0, stripped, events.actor(), clock.instant(), null);
        database.write(() -> {
            long id = store.insert(token, Secrets.hash(KIND, secret));
            events.record("token.created", "token:" + id);
        });
        return secret;
    }

    public List<ApiToken> list() {
        return store.all();
    }

    public void revoke(long id) {
        database.write(() -> {
            if (store.delete(id) == 0) {
                throw Problem.notFound("There is no token " + id + "; it may have been revoked already.");
            }
            events.record("token.revoked", "token:" + id);
        });
    }

    Optional<ApiToken> open(String secret) {
        Optional<ApiToken> token = store.byHash(Secrets.hash(KIND, secret));
        token.filter(known ->
                        known.usedAt() == null || known.usedAt().plus(NOTED).isBefore(clock.instant()))
                .ifPresent(known -> store.used(known.id(), clock.millis()));
        return token;
    }
}
