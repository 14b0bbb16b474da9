package org.chatnotes.tracking;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chatnotes.db.Database;
import org.jdbi.v3.core.mapper.RowMapper;

final class LinkStore {
    private static final RowMapper<Link> LINK = (row, context) -> new Link(
            row.getString("key"),
            row.getLong("note_id"),
            row.getString("url"),
            row.getString("original"),
            Instant.ofEpochMilli(row.getLong("created_at")));
    private static final RowMapper<Correction> CORRECTION = (row, context) -> new Correction(
            row.getString("key"),
            row.getString("old_url"),
            row.getString("new_url"),
            Instant.ofEpochMilli(row.getLong("at")),
            row.getString("actor"));

    private final Database database;

    LinkStore(Database database) {
        this.database = database;
    }

    Optional<Link> find(String key) {
        return database.query(
                handle -> handle.createQuery("""
                        SELECT key, note_id, url, original, created_at FROM link WHERE key = :key
                        """).bind("key", key).map(LINK).findOne());
    }

    List<Link> ofNote(long noteId) {
        return database.query(
                handle -> handle.createQuery("""
                        SELECT key, note_id, url, original, created_at FROM link
                        WHERE note_id = :note ORDER BY position, key
                        """).bind("note", noteId).map(LINK).list());
    }

    /** Does nothing when the key is there already: another node rendered the same note. */
    void insert(Link link) {
        database.change(handle -> handle.createUpdate("""
                        INSERT INTO link (key, note_id, position, url, original, created_at)
                        VALUES (:key, :note, (SELECT COUNT(*) FROM link WHERE note_id = :note), :url, :original, :now)
                        ON CONFLICT (key) DO NOTHING
                        """)
                .bind("key", link.key())
                .bind("note", link.noteId())
                .bind("url", link.url())
                .bind("original", link.original())
                .bind("now", link.createdAt().toEpochMilli())
                .execute());
    }

    void update(String key, String url) {
        database.change(handle -> handle.createUpdate("UPDATE link SET url = :url WHERE key = :key")
                .bind("url", url)
                .bind("key", key)
                .execute());
    }

    void insert(Correction correction) {
        database.change(handle -> handle.createUpdate("""
                        INSERT INTO link_correction (key, old_url, new_url, at, actor)
                        VALUES (:key, :from, :to, :at, :actor)
                        """)
                .bind("key", correction.key())
                .bind("from", correction.from())
                .bind("to", correction.to())
                .bind("at", correction.at().toEpochMilli())
                .bind("actor", correction.actor())
                .execute());
    }

    List<Correction> corrections(long noteId) {
        return database.query(handle ->
                handle.createQuery("""
                        SELECT c.key, c.old_url, c.new_url, c.at, c.actor
                        FROM link_correction c JOIN link l ON l.key = c.key
                        WHERE l.note_id = :note ORDER BY c.id DESC
                        """).bind("note", noteId).map(CORRECTION).list());
    }
}
