package org.chatnotes.db;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/**
 * Fresh databases for tests: a copy of a migrated SQLite file, or a PostgreSQL database made from a migrated template.
 * {@code -Dtests.engines=sqlite} leaves PostgreSQL out (bin/test quick).
 */
public final class FreshDatabases implements ArgumentsProvider {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static @Nullable Path sqliteTemplate;
    private static @Nullable EmbeddedPostgres postgres;

    @Override
    public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        Stream<Engine> engines = context.getConfigurationParameter("tests.engines")
                        .filter("sqlite"::equals)
                        .isPresent()
                ? Stream.of(Engine.SQLITE)
                : Stream.of(Engine.values());
        return engines.map(engine -> Arguments.of(Named.of(engine.name(), open(engine))));
    }

    public static Database open(Engine engine) {
        return new Database(url(engine));
    }

    /** The JDBC URL of a fresh, migrated database, for tests that start the whole program. */
    public static synchronized String url(Engine engine) {
        return engine == Engine.SQLITE ? sqlite() : postgres();
    }

    private static String sqlite() {
        try {
            if (sqliteTemplate == null) {
                sqliteTemplate = Files.createTempDirectory("chatnotes-test").resolve("template.db");
                try (Database database = Database.sqlite(sqliteTemplate)) {
                    new Migrations(database).run();
                    // Flyway leaves WAL behind; fold it into the file that is copied.
                    database.change(handle -> handle.execute("PRAGMA user_version = 0"));
                }
            }
            Path copy = Files.createTempDirectory("chatnotes-test").resolve("test.db");
            Files.copy(sqliteTemplate, copy);
            return "jdbc:sqlite:" + copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String postgres() {
        try {
            if (postgres == null) {
                postgres = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "300")
                        .setServerConfig("fsync", "off")
                        .start();
                try (Database database = new Database(postgres.getJdbcUrl("postgres", "template1"))) {
                    new Migrations(database).run();
                }
            }
            String name = "test_" + COUNT.incrementAndGet();
            try (Connection connection = postgres.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + name);
            }
            return postgres.getJdbcUrl("postgres", name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
