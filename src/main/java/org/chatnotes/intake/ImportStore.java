package org.chatnotes.intake;

import java.util.List;
import java.util.Locale;
import org.chatnotes.db.Database;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;

final class ImportStore {
    private static final RowMapper<StoredEntry> ENTRY = (row, context) -> new StoredEntry(
            row.getLong("id"),
            new LogEntry(
                    row.getInt("line"),
                    LogEntry.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                    row.getString("what"),
                    row.getString("block_id")),
            row.getInt("done") == 1);

    private final Database database;

    ImportStore(Database database) {
        this.database = database;
    }

    void insert(long noteId, List<LogEntry> log) {
        if (log.isEmpty()) {
            return;
        }
        database.change(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                    INSERT INTO import_entry (note_id, position, line, kind, what, block_id, done)
                    VALUES (:note, :position, :line, :kind, :what, :block, 0)
                    """);
            int position = 0;
            for (LogEntry entry : log) {
                batch.bind("note", noteId)
                        .bind("position", position++)
                        .bind("line", entry.line())
                        .bind("kind", entry.kind().code())
                        .bind("what", entry.what())
                        .bind("block", entry.blockId())
                        .add();
            }
            batch.execute();
        });
    }

    List<StoredEntry> of(long noteId) {
        return database.query(handle ->
                handle.createQuery("""
                        SELECT id, line, kind, what, block_id, done FROM import_entry
                        WHERE note_id = :note ORDER BY position
                        """).bind("note", noteId).map(ENTRY).list());
    }

    /** Whether there was such an entry. */
    boolean done(long noteId, long entryId, boolean done) {
        return database.update(handle -> handle.createUpdate("""
                        UPDATE import_entry SET done = :done WHERE id = :id AND note_id = :note
                        """)
                        .bind("done", done ? 1 : 0)
                        .bind("id", entryId)
                        .bind("note", noteId)
                        .execute())
                > 0;
    }
}
