package org.chatnotes.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chatnotes.db.Database;
import org.chatnotes.mail.EmailAddress;
import org.jspecify.annotations.Nullable;

/** Deliveries as features queue, take back and look at them. */
final class DeliveryStore {
    /** A row, before its attempts are added. */
    record Row(Delivery delivery, Delivery.@Nullable Attempt last) {}

    /** The words of a single mail. */
    record Letter(String sender, EmailAddress to, byte[] message) {}

    private static final String COLUMNS = """
            SELECT id, edition_id, subscriber_id, variant, state, due_at, first_started_at, ended_at, reason,
                outcome, code, enhanced, reply
            FROM delivery
            """;

    private final Database database;
    private final BatchStore batches;

    DeliveryStore(Database database) {
        this.database = database;
        this.batches = new BatchStore(database);
    }

    /** Adds those that are not there yet, and counts them. */
    void insert(long editionId, long scope, List<NewDelivery> deliveries, Instant now, TallyChange tally) {
        Map<String, Long> before = count(editionId, deliveries);
        batches.run("""
                INSERT INTO delivery (edition_id, subscriber_id, scope, variant, profile, domain, state, due_at,
                    reason, ended_at, zone)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (edition_id, subscriber_id) DO NOTHING
                """, deliveries, (delivery, statement) -> {
            boolean skip = delivery.skip() != null;
            statement.setLong(1, editionId);
            statement.setLong(2, delivery.subscriberId());
            statement.setLong(3, scope);
            statement.setString(4, delivery.variant());
            statement.setString(5, delivery.profile());
            statement.setString(6, delivery.domain());
            statement.setString(7, skip ? "skipped" : "queued");
            BatchStore.number(statement, 8, skip ? null : (Long) delivery.due().toEpochMilli());
            statement.setString(9, delivery.skip());
            BatchStore.number(statement, 10, skip ? (Long) now.toEpochMilli() : null);
            statement.setString(11, delivery.zone());
        });
        count(editionId, deliveries)
                .forEach((state, count) -> tally.add(
                        editionId,
                        TallyChange.column(DeliveryState.of(state)),
                        count - before.getOrDefault(state, 0L)));
    }

