package org.chatnotes.outbox;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.chatnotes.db.Database;
import org.chatnotes.outbox.TallyChange.Column;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** The moves of the ledger that a sender makes, each conditional on the state it leaves: whoever commits first wins. */
final class LedgerStore {
    /** A delivery about to go out; its message is dated so if no earlier attempt dated it. */
    record Start(Ready delivery, Instant date) {}

    /** A waiting delivery, with the state it waits in. */
    record Waiting(Ready delivery, DeliveryState state) {}

    private static final RowMapper<Waiting> WAITING = (row, context) -> {
        long firstStarted = row.getLong("first_started_at");
        Instant first = row.wasNull() ? null : Instant.ofEpochMilli(firstStarted);
        long edition = row.getLong("edition_id");
        Long editionId = row.wasNull() ? null : edition;
        long subscriber = row.getLong("subscriber_id");
        Long subscriberId = row.wasNull() ? null : subscriber;
        return new Waiting(
                new Ready(
                        row.getLong("id"),
                        editionId,
                        subscriberId,
                        row.getString("variant"),
                        row.getString("profile"),
                        row.getString("domain"),
                        row.getInt("attempts"),
                        row.getInt("doubts"),
                        first),
                DeliveryState.of(row.getString("state")));
    };
    private static final String COLUMNS = """
            SELECT id, edition_id, subscriber_id, variant, profile, domain, state, attempts, doubts, first_started_at
            FROM delivery
            """;

    private final Database database;
    private final BatchStore batches;

    LedgerStore(Database database) {
        this.database = database;
        this.batches = new BatchStore(database);
    }

    /** Deliveries that are due, oldest first; on PostgreSQL locked, and those that others hold left out. */
    List<Waiting> due(@Nullable Long editionId, Instant now, int limit) {
        String which = editionId == null ? "edition_id IS NULL" : "edition_id = :edition";
        return database.query(handle -> handle.createQuery(COLUMNS + " WHERE " + which
                        + " AND lane = 0 AND due_at <= :now ORDER BY due_at, id LIMIT :limit "
                        + database.engine().skipLocked())
                .bind("edition", editionId)
                .bind("now", now.toEpochMilli())
                .bind("limit", limit)
                .map(WAITING)
                .list());
    }

    /** Held by a node, leased or started. */
    List<Waiting> heldBy(long node, int limit) {
        return database.query(handle -> handle.createQuery(COLUMNS + " WHERE node_id = :node ORDER BY id LIMIT :limit")
                .bind("node", node)
                .bind("limit", limit)
                .map(WAITING)
                .list());
    }

    /** Waiting → leased; the caller selected the rows in the same transaction. */
    void lease(long node, List<Waiting> waiting, TallyChange tally) {
        batches.run(
                "UPDATE delivery SET state = 'leased', node_id = ?, due_at = NULL WHERE id = ?",
                waiting,
                (row, statement) -> {
                    statement.setLong(1, node);
                    statement.setLong(2, row.delivery().id());
                });
        for (Waiting row : waiting) {
            tally.move(row.delivery().editionId(), row.state(), DeliveryState.LEASED, 1);
            if (row.state() == DeliveryState.UNKNOWN) {
                tally.add(row.delivery().editionId(), Column.RESEND, -1);
            }
        }
    }

    /** Leased → queued, or unknown and due if it was in doubt before. */
    void giveBack(long node, List<Ready> leased, Instant now, TallyChange tally) {
        int[] changed = batches.run("""
                UPDATE delivery SET state = ?, node_id = NULL, due_at = ?
                WHERE id = ? AND node_id = ? AND state = 'leased'
                """, leased, (delivery, statement) -> {
            statement.setString(1, resting(delivery).word());
            statement.setLong(2, now.toEpochMilli());
            statement.setLong(3, delivery.id());
            statement.setLong(4, node);
        });
        for (int i = 0; i < changed.length; i++) {
            Ready delivery = leased.get(i);
            tally.move(delivery.editionId(), DeliveryState.LEASED, resting(delivery), changed[i]);
            if (delivery.doubts() > 0) {
                tally.add(delivery.editionId(), Column.RESEND, changed[i]);
            }
        }
    }

    private static DeliveryState resting(Ready delivery) {
        return delivery.doubts() > 0 ? DeliveryState.UNKNOWN : DeliveryState.QUEUED;
    }

    /** Leased → skipped, or unknown for good if it was in doubt before. */
    void skip(long node, Ready delivery, String reason, Instant now, TallyChange tally) {
        DeliveryState to = delivery.doubts() > 0 ? DeliveryState.UNKNOWN : DeliveryState.SKIPPED;
        int changed = database.update(handle -> handle.createUpdate("""
                        UPDATE delivery SET state = :state, node_id = NULL, reason = :reason, ended_at = :now
                        WHERE id = :id AND node_id = :node AND state = 'leased'
                        """)
                .bind("state", to.word())
                .bind("reason", reason)
                .bind("now", now.toEpochMilli())
                .bind("id", delivery.id())
                .bind("node", node)
                .execute());
        tally.move(delivery.editionId(), DeliveryState.LEASED, to, changed);
    }

