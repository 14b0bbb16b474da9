package org.chatnotes.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.chatnotes.db.Database;

/** An edition's deliveries counted by what they have in common, and their setbacks. Each answer is one pass. */
final class ShareStore {
    /** Deferrals are looked for among so many of the newest tries of all editions: old editions have none to tell. */
    private static final int NEWEST_TRIES = 20_000;

    /** In their lines of the tally: states as {@link Tally} sums them. */
    private static final String COUNTS = """
                COUNT(*) AS audience,
                COUNT(*) FILTER (WHERE state IN ('queued', 'leased')) AS queued,
                COUNT(*) FILTER (WHERE state = 'started') AS started,
                COUNT(*) FILTER (WHERE state = 'sent') AS sent,
                COUNT(*) FILTER (WHERE state = 'retrying') AS retrying,
                COUNT(*) FILTER (WHERE state = 'failed') AS failed,
                COUNT(*) FILTER (WHERE state = 'skipped') AS skipped,
                COUNT(*) FILTER (WHERE state = 'unknown') AS unknown
            FROM delivery WHERE edition_id = :edition
            """;

    private final Database database;

    ShareStore(Database database) {
        this.database = database;
    }

    /** By variant and profile, the largest first. */
    List<Share> byVariant(long editionId) {
        return database.query(handle -> handle.createQuery("SELECT variant AS name, profile, " + COUNTS
                        + " GROUP BY variant, profile ORDER BY audience DESC, variant, profile")
                .bind("edition", editionId)
                .map((row, context) -> share(row, row.getString("profile")))
                .list());
    }

    /** By the reader's zone. */
    List<Share> byZone(long editionId) {
        return database.query(handle -> handle.createQuery(
                        "SELECT COALESCE(zone, '') AS name, " + COUNTS + " GROUP BY COALESCE(zone, '') ORDER BY name")
                .bind("edition", editionId)
                .map((row, context) -> share(row, ""))
                .list());
    }

    /** The largest domains. */
    Domains byDomain(long editionId, int limit) {
        List<Long> kinds = new ArrayList<>();
        List<Share> largest =
                database.query(handle -> handle.createQuery("SELECT domain AS name, COUNT(*) OVER () AS kinds, "
                                + COUNTS + " GROUP BY domain ORDER BY audience DESC, domain LIMIT :limit")
                        .bind("edition", editionId)
                        .bind("limit", limit)
                        .map((row, context) -> {
                            kinds.add(row.getLong("kinds"));
                            return share(row, "");
                        })
                        .list());
        return new Domains(kinds.isEmpty() ? 0 : kinds.get(0), largest);
    }

    /** What was deferred or refused, newest first. */
    List<Setback> setbacks(long editionId, int limit) {
        List<Setback> all = new ArrayList<>(deferred(editionId, limit));
        all.addAll(refused(editionId, limit));
        all.sort(Comparator.comparing((Setback setback) -> setback.attempt().at())
                .reversed());
        return List.copyOf(all.subList(0, Math.min(limit, all.size())));
    }

    private List<Setback> deferred(long editionId, int limit) {
        return database.query(handle -> handle.createQuery("""
                        SELECT delivery.subscriber_id, delivery.domain, late.at, late.outcome, late.code, late.enhanced,
                            late.reply
                        FROM (SELECT id, delivery_id, at, outcome, code, enhanced, reply FROM attempt
                            ORDER BY id DESC LIMIT :tries) late
                        JOIN delivery ON delivery.id = late.delivery_id
                        WHERE delivery.edition_id = :edition ORDER BY late.id DESC LIMIT :limit
                        """)
                .bind("tries", NEWEST_TRIES)
                .bind("edition", editionId)
                .bind("limit", limit)
                .map((row, context) -> setback(row))
                .list());
    }

    private List<Setback> refused(long editionId, int limit) {
        // The list of states lets the small partial index serve.
        return database.query(handle -> handle.createQuery("""
                        SELECT subscriber_id, domain, ended_at AS at, outcome, code, enhanced, reply FROM delivery
                        WHERE edition_id = :edition AND state = 'failed' AND outcome IS NOT NULL
                            AND state IN ('retrying', 'failed', 'skipped', 'unknown')
                        ORDER BY ended_at DESC, id DESC LIMIT :limit
                        """)
                .bind("edition", editionId)
                .bind("limit", limit)
                .map((row, context) -> setback(row))
                .list());
    }

    private static Share share(ResultSet row, String profile) throws SQLException {
        return new Share(
                row.getString("name"),
                profile,
                new Tally(
                        row.getLong("audience"),
                        row.getLong("queued"),
                        row.getLong("started"),
                        row.getLong("sent"),
                        row.getLong("retrying"),
                        row.getLong("failed"),
                        row.getLong("skipped"),
                        row.getLong("unknown")));
    }

    private static Setback setback(ResultSet row) throws SQLException {
        long subscriber = row.getLong("subscriber_id");
        Long known = row.wasNull() ? null : (Long) subscriber;
        int code = row.getInt("code");
        return new Setback(
                known,
                row.getString("domain"),
                new Delivery.Attempt(
                        Instant.ofEpochMilli(row.getLong("at")),
                        row.getString("outcome"),
                        code == 0 ? null : (Integer) code,
                        row.getString("enhanced"),
                        Optional.ofNullable(row.getString("reply")).orElse("")));
    }
}