    /** Batches do not say reliably what they inserted (PostgreSQL rewrites them), so the rows themselves are asked. */
    private Map<String, Long> count(long editionId, List<NewDelivery> deliveries) {
        long first = deliveries.get(0).subscriberId();
        long last = first;
        for (NewDelivery delivery : deliveries) {
            first = Math.min(first, delivery.subscriberId());
            last = Math.max(last, delivery.subscriberId());
        }
        String range = " BETWEEN " + first + " AND " + last;
        return database.query(handle -> handle.createQuery(
                        "SELECT state, COUNT(*) AS count FROM delivery WHERE edition_id = :edition AND subscriber_id"
                                + range + " GROUP BY state")
                .bind("edition", editionId)
                .map((row, context) -> Map.entry(row.getString("state"), row.getLong("count")))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    long insertSingle(SingleMail mail, Instant now) {
        return database.update(handle -> {
            long id = handle.createUpdate("""
                            INSERT INTO delivery (subscriber_id, scope, variant, profile, domain, state, due_at)
                            VALUES (:subscriber, 0, '', '', :domain, 'queued', :now)
                            """)
                    .bind("subscriber", mail.subscriberId())
                    .bind("domain", mail.to().domain())
                    .bind("now", now.toEpochMilli())
                    .executeAndReturnGeneratedKeys("id")
                    .mapTo(Long.class)
                    .one();
            handle.createUpdate("""
                            INSERT INTO letter (delivery_id, sender, recipient, message)
                            VALUES (:id, :sender, :recipient, :message)
                            """)
                    .bind("id", id)
                    .bind("sender", mail.sender())
                    .bind("recipient", mail.to().toString())
                    .bind("message", mail.message())
                    .execute();
            return id;
        });
    }

    Optional<Letter> letter(long deliveryId) {
        return database.query(handle -> handle.createQuery(
                        "SELECT sender, recipient, message FROM letter WHERE delivery_id = :id")
                .bind("id", deliveryId)
                .map((row, context) -> new Letter(
                        row.getString("sender"),
                        EmailAddress.parse(row.getString("recipient")),
                        row.getBytes("message")))
                .findOne());
    }

    /**
     * Takes a person's waiting rows of some states out; gives the edition of each (0 for single mails). A row that was
     * in doubt stays unknown and is not sent again.
     *
     * @param states as SQL literals
     */
    List<Long> takeOut(
            long subscriberId, @Nullable Long scope, String states, boolean doubted, String reason, Instant now) {
        return database.update(
                handle -> handle.createQuery("UPDATE delivery SET due_at = NULL, node_id = NULL, state = "
                                + (doubted ? "'unknown'" : "'skipped'")
                                + ", reason = :reason, ended_at = :now WHERE subscriber_id = :subscriber AND state IN ("
                                + states
                                + ") AND doubts " + (doubted ? "> 0" : "= 0")
                                + (scope == null ? "" : " AND scope = :scope")
                                + (states.equals("'unknown'") ? " AND due_at IS NOT NULL" : "")
                                + " RETURNING COALESCE(edition_id, 0)")
                        .bind("reason", reason)
                        .bind("now", now.toEpochMilli())
                        .bind("subscriber", subscriberId)
                        .bind("scope", scope)
                        .mapTo(Long.class)
                        .list());
    }

    /** A chunk of an edition's waiting rows of one state goes to another; gives how many went. */
    int moveWaiting(long editionId, DeliveryState from, DeliveryState to, String reason, Instant now, int limit) {
        return database.update(handle -> handle.createUpdate("""
                        UPDATE delivery SET state = :to, due_at = NULL, reason = :reason, ended_at = :now
                        WHERE state = :from AND id IN (
                            SELECT id FROM delivery
                            WHERE edition_id = :edition AND lane = 0 AND due_at IS NOT NULL AND state = :from
                            LIMIT :limit)
                        """)
                .bind("to", to.word())
                .bind("reason", reason)
                .bind("now", now.toEpochMilli())
                .bind("from", from.word())
                .bind("edition", editionId)
                .bind("limit", limit)
                .execute());
    }

    /** A chunk of an edition's failed rows waits again; gives how many do. */
    int requeueFailed(long editionId, Instant now, int limit) {
        return database.update(handle -> handle.createUpdate("""
                        UPDATE delivery SET state = 'queued', due_at = :now, ended_at = NULL, attempts = 0, doubts = 0, dead = 0,
                            first_started_at = NULL, outcome = NULL, code = NULL, enhanced = NULL, reply = NULL
                        WHERE state = 'failed' AND id IN (
                            SELECT id FROM delivery WHERE edition_id = :edition AND state = 'failed' LIMIT :limit)
                        """)
                .bind("now", now.toEpochMilli())
                .bind("edition", editionId)
                .bind("limit", limit)
                .execute());
    }

    List<Row> ofEdition(long editionId, @Nullable DeliveryState state, long afterSubscriber, int limit) {
        // The list of states lets the small partial index serve the unhappy ones of a large edition.
        String filter = state == null
                ? ""
                : " AND state = '" + state.word() + "'"
                        + (unhappy(state) ? " AND state IN ('retrying', 'failed', 'skipped', 'unknown')" : "");
        return database.query(handle -> handle.createQuery(COLUMNS
                        + " WHERE edition_id = :edition AND subscriber_id > :after" + filter
                        + " ORDER BY subscriber_id LIMIT :limit")
                .bind("edition", editionId)
                .bind("after", afterSubscriber)
                .bind("limit", limit)
                .map((row, context) -> row(row))
                .list());
    }

    private static boolean unhappy(DeliveryState state) {
        return switch (state) {
            case RETRYING, FAILED, SKIPPED, UNKNOWN -> true;
            case QUEUED, LEASED, STARTED, SENT -> false;
        };
    }

    List<Row> ofSubscriber(long subscriberId, int limit) {
        return database.query(handle -> handle.createQuery(
                        COLUMNS + " WHERE subscriber_id = :subscriber ORDER BY id DESC LIMIT :limit")
                .bind("subscriber", subscriberId)
                .bind("limit", limit)
                .map((row, context) -> row(row))
                .list());
    }

    Optional<Row> find(long id) {
        return database.query(handle -> handle.createQuery(COLUMNS + " WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> row(row))
                .findOne());
    }

    /** Unsettled tries of some deliveries, oldest first. */
    Map<Long, List<Delivery.Attempt>> attempts(List<Long> ids) {
        Map<Long, List<Delivery.Attempt>> attempts = new HashMap<>();
        if (!ids.isEmpty()) {
            database.<Object, RuntimeException>query(handle -> {
                handle.createQuery("""
                                SELECT delivery_id, at, outcome, code, enhanced, reply FROM attempt
                                WHERE delivery_id IN (<ids>) ORDER BY id
                                """)
                        .bindList("ids", ids)
                        .map((row, context) -> Map.entry(row.getLong("delivery_id"), attempt(row, row.getLong("at"))))
                        .forEach(entry -> attempts.computeIfAbsent(entry.getKey(), id -> new ArrayList<>())
                                .add(entry.getValue()));
                return attempts;
            });
        }
        return attempts;
    }

    /** Deliveries whose relay said that the address is no more, not yet acted upon: delivery and subscriber. */
    List<DeadAddress> dead(int limit) {
        return database.query(handle -> handle.createQuery("""
                        SELECT id, subscriber_id FROM delivery
                        WHERE dead = 1 AND subscriber_id IS NOT NULL ORDER BY id LIMIT :limit
                        """)
                .bind("limit", limit)
                .map((row, context) -> new DeadAddress(row.getLong("id"), row.getLong("subscriber_id")))
                .list());
    }

    void clearDead(long id) {
        database.change(handle -> handle.createUpdate("UPDATE delivery SET dead = 2 WHERE id = :id")
                .bind("id", id)
                .execute());
    }

    private static Row row(ResultSet row) throws SQLException {
        Instant ended = moment(row, "ended_at");
        String outcome = row.getString("outcome");
        Delivery.Attempt last = outcome == null || ended == null ? null : attempt(row, ended.toEpochMilli());
        return new Row(
                new Delivery(
                        row.getLong("id"),
                        number(row, "edition_id"),
                        number(row, "subscriber_id"),
                        row.getString("variant"),
                        DeliveryState.of(row.getString("state")),
                        moment(row, "due_at"),
                        moment(row, "first_started_at"),
                        ended,
                        row.getString("reason"),
                        List.of()),
                last);
    }

    private static Delivery.Attempt attempt(ResultSet row, long at) throws SQLException {
        int code = row.getInt("code");
        return new Delivery.Attempt(
                Instant.ofEpochMilli(at),
                row.getString("outcome"),
                code == 0 ? null : (Integer) code,
                row.getString("enhanced"),
                Optional.ofNullable(row.getString("reply")).orElse(""));
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : (Long) value;
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        Long value = number(row, column);
        return value == null ? null : Instant.ofEpochMilli(value);
    }
}
