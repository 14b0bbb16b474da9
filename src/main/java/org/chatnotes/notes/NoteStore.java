package org.chatnotes.notes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.chatnotes.db.Database;
import org.chatnotes.db.Json;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** The table of notes. */
final class NoteStore {
    private static final String FULL = """
            SELECT n.id, n.series_id, n.slug, n.state, n.revision_id, n.created_at, n.updated_at, n.updated_by, n.binned_at,
                r.number AS revision_number, r.document
            FROM note n JOIN note_revision r ON r.id = n.revision_id
            """;
    private static final RowMapper<Note> NOTE = (row, context) -> new Note(
            row.getLong("id"),
            row.getLong("series_id"),
            row.getString("slug"),
            state(row.getString("state")),
            row.getLong("revision_id"),
            row.getInt("revision_number"),
            etag(row.getLong("revision_id")),
            Json.read(row.getString("document"), Document.class),
            Instant.ofEpochMilli(row.getLong("created_at")),
            Instant.ofEpochMilli(row.getLong("updated_at")),
            row.getString("updated_by"),
            moment((Number) row.getObject("binned_at")));
    private static final RowMapper<NoteLine> LINE = (row, context) -> new NoteLine(
            row.getLong("id"),
            row.getLong("series_id"),
            row.getString("slug"),
            row.getString("title"),
            row.getString("chat_date") == null ? null : LocalDate.parse(row.getString("chat_date")),
            row.getObject("number") == null ? null : row.getInt("number"),
            row.getString("school_year"),
            state(row.getString("state")),
            Instant.ofEpochMilli(row.getLong("updated_at")),
            row.getString("updated_by"),
            moment((Number) row.getObject("binned_at")));

    private final Database database;

    NoteStore(Database database) {
        this.database = database;
    }

    private static NoteState state(String code) {
        return NoteState.valueOf(code.toUpperCase(Locale.ROOT));
    }

    private static @Nullable Instant moment(@Nullable Number millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis.longValue());
    }

    private static String etag(long revisionId) {
        return "\"" + revisionId + "\"";
    }

    long insert(long seriesId, String slug, Document document, @Nullable String by, Instant at) {
        return database.update(handle -> described(handle.createUpdate("""
                        INSERT INTO note (series_id, slug, state, revision_id, title, chat_date, number, school_year,
                            created_at, updated_at, updated_by)
                        VALUES (:series, :slug, 'draft', 0, :title, :chat_date, :number, :school_year, :at, :at, :by)
                        """), document)
                .bind("series", seriesId)
                .bind("slug", slug)
                .bind("at", at.toEpochMilli())
                .bind("by", by)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one());
    }

    /** Takes the row for this transaction if its newest revision is still the one known; else says no. */
    boolean claim(long id, long revisionId) {
        return database.update(handle -> handle.createUpdate("""
                        UPDATE note SET updated_at = updated_at WHERE id = :id AND revision_id = :revision
                        """)
                        .bind("id", id)
                        .bind("revision", revisionId)
                        .execute())
                == 1;
    }

    /** Makes a revision the newest, of a note that is a draft from now on. */
    void advance(long id, long revisionId, String slug, Document document, @Nullable String by, Instant at) {
        database.change(handle -> described(handle.createUpdate("""
                        UPDATE note SET revision_id = :revision, state = 'draft', slug = :slug, title = :title,
                            chat_date = :chat_date, number = :number, school_year = :school_year,
                            updated_at = :at, updated_by = :by
                        WHERE id = :id
                        """), document)
                .bind("id", id)
                .bind("revision", revisionId)
                .bind("slug", slug)
                .bind("at", at.toEpochMilli())
                .bind("by", by)
                .execute());
    }

    void state(long id, NoteState state) {
        database.change(handle -> handle.createUpdate("UPDATE note SET state = :state WHERE id = :id")
                .bind("state", state.code())
                .bind("id", id)
                .execute());
    }

    void series(long id, long seriesId, String slug) {
        database.change(
                handle -> handle.createUpdate("UPDATE note SET series_id = :series, slug = :slug WHERE id = :id")
                        .bind("series", seriesId)
                        .bind("slug", slug)
                        .bind("id", id)
                        .execute());
    }

    void binned(long id, @Nullable Instant at) {
        database.change(handle -> handle.createUpdate("UPDATE note SET binned_at = :at WHERE id = :id")
                .bind("at", at == null ? null : at.toEpochMilli())
                .bind("id", id)
                .execute());
    }

    Optional<Note> find(long id) {
        return database.query(handle -> handle.createQuery(FULL + "WHERE n.id = :id")
                .bind("id", id)
                .map(NOTE)
                .findOne());
    }

    Optional<Note> bySlug(long seriesId, String slug) {
        return database.query(handle -> handle.createQuery(FULL + "WHERE n.series_id = :series AND n.slug = :slug")
                .bind("series", seriesId)
                .bind("slug", slug)
                .map(NOTE)
                .findOne());
    }

    /** The id of another note outside the bin that has a number in a school year of a series. */
    Optional<Long> numbered(long seriesId, @Nullable String schoolYear, int number, long otherThan) {
        return database.query(handle -> handle.createQuery("""
                        SELECT id FROM note
                        WHERE series_id = :series AND COALESCE(school_year, '') = :year AND number = :number
                            AND id <> :id AND binned_at IS NULL
                        """)
                .bind("series", seriesId)
                .bind("year", schoolYear == null ? "" : schoolYear)
                .bind("number", number)
                .bind("id", otherThan)
                .mapTo(Long.class)
                .findFirst());
    }

    /** The highest number in a school year of a series; 0 when there is none. */
    int highestNumber(long seriesId, @Nullable String schoolYear) {
        return database.query(handle -> handle.createQuery("""
                        SELECT COALESCE(MAX(number), 0) FROM note
                        WHERE series_id = :series AND COALESCE(school_year, '') = :year AND binned_at IS NULL
                        """)
                .bind("series", seriesId)
                .bind("year", schoolYear == null ? "" : schoolYear)
                .mapTo(Integer.class)
                .one());
    }

    /** @param series 0 for all; @param after 0 for the first page */
    List<NoteLine> list(long series, boolean binned, long after, int limit) {
        return database.query(handle -> handle.createQuery("""
                        SELECT id, series_id, slug, title, chat_date, number, school_year, state, updated_at, updated_by,
                            binned_at
                        FROM note
                        WHERE (:series = 0 OR series_id = :series)
                            AND (CASE WHEN binned_at IS NULL THEN 0 ELSE 1 END) = :binned
                            AND (:after = 0
                                OR (updated_at, id) < (SELECT updated_at, id FROM note WHERE id = :after))
                        ORDER BY updated_at DESC, id DESC
                        LIMIT :limit
                        """)
                .bind("series", series)
                .bind("binned", binned ? 1 : 0)
                .bind("after", after)
                .bind("limit", limit)
                .map(LINE)
                .list());
    }

    private static Update described(Update update, Document document) {
        return update.bind("title", document.title())
                .bind(
                        "chat_date",
                        document.chatDate() == null ? null : document.chatDate().toString())
                .bind("number", document.number())
                .bind("school_year", document.schoolYear());
    }
}
