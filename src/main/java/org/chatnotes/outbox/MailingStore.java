package org.chatnotes.outbox;

import java.util.List;
import java.util.Optional;
import org.chatnotes.db.Database;
import org.jspecify.annotations.Nullable;

final class MailingStore {
    static final String OPEN = "open";
    static final String STOPPED = "stopped";
    static final String HELD = "held";

    private final Database database;

    MailingStore(Database database) {
        this.database = database;
    }

    void put(long editionId, String state, @Nullable String reason) {
        database.change(handle -> handle.createUpdate("""
                        INSERT INTO mailing (edition_id, state, reason) VALUES (:edition, :state, :reason)
                        ON CONFLICT (edition_id) DO UPDATE SET state = excluded.state, reason = excluded.reason
                        """)
                .bind("edition", editionId)
                .bind("state", state)
                .bind("reason", reason)
                .execute());
    }

    /** Holds it unless somebody has stopped it already. */
    void hold(long editionId, String reason) {
        database.change(handle -> handle.createUpdate("""
                        UPDATE mailing SET state = 'held', reason = :reason
                        WHERE edition_id = :edition AND state = 'open'
                        """)
                .bind("edition", editionId)
                .bind("reason", reason)
                .execute());
    }

    List<Long> open() {
        return database.query(
                handle -> handle.createQuery("SELECT edition_id FROM mailing WHERE state = 'open' ORDER BY edition_id")
                        .mapTo(Long.class)
                        .list());
    }

    Optional<String> heldBecause(long editionId) {
        return database.query(handle -> handle.createQuery(
                        "SELECT reason FROM mailing WHERE edition_id = :edition AND state = 'held'")
                .bind("edition", editionId)
                .mapTo(String.class)
                .findOne());
    }

    void holdRelay(String relay, long now, String reason) {
        database.change(handle -> handle.createUpdate("""
                        INSERT INTO relay_hold (relay, since, reason) VALUES (:relay, :now, :reason)
                        ON CONFLICT (relay) DO UPDATE SET reason = excluded.reason
                        """)
                .bind("relay", relay)
                .bind("now", now)
                .bind("reason", reason)
                .execute());
    }

    void releaseRelay(String relay) {
        database.change(handle -> handle.createUpdate("DELETE FROM relay_hold WHERE relay = :relay")
                .bind("relay", relay)
                .execute());
    }

    /** Forgets what earlier senders wrote, of the relay of now and of others before it. */
    void releaseRelays() {
        database.change(handle -> handle.createUpdate("DELETE FROM relay_hold").execute());
    }

    /** Why mail does not leave, if a relay is held. */
    Optional<String> relayHold() {
        return database.query(handle -> handle.createQuery("SELECT reason FROM relay_hold ORDER BY since DESC LIMIT 1")
                .mapTo(String.class)
                .findOne());
    }
}
