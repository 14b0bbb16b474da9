package org.chatnotes.editions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chatnotes.db.Database;
import org.chatnotes.db.Json;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

final class EditionStore {
    private static final RowMapper<Edition> EDITION = (row, context) -> new Edition(
            row.getLong("id"),
            row.getLong("note_id"),
            row.getLong("revision_id"),
            row.getLong("list_id"),
            State.of(row.getString("state")),
            Json.read(row.getString("plan"), Plan.class),
            Instant.ofEpochMilli(row.getLong("due_at")),
            row.getString("reason"),
            row.getString("subject"),
            Instant.ofEpochMilli(row.getLong("created_at")),
            moment(row, "started_at"),
            moment(row, "ended_at"),
            moment(row, "frozen_at"),
            row.getString("ordered_by"));
    private static final String SELECT = """
            SELECT id, note_id, revision_id, list_id, state, plan, due_at, reason, subject, created_at, started_at,
                ended_at, frozen_at, ordered_by
            FROM edition
            """;

    private final Database database;

    EditionStore(Database database) {
        this.database = database;
    }

    /** Gives 0 when its revision went to its list already, or its idempotency key was used. */
    long insert(Order order, long revisionId, String subject, Instant due, Instant now, @Nullable String by) {
        return database.update(handle -> handle.createQuery("""
                        INSERT INTO edition (note_id, revision_id, list_id, once, state, plan, due_at, subject,
                            idempotency_key, created_at, ordered_by)
                        VALUES (:note, :revision, :list, :once, 'scheduled', :plan, :due, :subject, :key, :now, :by)
                        ON CONFLICT DO NOTHING RETURNING id
                        """)
                .bind("note", order.noteId())
                .bind("revision", revisionId)
                .bind("list", order.listId())
                .bind("once", order.again() ? 0 : 1)
                .bind("plan", Json.write(order.plan()))
                .bind("due", due.toEpochMilli())
                .bind("subject", subject)
                .bind("key", order.idempotencyKey())
                .bind("now", now.toEpochMilli())
                .bind("by", by)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L));
    }

    Optional<Edition> find(long id) {
        return database.query(handle -> handle.createQuery(SELECT + " WHERE id = :id")
                .bind("id", id)
                .map(EDITION)
                .findOne());
    }

    Optional<Edition> byKey(String key) {
        return database.query(handle -> handle.createQuery(SELECT + " WHERE idempotency_key = :key")
                .bind("key", key)
                .map(EDITION)
                .findOne());
    }

    Optional<Edition> once(long revisionId, long listId) {
        return database.query(
                handle -> handle.createQuery(SELECT + " WHERE revision_id = :revision AND list_id = :list AND once = 1")
                        .bind("revision", revisionId)
                        .bind("list", listId)
                        .map(EDITION)
                        .findOne());
    }

    List<Edition> list(@Nullable Long noteId, long beforeId, int limit) {
        String filter = noteId == null ? "" : " AND note_id = :note";
        return database.query(
                handle -> handle.createQuery(SELECT + " WHERE id < :before" + filter + " ORDER BY id DESC LIMIT :limit")
                        .bind("before", beforeId)
                        .bind("note", noteId)
                        .bind("limit", limit)
                        .map(EDITION)
                        .list());
    }

    List<Edition> in(State state) {
        return database.query(handle -> handle.createQuery(SELECT + " WHERE state = :state ORDER BY due_at, id")
                .bind("state", state.word())
                .map(EDITION)
                .list());
    }

    /** Cancelled ones of which deliveries still wait. */
    List<Long> toSweep() {
        return database.query(
                handle -> handle.createQuery("SELECT id FROM edition WHERE state = 'cancelled' AND sweep = 1")
                        .mapTo(Long.class)
                        .list());
    }

    void swept(long id) {
        database.change(handle -> handle.createUpdate("UPDATE edition SET sweep = 0 WHERE id = :id")
                .bind("id", id)
                .execute());
    }

    /** Moves an edition if it is in that state still; whether it was. */
    boolean move(long id, State from, State to, @Nullable String reason, Instant now) {
        return database.update(handle -> handle.createUpdate("""
                        UPDATE edition SET state = :to, reason = :reason,
                            started_at = CASE WHEN :to = 'freezing' THEN COALESCE(started_at, :now) ELSE started_at END,
                            ended_at = CASE WHEN :to IN ('sent', 'cancelled') THEN :now END,
                            sweep = CASE WHEN :to = 'cancelled' THEN 1 ELSE sweep END
                        WHERE id = :id AND state = :from
                        """)
                        .bind("to", to.word())
                        .bind("reason", reason)
                        .bind("now", now.toEpochMilli())
                        .bind("id", id)
                        .bind("from", from.word())
                        .execute())
                == 1;
    }

    /** Nobody got anything of it: its revision may be ordered anew. */
    void free(long id) {
        database.change(handle -> handle.createUpdate("UPDATE edition SET once = 0 WHERE id = :id")
                .bind("id", id)
                .execute());
    }

    long frozenAfter(long id) {
        return database.query(handle -> handle.createQuery("SELECT frozen_after FROM edition WHERE id = :id")
                .bind("id", id)
                .mapTo(Long.class)
                .one());
    }

    /** Moves the mark of the freeze on, unless another process did or somebody stopped it; whether it did. */
    boolean advance(long id, long from, long to) {
        return database.update(handle -> handle.createUpdate("""
                        UPDATE edition SET frozen_after = :to
                        WHERE id = :id AND frozen_after = :from AND state = 'freezing'
                        """)
                        .bind("to", to)
                        .bind("id", id)
                        .bind("from", from)
                        .execute())
                == 1;
    }

    void frozen(long id, Instant now) {
        database.change(handle -> handle.createUpdate("UPDATE edition SET frozen_at = :now WHERE id = :id")
                .bind("now", now.toEpochMilli())
                .bind("id", id)
                .execute());
    }

    /** Lets the freeze begin anew, for those who joined since. */
    void thaw(long id) {
        database.change(
                handle -> handle.createUpdate("UPDATE edition SET frozen_after = 0, frozen_at = NULL WHERE id = :id")
                        .bind("id", id)
                        .execute());
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(value);
    }
}
