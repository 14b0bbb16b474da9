package org.chatnotes.access;

import java.util.Optional;
import org.chatnotes.db.Database;

final class SessionStore {
    private final Database database;

    SessionStore(Database database) {
        this.database = database;
    }

    record Row(long userId, long createdAt, long seenAt) {}

    void insert(String hash, long userId, long now) {
        database.change(handle -> handle.createUpdate("""
                        INSERT INTO session (hash, user_id, created_at, seen_at) VALUES (:hash, :user, :now, :now)
                        """)
                .bind("hash", hash)
                .bind("user", userId)
                .bind("now", now)
                .execute());
    }

    Optional<Row> find(String hash) {
        return database.query(
                handle -> handle.createQuery("SELECT user_id, created_at, seen_at FROM session WHERE hash = :hash")
                        .bind("hash", hash)
                        .map((row, context) ->
                                new Row(row.getLong("user_id"), row.getLong("created_at"), row.getLong("seen_at")))
                        .findOne());
    }

    void touch(String hash, long now) {
        database.change(handle -> handle.createUpdate("UPDATE session SET seen_at = :now WHERE hash = :hash")
                .bind("now", now)
                .bind("hash", hash)
                .execute());
    }

    void delete(String hash) {
        database.change(handle -> handle.createUpdate("DELETE FROM session WHERE hash = :hash")
                .bind("hash", hash)
                .execute());
    }

    void deleteOfUser(long userId, String except) {
        database.change(handle -> handle.createUpdate("DELETE FROM session WHERE user_id = :user AND hash <> :except")
                .bind("user", userId)
                .bind("except", except)
                .execute());
    }

    void deleteOld(long createdBefore, long seenBefore) {
        database.change(
                handle -> handle.createUpdate("DELETE FROM session WHERE created_at <= :created OR seen_at <= :seen")
                        .bind("created", createdBefore)
                        .bind("seen", seenBefore)
                        .execute());
    }
}
