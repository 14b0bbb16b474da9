package org.chatnotes.intake;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.chatnotes.db.Database;
import org.chatnotes.events.Events;
import org.chatnotes.library.Codes;
import org.chatnotes.library.Library;
import org.chatnotes.lists.Term;
import org.chatnotes.notes.Note;
import org.chatnotes.notes.Notes;
import org.jspecify.annotations.Nullable;

/** Documents in: a file becomes the blocks of a note, and nothing of it is lost. */
public final class Intake {
    /** The largest file taken, in bytes. */
    public static final int LIMIT = 2 * 1024 * 1024;

    public Intake(
            Database database,
            Notes notes,
            Library library,
            Codes codes,
            Supplier<List<Term>> programmes,
            Supplier<List<Term>> roles,
            Events events,
            Clock clock) {}

    /**
     * Reads a file into blocks. Web addresses in it become resources of the library.
     *
     * @param name of the file, as the editor knows it
     * @throws org.chatnotes.problem.Problem when the file is no text, or too large
     */
    public Imported read(byte[] file, String name) {
        throw new UnsupportedOperationException();
    }

    /**
     * Makes a note of a file and keeps the log of its import.
     *
     * @param series slug of the note's series, or null
     */
    public Note bringIn(byte[] file, String name, @Nullable String series) {
        throw new UnsupportedOperationException();
    }

    /** The import log of a note, in the order of the file; empty when it was not imported. */
    public List<StoredEntry> log(long noteId) {
        throw new UnsupportedOperationException();
    }

    /** Marks an entry as dealt with, or as open again. */
    public void answer(long noteId, long entryId, boolean done) {
        throw new UnsupportedOperationException();
    }
}
