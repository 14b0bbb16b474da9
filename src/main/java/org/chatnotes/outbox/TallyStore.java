package org.chatnotes.outbox;

import org.chatnotes.db.Database;
import org.jdbi.v3.core.statement.PreparedBatch;

final class TallyStore {
    private final Database database;

    TallyStore(Database database) {
        this.database = database;
    }

    /** @param node whose row it is counted in; 0 for those who do not send */
    void apply(long node, TallyChange change) {
        if (change.all().isEmpty()) {
            return;
        }
        database.change(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                    INSERT INTO tally (edition_id, node_id,
                        queued, started, sent, retrying, failed, skipped, unknown, resend)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT (edition_id, node_id) DO UPDATE SET
                        queued = tally.queued + excluded.queued,
                        started = tally.started + excluded.started,
                        sent = tally.sent + excluded.sent,
                        retrying = tally.retrying + excluded.retrying,
                        failed = tally.failed + excluded.failed,
                        skipped = tally.skipped + excluded.skipped,
                        unknown = tally.unknown + excluded.unknown,
                        resend = tally.resend + excluded.resend
                    """);
            change.all().forEach((edition, counts) -> {
                batch.bind(0, edition).bind(1, node);
                for (int i = 0; i < counts.length; i++) {
                    batch.bind(2 + i, counts[i]);
                }
                batch.add();
            });
            batch.execute();
        });
    }

    Counted read(long editionId) {
        return database.query(handle -> handle.createQuery("""
                        SELECT COALESCE(SUM(queued), 0) AS queued, COALESCE(SUM(started), 0) AS started,
                            COALESCE(SUM(sent), 0) AS sent, COALESCE(SUM(retrying), 0) AS retrying,
                            COALESCE(SUM(failed), 0) AS failed, COALESCE(SUM(skipped), 0) AS skipped,
                            COALESCE(SUM(unknown), 0) AS unknown, COALESCE(SUM(resend), 0) AS resend
                        FROM tally WHERE edition_id = :edition
                        """)
                .bind("edition", editionId)
                .map((row, context) -> new Counted(
                        new Tally(
                                row.getLong("queued")
                                        + row.getLong("started")
                                        + row.getLong("sent")
                                        + row.getLong("retrying")
                                        + row.getLong("failed")
                                        + row.getLong("skipped")
                                        + row.getLong("unknown"),
                                row.getLong("queued"),
                                row.getLong("started"),
                                row.getLong("sent"),
                                row.getLong("retrying"),
                                row.getLong("failed"),
                                row.getLong("skipped"),
                                row.getLong("unknown")),
                        row.getLong("resend")))
                .one());
    }

    /** @param resend how many of the unknown are due to be sent again */
    record Counted(Tally tally, long resend) {}
}
