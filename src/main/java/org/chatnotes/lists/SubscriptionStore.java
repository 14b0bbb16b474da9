package org.chatnotes.lists;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.chatnotes.db.Database;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

final class SubscriptionStore {
    private static final RowMapper<Subscription> SUBSCRIPTION = (row, context) -> new Subscription(
            row.getLong("list_id"),
            row.getLong("subscriber_id"),
            SubscriptionState.of(row.getString("state")),
            day(row.getString("paused_until")),
            Instant.ofEpochMilli(row.getLong("since")),
            row.getString("reason"),
            new Consent(
                    row.getString("consent_how"),
                    Instant.ofEpochMilli(row.getLong("consent_at")),
                    row.getString("consent_wording")),
            Instant.ofEpochMilli(row.getLong("joined_at")));

    private final Database database;

    SubscriptionStore(Database database) {
        this.database = database;
    }

    Optional<Subscription> find(long listId, long subscriberId) {
        return among(listId, List.of(subscriberId)).stream().findFirst();
    }

    List<Subscription> among(long listId, Collection<Long> subscriberIds) {
        return database.query(handle -> handle.createQuery("""
                        SELECT * FROM subscription WHERE list_id = :list AND subscriber_id IN (<ids>)
                        """)
                .bind("list", listId)
                .bindList("ids", List.copyOf(subscriberIds))
                .map(SUBSCRIPTION)
                .list());
    }

    List<Subscription> members(long listId, long afterSubscriberId, int limit) {
        return database.query(handle -> handle.createQuery("""
                        SELECT * FROM subscription WHERE list_id = :list AND subscriber_id > :after
                        ORDER BY subscriber_id LIMIT :limit
                        """)
                .bind("list", listId)
                .bind("after", afterSubscriberId)
                .bind("limit", limit)
                .map(SUBSCRIPTION)
                .list());
    }

    List<Subscription> of(Collection<Long> subscriberIds) {
        return database.query(handle -> handle.createQuery("""
                        SELECT * FROM subscription WHERE subscriber_id IN (<ids>) ORDER BY subscriber_id, list_id
                        """)
                .bindList("ids", List.copyOf(subscriberIds))
                .map(SUBSCRIPTION)
                .list());
    }

    /** What someone who left was before. */
    Optional<String> leftFrom(long listId, long subscriberId) {
        return database.query(handle -> handle.createQuery("""
                        SELECT left_from FROM subscription WHERE list_id = :list AND subscriber_id = :subscriber
                        """)
                .bind("list", listId)
                .bind("subscriber", subscriberId)
                .mapTo(String.class)
                .findOne());
    }

    /**
     * Writes subscriptions, new or known. The first day on the list stays as it was.
     *
     * @param back whether this brings back someone who left; else leaving wins, also against a change under way at the
     *     same moment, which read the row before it
     */
    void save(Collection<Subscription> subscriptions, @Nullable SubscriptionState leftFrom, boolean back) {
        database.change(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                    INSERT INTO subscription (list_id, subscriber_id, state, paused_until, since, reason, left_from,
                        consent_how, consent_at, consent_wording, joined_at)
                    VALUES (:list, :subscriber, :state, :until, :since, :reason, :leftFrom, :how, :at, :wording, :joined)
                    ON CONFLICT (list_id, subscriber_id) DO UPDATE SET state = excluded.state,
                        paused_until = excluded.paused_until, since = excluded.since, reason = excluded.reason,
                        left_from = excluded.left_from, consent_how = excluded.consent_how,
                        consent_at = excluded.consent_at, consent_wording = excluded.consent_wording
                    WHERE subscription.state <> 'unsubscribed' OR <back>
                    """);
            // not a parameter: PostgreSQL's driver joins the rows of a batch only when all parameters stand in VALUES
            batch.define("back", back ? "1 = 1" : "1 = 0");
            for (Subscription one : subscriptions) {
                batch.bind("list", one.listId())
                        .bind("subscriber", one.subscriberId())
                        .bind("state", one.state().code())
                        .bind(
                                "until",
                                one.pausedUntil() == null
                                        ? null
                                        : one.pausedUntil().toString())
                        .bind("since", one.since().toEpochMilli())
                        .bind("reason", one.reason())
                        .bind("leftFrom", leftFrom == null ? null : leftFrom.code())
                        .bind("how", one.consent().how())
                        .bind("at", one.consent().at().toEpochMilli())
                        .bind("wording", one.consent().wording())
                        .bind("joined", one.joinedAt().toEpochMilli())
                        .add();
            }
            batch.execute();
        });
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
