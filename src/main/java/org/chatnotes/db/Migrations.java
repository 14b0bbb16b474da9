package org.chatnotes.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfoService;

/** Brings the tables to the shape this version needs: forward only, one folder of scripts for both engines. */
public final class Migrations {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd-HHmmss").withZone(ZoneOffset.UTC);

    /** The newest script in {@code db/}; a test holds it. Knowing it spares a start the reading of all scripts. */
    static final String NEWEST = "010";

    private final Database database;

    public Migrations(Database database) {
        this.database = database;
    }

    /** Runs what is missing; doing it twice changes nothing. */
    public void run() {
        flyway().migrate();
    }

    /**
     * As {@link #run()}, after a copy of an SQLite file that holds something already. PostgreSQL is backed up by its own
     * tools.
     *
     * @param backups folder of the copies
     */
    public void run(Path backups, Clock clock) {
        if (database.has(NEWEST)) {
            return;
        }
        Flyway flyway = flyway();
        MigrationInfoService info = flyway.info();
        if (info.pending().length == 0) {
            return;
        }
        if (info.current() != null && database.engine() == Engine.SQLITE) {
            copyTo(backups.resolve("before-update-" + STAMP.format(clock.instant()) + ".db"));
        }
        flyway.migrate();
    }

    /** SQLite's own way to a consistent copy while others read and write; it cannot run inside a transaction. */
    private void copyTo(Path copy) {
        try {
            Files.createDirectories(copy.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        database.outside("VACUUM INTO '" + copy.toString().replace("'", "''") + "'");
    }

    private Flyway flyway() {
        return Flyway.configure()
                .dataSource(database.dataSource())
                .locations("classpath:db")
                .placeholders(database.engine().placeholders())
                .loggers("slf4j")
                .load();
    }
}
