package org.chatnotes.transfer;

import org.jspecify.annotations.Nullable;

/** The counts of a run, as they grow. */
final class Tally {
    long rows;
    long added;
    long changed;
    long unchanged;
    long duplicate;
    long suppressed;
    long invalid;

    ImportReport report(@Nullable String rejects) {
        return new ImportReport(rows, added, changed, unchanged, duplicate, suppressed, invalid, rejects);
    }
}
