package org.chatnotes.transfer;

import java.io.InputStream;
import java.nio.file.Path;

/** Brings people in from files. */
public final class Imports {
    /** Reads a file from the disk; see {@link #run(InputStream, String, ImportOrder, ImportProgress)}. */
    public ImportReport run(Path file, ImportOrder order, ImportProgress progress) {
        throw new UnsupportedOperationException();
    }

    /**
     * Reads CSV: UTF-8, commas, a header row. Streams it in short transactions, so that a sender beside it never waits
     * long; a row that cannot be taken goes into a file of its own, with the reason.
     *
     * @param name of the file, for the reports
     * @throws org.chatnotes.problem.Problem not found when there is no such list; invalid when this is no such file
     */
    public ImportReport run(InputStream file, String name, ImportOrder order, ImportProgress progress) {
        throw new UnsupportedOperationException();
    }
}
