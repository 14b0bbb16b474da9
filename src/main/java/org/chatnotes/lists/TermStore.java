package org.chatnotes.lists;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import org.chatnotes.db.Database;
import org.chatnotes.db.Json;
import org.jdbi.v3.core.mapper.RowMapper;

final class TermStore {
    private static final RowMapper<Term> TERM = (row, context) -> new Term(
            row.getString("code"),
            row.getInt("position"),
            row.getInt("retired") != 0,
            Json.read(row.getString("labels"), new TypeReference<>() {}),
            Json.read(row.getString("names"), new TypeReference<>() {}));

    private final Database database;

    TermStore(Database database) {
        this.database = database;
    }

    List<Term> all(String kind) {
        return database.query(
                handle -> handle.createQuery("SELECT * FROM term WHERE kind = :kind ORDER BY position, code")
                        .bind("kind", kind)
                        .map(TERM)
                        .list());
    }

    void save(String kind, Term term) {
        database.change(handle -> handle.createUpdate("""
                        INSERT INTO term (kind, code, position, retired, labels, names)
                        VALUES (:kind, :code, :position, :retired, :labels, :names)
                        ON CONFLICT (kind, code) DO UPDATE SET position = excluded.position,
                            retired = excluded.retired, labels = excluded.labels, names = excluded.names
                        """)
                .bind("kind", kind)
                .bind("code", term.code())
                .bind("position", term.position())
                .bind("retired", term.retired() ? 1 : 0)
                .bind("labels", Json.write(term.labels()))
                .bind("names", Json.write(term.names()))
                .execute());
    }
}
