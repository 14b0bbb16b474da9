package org.chatnotes.runtime;

import java.util.HashMap;
import java.util.Map;
import org.chatnotes.db.Database;

final class NodeStore {
    private final Database database;

    NodeStore(Database database) {
        this.database = database;
    }

    long insert(String name, long now) {
        return database.update(handle -> handle.createUpdate(
                        "INSERT INTO node (name, started_at, beat_at, beats) VALUES (:name, :now, :now, 0)")
                .bind("name", name)
                .bind("now", now)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one());
    }

    /** False when others have judged us dead. */
    boolean beat(long id, long now) {
        return database.update(handle -> handle.createUpdate(
                                "UPDATE node SET beats = beats + 1, beat_at = :now WHERE id = :id")
                        .bind("id", id)
                        .bind("now", now)
                        .execute())
                == 1;
    }

    /** How often each node's heart has beaten. */
    Map<Long, Long> beats() {
        return database.query(handle -> handle.createQuery("SELECT id, beats FROM node")
                .reduceRows(new HashMap<>(), (all, row) -> {
                    all.put(row.getColumn("id", Long.class), row.getColumn("beats", Long.class));
                    return all;
                }));
    }

    void delete(long id) {
        database.change(handle -> handle.createUpdate("DELETE FROM node WHERE id = :id")
                .bind("id", id)
                .execute());
    }
}