    /** Leased → started, where nobody was faster; gives 1 or 0 for each. */
    int[] start(long node, List<Start> starts, TallyChange tally) {
        int[] changed = batches.run("""
                UPDATE delivery SET state = 'started', attempts = attempts + 1,
                    first_started_at = COALESCE(first_started_at, ?)
                WHERE id = ? AND node_id = ? AND state = 'leased'
                """, starts, (start, statement) -> {
            statement.setLong(1, start.date().toEpochMilli());
            statement.setLong(2, start.delivery().id());
            statement.setLong(3, node);
        });
        for (int i = 0; i < changed.length; i++) {
            tally.move(starts.get(i).delivery().editionId(), DeliveryState.LEASED, DeliveryState.STARTED, changed[i]);
        }
        return changed;
    }

    /** Whether a delivery is started by a node: after a commit that may or may not have come through. */
    boolean startedBy(long node, long id) {
        return database.query(handle -> handle.createQuery(
                        "SELECT 1 FROM delivery WHERE id = :id AND node_id = :node AND state = 'started'")
                .bind("id", id)
                .bind("node", node)
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
    }

    /** Started → what became of it; gives those that were so indeed. */
    List<Finish> finish(long node, List<Finish> finishes, TallyChange tally) {
        if (finishes.isEmpty()) {
            return List.of();
        }
        int[] changed = batches.run("""
                UPDATE delivery SET state = ?, due_at = ?, node_id = NULL, attempts = ?, doubts = ?, ended_at = ?,
                    outcome = ?, code = ?, enhanced = ?, reply = ?, dead = ?
                WHERE id = ? AND node_id = ? AND state = 'started'
                """, finishes, (finish, statement) -> bind(statement, finish, node));
        List<Finish> done = new ArrayList<>(finishes.size());
        for (int i = 0; i < changed.length; i++) {
            if (changed[i] == 1) {
                count(finishes.get(i), tally);
                done.add(finishes.get(i));
            }
        }
        keepAttempts(done.stream().filter(finish -> !finish.settled()).toList());
        dropLetters(done.stream()
                .filter(finish -> finish.settled() && finish.delivery().editionId() == null)
                .toList());
        return done;
    }

    private static void count(Finish finish, TallyChange tally) {
        Long edition = finish.delivery().editionId();
        tally.move(edition, DeliveryState.STARTED, finish.state(), 1);
        if (finish.state() == DeliveryState.UNKNOWN && !finish.settled()) {
            tally.add(edition, Column.RESEND, 1);
        }
    }

    private static void bind(PreparedStatement statement, Finish finish, long node) throws SQLException {
        Instant due = finish.due();
        boolean settled = finish.settled();
        statement.setString(1, finish.state().word());
        BatchStore.number(statement, 2, due == null ? null : (Long) due.toEpochMilli());
        statement.setInt(3, finish.attempts());
        statement.setInt(4, finish.doubts());
        BatchStore.number(statement, 5, settled ? (Long) finish.at().toEpochMilli() : null);
        statement.setString(6, settled ? finish.outcome() : null);
        BatchStore.number(statement, 7, code(finish));
        statement.setString(8, finish.reply().enhanced());
        statement.setString(9, finish.reply().text());
        statement.setInt(10, finish.dead() ? 1 : 0);
        statement.setLong(11, finish.delivery().id());
        statement.setLong(12, node);
    }

    private void keepAttempts(List<Finish> unsettled) {
        batches.run(
                "INSERT INTO attempt (delivery_id, at, outcome, code, enhanced, reply) VALUES (?, ?, ?, ?, ?, ?)",
                unsettled,
                (finish, statement) -> {
                    statement.setLong(1, finish.delivery().id());
                    statement.setLong(2, finish.at().toEpochMilli());
                    statement.setString(3, finish.outcome());
                    BatchStore.number(statement, 4, code(finish));
                    statement.setString(5, finish.reply().enhanced());
                    statement.setString(6, finish.reply().text());
                });
    }

    private static @Nullable Long code(Finish finish) {
        return finish.reply().code() == 0 ? null : (Long) (long) finish.reply().code();
    }

    /** A single mail's words are not kept longer than they are needed. */
    private void dropLetters(List<Finish> settled) {
        batches.run(
                "DELETE FROM letter WHERE delivery_id = ?",
                settled,
                (finish, statement) -> statement.setLong(1, finish.delivery().id()));
    }
}
