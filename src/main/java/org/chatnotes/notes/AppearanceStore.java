package org.chatnotes.notes;

import java.util.List;
import org.chatnotes.db.Database;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Which codes and resources appear in the newest revisions of notes: derived, rewritten with every save. */
final class AppearanceStore {
    private final Database database;

    AppearanceStore(Database database) {
        this.database = database;
    }

    void rewrite(long noteId, Document document) {
        database.change(handle -> {
            handle.createUpdate("DELETE FROM note_code WHERE note_id = :note")
                    .bind("note", noteId)
                    .execute();
            handle.createUpdate("DELETE FROM note_resource WHERE note_id = :note")
                    .bind("note", noteId)
                    .execute();
            PreparedBatch codes = handle.prepareBatch(
                    "INSERT INTO note_code (note_id, block_id, code) VALUES (:note, :block, :value)");
            PreparedBatch resources = handle.prepareBatch(
                    "INSERT INTO note_resource (note_id, block_id, resource_id) VALUES (:note, :block, :value)");
            for (Block block : document.blocks()) {
                Appearances appearances = Appearances.in(block.content());
                appearances.codes().forEach(code -> add(codes, noteId, block, code));
                appearances.resources().forEach(resource -> add(resources, noteId, block, resource));
            }
            run(codes);
            run(resources);
        });
    }

    List<Long> notesWithCode(String code, int limit) {
        return database.query(handle -> handle.createQuery("""
                        SELECT DISTINCT c.note_id FROM note_code c JOIN note n ON n.id = c.note_id
                        WHERE c.code = :code AND n.binned_at IS NULL ORDER BY c.note_id DESC LIMIT :limit
                        """)
                .bind("code", code)
                .bind("limit", limit)
                .mapTo(Long.class)
                .list());
    }

    List<Long> notesWithResource(long resource, int limit) {
        return database.query(handle -> handle.createQuery("""
                        SELECT DISTINCT r.note_id FROM note_resource r JOIN note n ON n.id = r.note_id
                        WHERE r.resource_id = :resource AND n.binned_at IS NULL ORDER BY r.note_id DESC LIMIT :limit
                        """)
                .bind("resource", resource)
                .bind("limit", limit)
                .mapTo(Long.class)
                .list());
    }

    private static void add(PreparedBatch batch, long noteId, Block block, Object value) {
        batch.bind("note", noteId)
                .bind("block", block.id())
                .bind("value", value)
                .add();
    }

    private static void run(PreparedBatch batch) {
        if (batch.size() > 0) {
            batch.execute();
        }
    }
}
