package org.chatnotes.events;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Instant;
import java.util.List;
import org.chatnotes.db.Database;
import org.chatnotes.db.Json;
import org.jdbi.v3.core.mapper.RowMapper;

final class EventStore {
    private static final RowMapper<Event> EVENT = (row, context) -> new Event(
            row.getLong("id"),
            Instant.ofEpochMilli(row.getLong("at")),
            row.getString("name"),
            row.getString("subject"),
            row.getString("actor"),
            Json.read(row.getString("data"), new TypeReference<>() {}));

    private final Database database;

    EventStore(Database database) {
        this.database = database;
    }

    void insert(Event event) {
        database.change(handle -> handle.createUpdate("""
                        INSERT INTO event (at, name, subject, actor, data)
                        VALUES (:at, :name, :subject, :actor, :data)
                        """)
                .bind("at", event.at().toEpochMilli())
                .bind("name", event.name())
                .bind("subject", event.subject())
                .bind("actor", event.actor())
                .bind("data", Json.write(event.data()))
                .execute());
    }

    List<Event> about(String subject, int limit) {
        return database.query(handle -> handle.createQuery("""
                        SELECT id, at, name, subject, actor, data FROM event
                        WHERE subject = :subject ORDER BY id DESC LIMIT :limit
                        """)
                .bind("subject", subject)
                .bind("limit", limit)
                .map(EVENT)
                .list());
    }

    List<Event> newest(int limit) {
        return database.query(handle -> handle.createQuery(
                        "SELECT id, at, name, subject, actor, data FROM event ORDER BY id DESC LIMIT :limit")
                .bind("limit", limit)
                .map(EVENT)
                .list());
    }

    List<Event> after(long id, int limit) {
        return database.query(handle -> handle.createQuery("""
                        SELECT id, at, name, subject, actor, data FROM event
                        WHERE id > :id ORDER BY id LIMIT :limit
                        """)
                .bind("id", id)
                .bind("limit", limit)
                .map(EVENT)
                .list());
    }
}
