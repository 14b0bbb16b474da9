package org.chatnotes.library;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chatnotes.db.Database;
import org.chatnotes.db.Json;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;

final class CodeStore {
    private static final RowMapper<Code> CODE = (row, context) -> new Code(
            row.getString("framework"),
            row.getString("code"),
            row.getString("level"),
            row.getString("parent"),
            row.getString("ref"),
            row.getString("label"),
            row.getInt("position"));

    private final Database database;

    CodeStore(Database database) {
        this.database = database;
    }

    void replace(Framework framework, Instant now) {
        database.change(handle -> {
            for (String table : List.of("code_label", "code")) {
                handle.createUpdate("DELETE FROM " + table + " WHERE framework = :id")
                        .bind("id", framework.id())
                        .execute();
            }
            handle.createUpdate("""
                            INSERT INTO framework (id, title, patterns, installed_at)
                            VALUES (:id, :title, :patterns, :now)
                            ON CONFLICT (id) DO UPDATE SET title = excluded.title, patterns = excluded.patterns,
                                installed_at = excluded.installed_at
                            """)
                    .bind("id", framework.id())
                    .bind("title", framework.title())
                    .bind("patterns", Json.write(framework.patterns()))
                    .bind("now", now.toEpochMilli())
                    .execute();
            insertCodes(handle, framework);
            insertLabels(handle, framework);
        });
    }

    private static void insertCodes(Handle handle, Framework framework) {
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO code (framework, code, level, parent, position)
                VALUES (:framework, :code, :level, :parent, :position)
                """);
        int position = 0;
        for (Framework.Entry entry : framework.codes()) {
            batch.bind("framework", framework.id())
                    .bind("code", entry.code())
                    .bind("level", entry.level())
                    .bind("parent", entry.parent())
                    .bind("position", position++)
                    .add();
        }
        batch.execute();
    }

    private static void insertLabels(Handle handle, Framework framework) {
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO code_label (framework, code, language, ref, label)
                VALUES (:framework, :code, :language, :ref, :label)
                """);
        for (Framework.Entry entry : framework.codes()) {
            entry.labels()
                    .forEach((language, label) -> batch.bind("framework", framework.id())
                            .bind("code", entry.code())
                            .bind("language", language)
                            .bind("ref", label.ref())
                            .bind("label", label.label())
                            .add());
        }
        batch.execute();
    }

    /** Changes whenever a framework is installed. */
    String stamp() {
        return database.query(handle -> handle.createQuery("SELECT id, installed_at FROM framework ORDER BY id")
                .map((row, context) -> row.getString("id") + "@" + row.getLong("installed_at"))
                .list()
                .toString());
    }

    List<Framework.Grammar> grammars() {
        return database.query(handle -> handle.createQuery("SELECT id, patterns FROM framework ORDER BY id")
                .map((row, context) -> new Framework.Grammar(
                        Json.read(row.getString("patterns"), new TypeReference<List<CodePattern>>() {}),
                        codes(handle, row.getString("id"))))
                .list());
    }

    private static List<String> codes(Handle handle, String framework) {
        return handle.createQuery("SELECT code FROM code WHERE framework = :framework")
                .bind("framework", framework)
                .mapTo(String.class)
                .list();
    }

    Optional<String> label(String code, String language) {
        return database.query(handle -> handle.createQuery("""
                        SELECT label FROM code_label
                        WHERE code = :code AND language IN (:language, 'en') AND label IS NOT NULL
                        ORDER BY CASE WHEN language = :language THEN 0 ELSE 1 END, framework LIMIT 1
                        """)
                .bind("code", code)
                .bind("language", language)
                .mapTo(String.class)
                .findOne());
    }

    Optional<String> ref(String code, String language) {
        return database.query(handle -> handle.createQuery("""
                        SELECT ref FROM code_label
                        WHERE code = :code AND language IN (:language, 'en') AND ref IS NOT NULL
                        ORDER BY CASE WHEN language = :language THEN 0 ELSE 1 END, framework LIMIT 1
                        """)
                .bind("code", code)
                .bind("language", language)
                .mapTo(String.class)
                .findOne());
    }

    Optional<Code> find(String code) {
        return database.query(
                handle -> handle.createQuery("""
                        SELECT c.framework, c.code, c.level, c.parent, c.position,
                            COALESCE(l.ref, c.code) AS ref, COALESCE(l.label, c.code) AS label
                        FROM code c LEFT JOIN code_label l
                            ON l.framework = c.framework AND l.code = c.code AND l.language = 'en'
                        WHERE c.code = :code ORDER BY c.framework LIMIT 1
                        """).bind("code", code).map(CODE).findOne());
    }

    List<Code> all() {
        return database.query(handle -> handle.createQuery("""
                        SELECT c.framework, c.code, c.level, c.parent, c.position,
                            COALESCE(l.ref, c.code) AS ref, COALESCE(l.label, c.code) AS label
                        FROM code c LEFT JOIN code_label l
                            ON l.framework = c.framework AND l.code = c.code AND l.language = 'en'
                        ORDER BY c.framework, c.position
                        """).map(CODE).list());
    }
}
