package org.chatnotes.access;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.chatnotes.db.Database;

/** Who is signed in: random tokens in cookies, of which the database knows hashes only. Deleting the row signs out. */
public final class Sessions {
    /** A session ends when it was not used for this long… */
    public static final Duration IDLE = Duration.ofDays(7);
    /** …and in any case after this long. */
    public static final Duration LONGEST = Duration.ofDays(30);

    /** A session's last use is written at most this often, so that reading pages writes little. */
    private static final Duration NOTED = Duration.ofMinutes(10);

    private static final String KIND = "session";

    private final Database database;
    private final SessionStore store;
    private final Clock clock;
    private final Secrets secrets = new Secrets();

    public Sessions(Database database, Clock clock) {
        this.database = database;
        this.store = new SessionStore(database);
        this.clock = clock;
    }

    /** Starts a session and gives its token, for the cookie. Sessions that ended by themselves are cleared away. */
    public String start(User user) {
        String token = secrets.invent();
        long now = clock.millis();
        database.write(() -> {
            store.deleteOld(now - LONGEST.toMillis(), now - IDLE.toMillis());
            store.insert(Secrets.hash(KIND, token), user.id(), now);
        });
        return token;
    }

    /** The id of the user whose running session this is. */
    public Optional<Long> user(String token) {
        String hash = Secrets.hash(KIND, token);
        long now = clock.millis();
        return store.find(hash)
                .filter(session ->
                        session.createdAt() + LONGEST.toMillis() > now && session.seenAt() + IDLE.toMillis() > now)
                .map(session -> {
                    if (session.seenAt() + NOTED.toMillis() <= now) {
                        store.touch(hash, now);
                    }
                    return session.userId();
                });
    }

    public void end(String token) {
        store.delete(Secrets.hash(KIND, token));
    }

    void endOthers(long userId, String token) {
        store.deleteOfUser(userId, Secrets.hash(KIND, token));
    }

    void endAll(long userId) {
        store.deleteOfUser(userId, "");
    }

    /** What every form of a session carries: known only to who knows the session's token. */
    static String csrf(String token) {
        return Secrets.hash("csrf", token);
    }
}
