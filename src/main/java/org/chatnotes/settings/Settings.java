package org.chatnotes.settings;

import org.chatnotes.db.Database;
import org.chatnotes.db.Json;
import org.chatnotes.events.Events;

/** What the owner of an installation decides in the workshop; what an operator decides stands in the configuration. */
public final class Settings {
    private static final String GROUP = "group";

    private final Database database;
    private final SettingsStore store;
    private final Events events;

    public Settings(Database database, Events events) {
        this.database = database;
        this.store = new SettingsStore(database);
        this.events = events;
    }

    public Group group() {
        return store.value(GROUP).map(json -> Json.read(json, Group.class)).orElse(Group.UNNAMED);
    }

    public void save(Group group) {
        database.write(() -> {
            store.put(GROUP, Json.write(group));
            events.record("settings.saved", "settings:group");
        });
    }
}
