package org.chatnotes.outbox;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import org.chatnotes.db.Database;
import org.jspecify.annotations.Nullable;

/** One statement for many rows, by plain JDBC: four run for every mail, and JDBI's batches cost twice the time. */
final class BatchStore {
    /** Sets the parameters of one row. */
    interface Binder<T> {
        void bind(T item, PreparedStatement statement) throws SQLException;
    }

    private final Database database;

    BatchStore(Database database) {
        this.database = database;
    }

    /** Gives the count of changed rows for each item; not to be relied on for inserts, which PostgreSQL rewrites. */
    <T> int[] run(String sql, List<T> items, Binder<T> binder) {
        if (items.isEmpty()) {
            return new int[0];
        }
        try {
            return database.<int[], SQLException>update(handle -> {
                try (PreparedStatement statement = handle.getConnection().prepareStatement(sql)) {
                    for (T item : items) {
                        binder.bind(item, statement);
                        statement.addBatch();
                    }
                    return statement.executeBatch();
                }
            });
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    static void number(PreparedStatement statement, int at, @Nullable Long value) throws SQLException {
        if (value == null) {
            statement.setNull(at, Types.BIGINT);
        } else {
            statement.setLong(at, value);
        }
    }
}
