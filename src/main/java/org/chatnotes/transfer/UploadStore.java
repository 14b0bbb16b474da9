package org.chatnotes.transfer;

import java.time.Instant;
import java.util.Optional;
import org.chatnotes.db.Database;
import org.chatnotes.db.Json;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

final class UploadStore {
    private static final RowMapper<Upload> UPLOAD = (row, context) -> new Upload(
            row.getLong("id"),
            row.getString("file_name"),
            row.getLong("list_id"),
            ImportConsent.of(row.getString("consent")),
            Json.read(row.getString("forecast"), ImportReport.class),
            report(row.getString("report")),
            Instant.ofEpochMilli(row.getLong("created_at")));

    private final Database database;

    UploadStore(Database database) {
        this.database = database;
    }

    long insert(String fileName, long listId, ImportConsent consent, ImportReport forecast, long now) {
        return database.update(handle -> handle.createUpdate("""
                        INSERT INTO import_run (file_name, list_id, consent, forecast, created_at)
                        VALUES (:file, :list, :consent, :forecast, :now)
                        """)
                .bind("file", fileName)
                .bind("list", listId)
                .bind("consent", consent.code())
                .bind("forecast", Json.write(forecast))
                .bind("now", now)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one());
    }

    Optional<Upload> find(long id) {
        return database.query(handle -> handle.createQuery("SELECT * FROM import_run WHERE id = :id")
                .bind("id", id)
                .map(UPLOAD)
                .findOne());
    }

    void done(long id, ImportReport report, long now) {
        database.change(handle -> handle.createUpdate("""
                        UPDATE import_run SET report = :report, done_at = :now WHERE id = :id
                        """)
                .bind("report", Json.write(report))
                .bind("now", now)
                .bind("id", id)
                .execute());
    }

    private static @Nullable ImportReport report(@Nullable String json) {
        return json == null ? null : Json.read(json, ImportReport.class);
    }
}
