package org.chatnotes.media;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chatnotes.db.Database;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

final class MediaStore {
    private static final RowMapper<Picture> PICTURE = (row, context) -> new Picture(
            row.getLong("id"),
            row.getString("name"),
            row.getString("type"),
            row.getInt("width"),
            row.getInt("height"),
            row.getString("alt"),
            row.getInt("decorative") == 1,
            row.getString("hash"));

    private final Database database;

    MediaStore(Database database) {
        this.database = database;
    }

    long insert(Picture picture, byte[] bytes, Instant now) {
        return database.update(handle -> handle.createUpdate("""
                        INSERT INTO media (hash, name, type, width, height, alt, decorative, bytes, created_at)
                        VALUES (:hash, :name, :type, :width, :height, :alt, :decorative, :bytes, :now)
                        """)
                .bind("hash", picture.hash())
                .bind("name", picture.name())
                .bind("type", picture.type())
                .bind("width", picture.width())
                .bind("height", picture.height())
                .bind("alt", picture.alt())
                .bind("decorative", picture.decorative() ? 1 : 0)
                .bind("bytes", bytes)
                .bind("now", now.toEpochMilli())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one());
    }

    void describe(long id, @Nullable String alt, boolean decorative) {
        database.change(handle -> handle.createUpdate("""
                        UPDATE media SET alt = :alt, decorative = :decorative WHERE id = :id
                        """)
                .bind("alt", alt)
                .bind("decorative", decorative ? 1 : 0)
                .bind("id", id)
                .execute());
    }

    Optional<Picture> find(long id) {
        return database.query(
                handle -> handle.createQuery("""
                        SELECT id, hash, name, type, width, height, alt, decorative FROM media WHERE id = :id
                        """).bind("id", id).map(PICTURE).findOne());
    }

    Optional<Picture> byHash(String hash) {
        return database.query(handle ->
                handle.createQuery("""
                        SELECT id, hash, name, type, width, height, alt, decorative FROM media WHERE hash = :hash
                        """).bind("hash", hash).map(PICTURE).findOne());
    }

    /** Newest first. */
    List<Picture> before(long id, int limit) {
        return database.query(handle -> handle.createQuery("""
                        SELECT id, hash, name, type, width, height, alt, decorative FROM media
                        WHERE id < :id ORDER BY id DESC LIMIT :limit
                        """)
                .bind("id", id)
                .bind("limit", limit)
                .map(PICTURE)
                .list());
    }

    Optional<byte[]> bytes(long id) {
        return database.query(handle -> handle.createQuery("SELECT bytes FROM media WHERE id = :id")
                .bind("id", id)
                .mapTo(byte[].class)
                .findOne());
    }
}
