package org.chatnotes.series;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chatnotes.db.Database;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Update;

final class SeriesStore {
    private static final String COLUMNS =
            "id, slug, name, rule, zone, language, design, short_links, list_id, numbered, year_starts";
    private static final RowMapper<Series> SERIES = (row, context) -> new Series(
            row.getLong("id"),
            row.getString("slug"),
            row.getString("name"),
            row.getString("rule"),
            row.getString("zone"),
            row.getString("language"),
            row.getString("design"),
            row.getInt("short_links") == 1,
            row.getObject("list_id") == null ? null : row.getLong("list_id"),
            row.getInt("numbered") == 1,
            row.getInt("year_starts"));

    private final Database database;

    SeriesStore(Database database) {
        this.database = database;
    }

    long insert(Series series, Instant at) {
        return database.update(handle -> bound(handle.createUpdate("""
                        INSERT INTO series (slug, name, rule, zone, language, design, short_links, list_id, numbered,
                            year_starts, created_at)
                        VALUES (:slug, :name, :rule, :zone, :language, :design, :short_links, :list_id, :numbered,
                            :year_starts, :at)
                        """), series)
                .bind("at", at.toEpochMilli())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one());
    }

    void update(Series series) {
        database.change(handle ->
                bound(handle.createUpdate("""
                        UPDATE series SET slug = :slug, name = :name, rule = :rule, zone = :zone, language = :language,
                            design = :design, short_links = :short_links, list_id = :list_id, numbered = :numbered,
                            year_starts = :year_starts
                        WHERE id = :id
                        """), series).bind("id", series.id()).execute());
    }

    Optional<Series> find(long id) {
        return database.query(handle -> handle.createQuery("SELECT " + COLUMNS + " FROM series WHERE id = :id")
                .bind("id", id)
                .map(SERIES)
                .findOne());
    }

    Optional<Series> bySlug(String slug) {
        return database.query(handle -> handle.createQuery("SELECT " + COLUMNS + " FROM series WHERE slug = :slug")
                .bind("slug", slug)
                .map(SERIES)
                .findOne());
    }

    List<Series> all() {
        return database.query(handle -> handle.createQuery("SELECT " + COLUMNS + " FROM series ORDER BY name, id")
                .map(SERIES)
                .list());
    }

    private static Update bound(Update update, Series series) {
        return update.bind("slug", series.slug())
                .bind("name", series.name())
                .bind("rule", series.rule())
                .bind("zone", series.zone())
                .bind("language", series.language())
                .bind("design", series.design())
                .bind("short_links", series.shortLinks() ? 1 : 0)
                .bind("list_id", series.listId())
                .bind("numbered", series.numbered() ? 1 : 0)
                .bind("year_starts", series.yearStarts());
    }
}
