package org.chatnotes.lists;

import java.util.List;
import java.util.Locale;
import org.chatnotes.db.Database;
import org.chatnotes.subscribers.CodeText;
import org.chatnotes.subscribers.Format;
import org.jdbi.v3.core.mapper.RowMapper;

/** Who receives a list now. The one place that says so: active, or paused until a day that has come; address fine. */
final class AudienceStore {
    private static final RowMapper<Recipient> RECIPIENT = (row, context) -> new Recipient(
            row.getLong("id"),
            row.getString("domain"),
            CodeText.read(row.getString("programmes")),
            CodeText.read(row.getString("roles")),
            row.getString("language"),
            Format.valueOf(row.getString("format").toUpperCase(Locale.ROOT)),
            row.getString("zone"));
    private static final RowMapper<AudienceGroup> GROUP = (row, context) -> new AudienceGroup(
            CodeText.read(row.getString("programmes")),
            CodeText.read(row.getString("roles")),
            row.getString("language"),
            Format.valueOf(row.getString("format").toUpperCase(Locale.ROOT)),
            row.getLong("people"));

    private final Database database;

    AudienceStore(Database database) {
        this.database = database;
    }

    /** @param today ISO date in the group's zone */
    List<Recipient> recipients(long listId, long afterSubscriberId, int limit, String today) {
        return database.query(handle -> handle.createQuery("""
                        SELECT s.id, s.domain, s.programmes, s.roles, s.language, s.format, s.zone
                        FROM subscription u JOIN subscriber s ON s.id = u.subscriber_id
                        WHERE u.list_id = :list AND u.subscriber_id > :after AND s.state = 'ok'
                            AND (u.state = 'active' OR u.state = 'paused' AND u.paused_until <= :today)
                        ORDER BY u.subscriber_id LIMIT :limit
                        """)
                .bind("list", listId)
                .bind("after", afterSubscriberId)
                .bind("today", today)
                .bind("limit", limit)
                .map(RECIPIENT)
                .list());
    }

    List<AudienceGroup> groups(long listId, String today) {
        return database.query(handle -> handle.createQuery("""
                        SELECT s.programmes, s.roles, s.language, s.format, count(*) AS people
                        FROM subscription u JOIN subscriber s ON s.id = u.subscriber_id
                        WHERE u.list_id = :list AND s.state = 'ok'
                            AND (u.state = 'active' OR u.state = 'paused' AND u.paused_until <= :today)
                        GROUP BY s.programmes, s.roles, s.language, s.format
                        ORDER BY people DESC, s.programmes, s.roles, s.language, s.format
                        """)
                .bind("list", listId)
                .bind("today", today)
                .map(GROUP)
                .list());
    }

    boolean receives(long listId, long subscriberId, String today) {
        return database.query(handle -> handle.createQuery("""
                        SELECT 1 FROM subscription u JOIN subscriber s ON s.id = u.subscriber_id
                        WHERE u.list_id = :list AND u.subscriber_id = :subscriber AND s.state = 'ok'
                            AND (u.state = 'active' OR u.state = 'paused' AND u.paused_until <= :today)
                        """)
                .bind("list", listId)
                .bind("subscriber", subscriberId)
                .bind("today", today)
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
    }
}
