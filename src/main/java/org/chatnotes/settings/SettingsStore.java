package org.chatnotes.settings;

import java.util.Optional;
import org.chatnotes.db.Database;

final class SettingsStore {
    private final Database database;

    SettingsStore(Database database) {
        this.database = database;
    }

    Optional<String> value(String name) {
        return database.query(handle -> handle.createQuery("SELECT value FROM setting WHERE name = :name")
                .bind("name", name)
                .mapTo(String.class)
                .findOne());
    }

    void put(String name, String value) {
        database.change(handle ->
                handle.createUpdate("""
                        INSERT INTO setting (name, value) VALUES (:name, :value)
                        ON CONFLICT (name) DO UPDATE SET value = excluded.value
                        """).bind("name", name).bind("value", value).execute());
    }
}
