package org.chatnotes.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTest {
    @EachEngine
    void doingItTwiceChangesNothing(Database database, @TempDir Path folder) throws IOException {
        new Migrations(database).run(folder, Clock.systemUTC());
        assertThat(copies(folder)).isEmpty();
    }

    @Test
    void aFileThatHoldsSomethingIsCopiedBeforeAnUpdate(@TempDir Path folder) throws IOException {
        try (Database database = FreshDatabases.open(Engine.SQLITE)) {
            database.change(handle -> handle.execute("INSERT INTO setting (name, value) VALUES ('kept', 'yes')"));
            // As if the newest script had not been there when this file was made.
            database.change(handle -> handle.execute("DELETE FROM flyway_schema_history WHERE installed_rank ="
                    + " (SELECT MAX(installed_rank) FROM flyway_schema_history)"));
            try {
                new Migrations(database).run(folder, Clock.systemUTC());
            } catch (RuntimeException scriptRanBefore) {
                // Its tables exist already: the copy was made all the same, and that is what we look at.
            }
        }
        try (Database copy = Database.sqlite(copies(folder).get(0))) {
            List<String> kept = copy.query(handle -> handle.createQuery("SELECT value FROM setting WHERE name = 'kept'")
                    .mapTo(String.class)
                    .list());
            assertThat(kept).containsExactly("yes");
        }
    }

    @Test
    void theNewestScriptIsKnown() throws IOException {
        try (Stream<Path> scripts = Files.list(Path.of("src/main/resources/db"))) {
            String newest = scripts.map(
                            script -> script.getFileName().toString().replaceAll("V(\\d+)__.*", "$1"))
                    .max(String::compareTo)
                    .orElseThrow();
            assertThat(Migrations.NEWEST).isEqualTo(newest);
        }
    }

    private static List<Path> copies(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".db")).toList();
        }
    }
}
