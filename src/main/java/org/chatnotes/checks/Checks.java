package org.chatnotes.checks;

import java.util.List;
import org.chatnotes.notes.Document;

/** Looks a note over before it goes out. */
public final class Checks {
    /** All findings, in the order of the note, those that block first. */
    public List<Finding> findings(long noteId, Document document) {
        throw new UnsupportedOperationException();
    }
}
