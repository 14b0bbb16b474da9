package org.chatnotes.transfer;

/** Hears how far an import is, after every chunk. */
@FunctionalInterface
public interface ImportProgress {
    /** Hears nothing. */
    ImportProgress SILENT = (bytes, rows) -> {};

    /** @param bytes read of the file so far; {@code rows} done so far */
    void at(long bytes, long rows);
}
