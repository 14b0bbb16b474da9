package org.chatnotes.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chatnotes.db.Database;
import org.jdbi.v3.core.mapper.RowMapper;

final class TokenStore {
    private static final RowMapper<ApiToken> TOKEN = (row, context) -> {
        long used = row.getLong("used_at");
        return new ApiToken(
                row.getLong("id"),
                row.getString("name"),
                row.getString("created_by"),
                Instant.ofEpochMilli(row.getLong("created_at")),
                used == 0 ? null : Instant.ofEpochMilli(used));
    };

    private final Database database;

    TokenStore(Database database) {
        this.database = database;
    }

    long insert(ApiToken token, String hash) {
        return database.update(handle -> handle.createUpdate("""
                        INSERT INTO api_token (name, hash, created_by, created_at) VALUES (:name, :hash, :by, :now)
                        """)
                .bind("name", token.name())
                .bind("hash", hash)
                .bind("by", token.createdBy())
                .bind("now", token.createdAt().toEpochMilli())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one());
    }

    Optional<ApiToken> byHash(String hash) {
        return database.query(
                handle -> handle.createQuery("""
                        SELECT id, name, created_by, created_at, used_at FROM api_token WHERE hash = :hash
                        """).bind("hash", hash).map(TOKEN).findOne());
    }

    List<ApiToken> all() {
        return database.query(handle -> handle.createQuery(
                        "SELECT id, name, created_by, created_at, used_at FROM api_token ORDER BY id")
                .map(TOKEN)
                .list());
    }

    void used(long id, long now) {
        database.change(handle -> handle.createUpdate("UPDATE api_token SET used_at = :now WHERE id = :id")
                .bind("now", now)
                .bind("id", id)
                .execute());
    }

    int delete(long id) {
        return database.update(handle -> handle.createUpdate("DELETE FROM api_token WHERE id = :id")
                .bind("id", id)
                .execute());
    }
}
