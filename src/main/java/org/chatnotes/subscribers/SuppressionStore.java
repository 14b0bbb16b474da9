package org.chatnotes.subscribers;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.chatnotes.db.Database;

/** Keyed hashes of addresses that nobody brings back. */
final class SuppressionStore {
    private final Database database;

    SuppressionStore(Database database) {
        this.database = database;
    }

    boolean empty() {
        return database.query(handle -> handle.createQuery("SELECT 1 FROM suppression LIMIT 1")
                .mapTo(Integer.class)
                .findOne()
                .isEmpty());
    }

    Set<ByteBuffer> among(Collection<byte[]> hashes) {
        return database.query(
                handle -> new HashSet<>(handle.createQuery("SELECT hash FROM suppression WHERE hash IN (<hashes>)")
                        .bindList("hashes", List.copyOf(hashes))
                        .map((row, context) -> ByteBuffer.wrap(row.getBytes("hash")))
                        .list()));
    }

    void insert(byte[] hash, String reason, long now) {
        database.change(handle -> handle.createUpdate("""
                        INSERT INTO suppression (hash, reason, created_at) VALUES (:hash, :reason, :now)
                        ON CONFLICT (hash) DO NOTHING
                        """)
                .bind("hash", hash)
                .bind("reason", reason)
                .bind("now", now)
                .execute());
    }
}
