package org.chatnotes.db;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Brings the tables to the shape this version needs: forward only, one folder of scripts for both engines. */
public final class Migrations {
    private final Database database;

    public Migrations(Database database) {
        this.database = database;
    }

    /** Runs what is missing; doing it twice changes nothing. */
    public void run() {
        flyway().load().migrate();
    }

    /** Whether scripts wait to be run. */
    public boolean pending() {
        return flyway().load().info().pending().length > 0;
    }

    private FluentConfiguration flyway() {
        return Flyway.configure()
                .dataSource(database.dataSource())
                .locations("classpath:db")
                .placeholders(database.engine().placeholders())
                .loggers("slf4j");
    }
}
