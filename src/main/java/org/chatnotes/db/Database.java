package org.chatnotes.db;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Properties;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.tomcat.jdbc.pool.DataSource;
import org.apache.tomcat.jdbc.pool.PoolProperties;
import org.chatnotes.problem.Problem;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * The one way to the data. A transaction belongs to its thread: a door opens it with {@link #write}, and every store
 * called inside joins it, whatever room it is in. On SQLite there is one writing connection and a few reading ones.
 */
public final class Database implements AutoCloseable {
    /** How long a connection waits for a lock or for its turn, in milliseconds. */
    private static final int BUSY_TIMEOUT = 30_000;

    /** The text cannot be encoded, or has a character that the database does not take. */
    private static final Set<String> UNFIT_TEXT = Set.of("22021", "22P05");

    private final String url;
    private final Engine engine;
    private final DataSource writerPool;
    private final DataSource readerPool;
    private final Jdbi writer;
    private final Jdbi reader;
    private final ThreadLocal<@Nullable Handle> current = new ThreadLocal<>();

    /** Opens pools on a JDBC URL ({@code jdbc:sqlite:…} or {@code jdbc:postgresql://…}); no connection is made yet. */
    public Database(String url) {
        this.url = url;
        this.engine = Engine.of(url);
        this.writerPool = pool(url, engine == Engine.SQLITE ? 1 : 24, false);
        this.readerPool = engine == Engine.SQLITE ? pool(url, 8, true) : writerPool;
        this.writer = Jdbi.create(writerPool);
        this.reader = engine == Engine.SQLITE ? Jdbi.create(readerPool) : writer;
    }

    public static Database sqlite(Path file) {
        return new Database("jdbc:sqlite:" + file.toAbsolutePath());
    }

    public Engine engine() {
        return engine;
    }

    public String url() {
        return url;
    }

    /** Does work in one transaction; joins the one under way on this thread. A thrown exception rolls all of it back. */
    public <T extends @Nullable Object> T write(Supplier<T> work) {
        if (current.get() != null) {
            return work.get();
        }
        return writer.inTransaction(handle -> {
            current.set(handle);
            try {
                return work.get();
            } finally {
                current.remove();
            }
        });
    }

    /** As {@link #write(Supplier)}, for work without a result. */
    public void write(Runnable work) {
        this.<@Nullable Void>write(() -> {
            work.run();
            return null;
        });
    }

    /** For stores: reads within the transaction of this thread, or by itself on a reading connection. */
    public <T extends @Nullable Object, X extends Exception> T query(HandleCallback<T, X> work) throws X {
        Handle handle = current.get();
        try {
            return handle != null ? work.withHandle(handle) : reader.withHandle(work);
        } catch (JdbiException e) {
            throw told(e);
        }
    }

    /** For stores: changes rows within the transaction of this thread, or in one of its own. */
    public <T extends @Nullable Object, X extends Exception> T update(HandleCallback<T, X> work) throws X {
        Handle handle = current.get();
        try {
            return handle != null ? work.withHandle(handle) : writer.inTransaction(work);
        } catch (JdbiException e) {
            throw told(e);
        }
    }

    /** PostgreSQL keeps no NUL and no half of a character; whoever sent one is told so. */
    private static RuntimeException told(JdbiException e) {
        boolean unfit = e.getCause() instanceof SQLException cause
                && cause.getSQLState() != null
                && UNFIT_TEXT.contains(cause.getSQLState());
        return unfit
                ? Problem.invalid("A text has a character in it that cannot be kept, such as NUL. Type it anew.")
                : e;
    }

    /** For stores: as {@link #update}, without a result. */
    public <X extends Exception> void change(HandleConsumer<X> work) throws X {
        this.<@Nullable Void, X>update(handle -> {
            work.useHandle(handle);
            return null;
        });
    }

    /** Whether the database answers; throws what keeps it from answering. */
    public boolean answers() {
        return query(handle ->
                        handle.createQuery("SELECT 1").mapTo(Integer.class).one())
                == 1;
    }

    /** Whether a script of the migrations ran here; false where none did yet. */
    boolean has(String version) {
        try {
            return query(handle -> handle.createQuery(
                                    "SELECT COUNT(*) FROM flyway_schema_history WHERE version = :version AND success")
                            .bind("version", version)
                            .mapTo(Integer.class)
                            .one())
                    > 0;
        } catch (JdbiException noHistoryYet) {
            return false;
        }
    }

    /** Runs one statement outside any transaction. */
    void outside(String statement) {
        writer.useHandle(handle -> handle.execute(statement));
    }

    DataSource dataSource() {
        return writerPool;
    }

    @Override
    public void close() {
        writerPool.close(true);
        if (readerPool != writerPool) {
            readerPool.close(true);
        }
    }

    private static DataSource pool(String url, int size, boolean readOnly) {
        PoolProperties pool = new PoolProperties();
        pool.setUrl(url);
        pool.setMaxActive(size);
        pool.setMaxIdle(size);
        pool.setInitialSize(0);
        pool.setMinIdle(0);
        pool.setMaxWait(BUSY_TIMEOUT);
        pool.setFairQueue(true);
        pool.setRollbackOnReturn(true);
        if (Engine.of(url) == Engine.SQLITE) {
            pool.setDriverClassName("org.sqlite.JDBC");
            pool.setDbProperties(sqlite(readOnly));
        } else {
            pool.setDriverClassName("org.postgresql.Driver");
            pool.setTestOnBorrow(true);
            pool.setValidationQuery("SELECT 1");
            Properties properties = new Properties();
            properties.setProperty("ApplicationName", "chatnotes");
            properties.setProperty("reWriteBatchedInserts", "true");
            pool.setDbProperties(properties);
        }
        return new DataSource(pool);
    }

    /** WAL so that readers never wait; FULL so that a commit survives a power loss, which the delivery ledger needs. */
    private static Properties sqlite(boolean readOnly) {
        Properties pragmas = new Properties();
        pragmas.setProperty("journal_mode", "WAL");
        pragmas.setProperty("synchronous", "FULL");
        pragmas.setProperty("foreign_keys", "true");
        pragmas.setProperty("busy_timeout", String.valueOf(BUSY_TIMEOUT));
        pragmas.setProperty("transaction_mode", readOnly ? "DEFERRED" : "IMMEDIATE");
        pragmas.setProperty("cache_size", "-16000");
        pragmas.setProperty("temp_store", "MEMORY");
        return pragmas;
    }
}
