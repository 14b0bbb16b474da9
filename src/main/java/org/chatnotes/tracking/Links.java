package org.chatnotes.tracking;

import java.time.Clock;
import java.util.List;
import org.chatnotes.db.Database;
import org.chatnotes.events.Events;

/** Short links: mailed once, correctable for ever. */
public final class Links {
    public Links(Database database, Events events, Clock clock) {}

    /**
     * The key of an address in a note, the same each time. The mail's link is {@code {publicUrl}/l/{key}/{variant}}.
     *
     * @throws org.chatnotes.problem.Problem when the address is not http, https or mailto
     */
    public String shorten(long noteId, String url) {
        throw new UnsupportedOperationException();
    }

    /** Leads a link elsewhere, also in every copy already mailed; the old target is kept in its history. */
    public void correct(String key, String url) {
        throw new UnsupportedOperationException();
    }

    /** The links of a note, in the order they were made. */
    public List<Link> ofNote(long noteId) {
        throw new UnsupportedOperationException();
    }

    /** What was corrected in a note's links, newest first. */
    public List<Correction> corrections(long noteId) {
        throw new UnsupportedOperationException();
    }
}
