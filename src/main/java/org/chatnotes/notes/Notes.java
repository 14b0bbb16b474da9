package org.chatnotes.notes;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.chatnotes.db.Database;
import org.chatnotes.events.Events;
import org.chatnotes.series.AllSeries;
import org.jspecify.annotations.Nullable;

/** The notes: everything that happens to them goes through here. */
public final class Notes {
    public Notes(Database database, AllSeries series, Events events, Clock clock) {}

    /**
     * Makes a note.
     *
     * @param series slug of its series; null: {@code notes}
     * @throws org.chatnotes.problem.Problem invalid, with every wrong field; not found, when there is no such series
     */
    public Note create(@Nullable String series, Document document) {
        throw new UnsupportedOperationException();
    }

    public Optional<Note> find(long id) {
        throw new UnsupportedOperationException();
    }

    public Note require(long id) {
        throw new UnsupportedOperationException();
    }

    public Optional<Note> bySlug(long seriesId, String slug) {
        throw new UnsupportedOperationException();
    }

    /**
     * Saves what an editor changed, and leads an approved note back to draft.
     *
     * @param etag of the note that the change started from
     * @throws org.chatnotes.problem.Problem precondition failed when somebody saved since; the sentence says who and when
     */
    public Note save(long id, String etag, Document document) {
        throw new UnsupportedOperationException();
    }

    /** As {@link #save}, by a rule over the document. */
    public Note change(long id, String etag, UnaryOperator<Document> rule) {
        throw new UnsupportedOperationException();
    }

    /** Moves a draft to review. */
    public Note askForReview(long id) {
        throw new UnsupportedOperationException();
    }

    /**
     * Approves a revision, which must be the newest, and pins it.
     *
     * @throws org.chatnotes.problem.Problem precondition failed when the note was changed since
     */
    public Note approve(long id, long revisionId) {
        throw new UnsupportedOperationException();
    }

    /** Takes an approval or a review back: the note is a draft again. */
    public Note withdraw(long id) {
        throw new UnsupportedOperationException();
    }

    public Revision revision(long revisionId) {
        throw new UnsupportedOperationException();
    }

    /** All revisions of a note, newest first. */
    public List<RevisionLine> revisions(long id) {
        throw new UnsupportedOperationException();
    }

    /** Makes an earlier revision the newest again, as a new one. */
    public Note restore(long id, String etag, long revisionId) {
        throw new UnsupportedOperationException();
    }

    /** A copy as a new draft, of the same series. */
    public Note duplicate(long id) {
        throw new UnsupportedOperationException();
    }

    /** Puts a note into the bin; {@link #unbin} takes it out. */
    public void bin(long id) {
        throw new UnsupportedOperationException();
    }

    public void unbin(long id) {
        throw new UnsupportedOperationException();
    }

    /**
     * Notes, last changed first.
     *
     * @param series id, or null for all
     * @param binned those in the bin, or those outside
     * @param after id of the last note of the page before, or null
     */
    public List<NoteLine> list(@Nullable Long series, boolean binned, @Nullable Long after, int limit) {
        throw new UnsupportedOperationException();
    }
}
