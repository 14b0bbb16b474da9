package org.chatnotes.signing;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.chatnotes.db.Database;

/** Keys are rows, so that every node and every backup has them. */
final class KeyStore {
    private static final int KEY_BYTES = 32;

    private final Database database;
    private final Clock clock;

    KeyStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** All versions of a key by version; the first is made when there is none. */
    TreeMap<Integer, byte[]> versions(String name) {
        TreeMap<Integer, byte[]> known = read(name);
        if (known.isEmpty()) {
            byte[] fresh = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(fresh);
            insertFirst(name, fresh);
            known = read(name);
        }
        return known;
    }

    private TreeMap<Integer, byte[]> read(String name) {
        return database.query(handle ->
                new TreeMap<>(handle.createQuery("SELECT version, secret FROM signing_key WHERE name = :name")
                        .bind("name", name)
                        .map((row, context) -> Map.entry(row.getInt("version"), row.getBytes("secret")))
                        .collectToMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Two nodes may start at once: the first one's key wins. */
    private void insertFirst(String name, byte[] secret) {
        database.change(handle -> handle.createUpdate("""
                        INSERT INTO signing_key (name, version, secret, created_at)
                        VALUES (:name, 1, :secret, :now) ON CONFLICT DO NOTHING
                        """)
                .bind("name", name)
                .bind("secret", secret)
                .bind("now", clock.millis())
                .execute());
    }
}
