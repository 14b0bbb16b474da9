package org.chatnotes.cli;

import org.chatnotes.db.Database;

/** What commands need of the program, opened on a configuration file; closing it lets the data go. */
public record Doors(Database database, Runnable onClose) implements AutoCloseable {
    @Override
    public void close() {
        onClose.run();
    }
}
