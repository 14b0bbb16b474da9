package org.chatnotes.notes;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chatnotes.db.Database;
import org.chatnotes.db.Json;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** The table of revisions. A row is written once and never changed, but for its pin; only a folded one is deleted. */
final class RevisionStore {
    private static final RowMapper<Revision> REVISION = (row, context) -> new Revision(
            row.getLong("id"),
            row.getLong("note_id"),
            row.getInt("number"),
            Json.read(row.getString("document"), Document.class),
            row.getString("author"),
            Instant.ofEpochMilli(row.getLong("saved_at")),
            row.getInt("pinned") == 1);
    private static final RowMapper<RevisionLine> LINE = (row, context) -> new RevisionLine(
            row.getLong("id"),
            row.getInt("number"),
            row.getString("author"),
            Instant.ofEpochMilli(row.getLong("saved_at")),
            row.getInt("pinned") == 1);

    private final Database database;

    RevisionStore(Database database) {
        this.database = database;
    }

    long insert(long noteId, int number, Document document, @Nullable String author, Instant begunAt, Instant savedAt) {
        return database.update(handle -> handle.createUpdate("""
                        INSERT INTO note_revision (note_id, number, document, author, begun_at, saved_at, pinned)
                        VALUES (:note, :number, :document, :author, :begun, :saved, 0)
                        """)
                .bind("note", noteId)
                .bind("number", number)
                .bind("document", Json.write(document))
                .bind("author", author)
                .bind("begun", begunAt.toEpochMilli())
                .bind("saved", savedAt.toEpochMilli())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one());
    }

    /** When the saves that a revision stands for began. */
    Instant begunAt(long id) {
        return Instant.ofEpochMilli(
                database.query(handle -> handle.createQuery("SELECT begun_at FROM note_revision WHERE id = :id")
                        .bind("id", id)
                        .mapTo(Long.class)
                        .one()));
    }

    void delete(long id) {
        database.change(handle -> handle.createUpdate("DELETE FROM note_revision WHERE id = :id")
                .bind("id", id)
                .execute());
    }

    void pin(long id) {
        database.change(handle -> handle.createUpdate("UPDATE note_revision SET pinned = 1 WHERE id = :id")
                .bind("id", id)
                .execute());
    }

    Optional<Revision> find(long id) {
        return database.query(
                handle -> handle.createQuery("""
                        SELECT id, note_id, number, document, author, saved_at, pinned FROM note_revision WHERE id = :id
                        """).bind("id", id).map(REVISION).findOne());
    }

    Optional<Revision> byNumber(long noteId, int number) {
        return database.query(handle -> handle.createQuery("""
                        SELECT id, note_id, number, document, author, saved_at, pinned FROM note_revision
                        WHERE note_id = :note AND number = :number
                        """)
                .bind("note", noteId)
                .bind("number", number)
                .map(REVISION)
                .findOne());
    }

    List<RevisionLine> ofNote(long noteId) {
        return database.query(
                handle -> handle.createQuery("""
                        SELECT id, number, author, saved_at, pinned FROM note_revision
                        WHERE note_id = :note ORDER BY number DESC
                        """).bind("note", noteId).map(LINE).list());
    }

    boolean everPinned(long noteId) {
        return database.query(handle -> handle.createQuery(
                                "SELECT COUNT(*) FROM note_revision WHERE note_id = :note AND pinned = 1")
                        .bind("note", noteId)
                        .mapTo(Long.class)
                        .one())
                > 0;
    }
}
