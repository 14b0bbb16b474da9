package org.chatnotes.notes;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.chatnotes.db.Database;
import org.chatnotes.events.Events;
import org.chatnotes.i18n.Messages;
import org.chatnotes.problem.Problem;
import org.chatnotes.series.AllSeries;
import org.jspecify.annotations.Nullable;

/** The notes: everything that happens to them goes through here. */
public final class Notes {
    private final Database database;
    private final AllSeries series;
    private final Events events;
    private final Clock clock;
    private final NoteStore store;
    private final RevisionStore revisions;
    private final AppearanceStore appearances;
    private final NoteSaver saver;

    /** @param names how an actor is called: {@code user:7} is Helen */
    public Notes(
            Database database, AllSeries series, Events events, Clock clock, Function<@Nullable String, String> names) {
        this.database = database;
        this.series = series;
        this.events = events;
        this.clock = clock;
        this.store = new NoteStore(database);
        this.revisions = new RevisionStore(database);
        this.appearances = new AppearanceStore(database);
        this.saver = new NoteSaver(database, series, events, clock, names);
    }

    /**
     * Makes a note. In a numbered series it gets the next number of its school year, unless it brings one.
     *
     * @param seriesSlug slug of its series; null: {@code notes}
     * @throws Problem invalid, with every wrong field; not found, when there is no such series
     */
    public Note create(@Nullable String seriesSlug, Document document) {
        return database.write(() -> require(saver.create(series.forNote(seriesSlug), document)));
    }

    public Optional<Note> find(long id) {
        return store.find(id);
    }

    /** @throws Problem not found */
    public Note require(long id) {
        return find(id).orElseThrow(() -> Problem.notFound("There is no note with the number " + id + "."));
    }

    public Optional<Note> bySlug(long seriesId, String slug) {
        return store.bySlug(seriesId, slug);
    }

    /**
     * Saves what an editor changed, and leads an approved note back to draft. The same document again changes nothing.
     *
     * @param etag of the note that the change started from
     * @throws Problem precondition failed when somebody saved since (the sentence says who and when); invalid; too large
     */
    public Note save(long id, String etag, Document document) {
        return change(id, etag, now -> document);
    }

    /** As {@link #save}, by a rule over the document, such as a verb of {@link Blocks}. */
    public Note change(long id, String etag, UnaryOperator<Document> rule) {
        return change(id, etag, rule, false);
    }

    /** Deletes a block; the revision before is kept, so that {@link #undelete} finds it there. */
    public Note delete(long id, String etag, String blockId) {
        return change(id, etag, document -> Blocks.delete(document, blockId), true);
    }

    /** Puts a block back as it was in an earlier revision. */
    public Note undelete(long id, String etag, long revisionId, String blockId) {
        Document earlier = revision(id, revisionId).document();
        return change(id, etag, document -> Blocks.undelete(document, earlier, blockId), false);
    }

    /** Puts a note into another series. */
    public Note moveTo(long id, String seriesSlug) {
        return database.write(() -> {
            Note note = require(id);
            long seriesId = series.forNote(seriesSlug).id();
            if (seriesId != note.seriesId()) {
                saver.numberIsFree(seriesId, note.document(), id);
                store.series(id, seriesId, saver.slug(seriesId, note.document(), id));
            }
            return require(id);
        });
    }

    /** Moves a draft to review. */
    public Note askForReview(long id) {
        return move(id, NoteState.IN_REVIEW, "note.review_asked");
    }

    /** Takes an approval or a review back: the note is a draft again. */
    public Note withdraw(long id) {
        return move(id, NoteState.DRAFT, "note.withdrawn");
    }

    /**
     * Approves a revision, which must be the newest, and pins it.
     *
     * @throws Problem precondition failed when the note was changed since
     */
    public Note approve(long id, long revisionId) {
        return database.write(() -> {
            Note note = require(id);
            if (!store.claim(id, revisionId)) {
                throw saver.stale(note);
            }
            if (note.state() == NoteState.APPROVED) {
                return note;
            }
            notBinned(note);
            revisions.pin(revisionId);
            store.state(id, NoteState.APPROVED);
            events.record("note.approved", NoteSaver.subject(id), Map.of("revision", note.revisionNumber()));
            return require(id);
        });
    }

    /** @throws Problem not found */
    public Revision revision(long revisionId) {
        return revisions.find(revisionId).orElseThrow(() -> Problem.notFound("There is no such revision any more."));
    }

    /** @param number 1, 2, 3 … within the note */
    public Revision revision(long id, int number) {
        return revisions
                .byNumber(id, number)
                .orElseThrow(() -> Problem.notFound("The note has no revision " + number + "."));
    }

    /** All revisions of a note, newest first. */
    public List<RevisionLine> revisions(long id) {
        return revisions.ofNote(require(id).id());
    }

    /** Makes an earlier revision the newest again, as a new one. */
    public Note restore(long id, String etag, long revisionId) {
        Document earlier = revision(id, revisionId).document();
        return change(id, etag, now -> earlier, true);
    }

    /** A copy as a new draft, of the same series, numbered anew. */
    public Note duplicate(long id) {
        return database.write(() -> {
            Note note = require(id);
            Document document = note.document().numbered(note.document().schoolYear(), null);
            String title = Messages.in(document.language()).say("notes.copy", document.title());
            return create(
                    series.require(note.seriesId()).slug(), title.length() > 200 ? document : document.titled(title));
        });
    }

    /** Puts a note into the bin; {@link #unbin} takes it out. */
    public void bin(long id) {
        database.write(() -> {
            if (require(id).binnedAt() == null) {
                store.binned(id, clock.instant());
                events.record("note.binned", NoteSaver.subject(id));
            }
        });
    }

    /** Takes a note out of the bin. Its number may have gone to another note meanwhile: then it has none. */
    public void unbin(long id) {
        database.write(() -> {
            Note note = require(id);
            Integer number = note.document().number();
            store.binned(id, null);
            if (number != null
                    && store.numbered(note.seriesId(), note.document().schoolYear(), number, id)
                            .isPresent()) {
                saver.save(note, note.document().numbered(note.document().schoolYear(), null), true);
            }
            events.record("note.unbinned", NoteSaver.subject(id));
        });
    }

    /**
     * Notes, last changed first.
     *
     * @param seriesId or null for all
     * @param binned those in the bin, or those outside
     * @param after id of the last note of the page before, or null
     */
    public List<NoteLine> list(@Nullable Long seriesId, boolean binned, @Nullable Long after, int limit) {
        return store.list(seriesId == null ? 0 : seriesId, binned, after == null ? 0 : after, limit);
    }

    /** Notes outside the bin in which a code appears, newest first. */
    public List<Long> withCode(String code, int limit) {
        return appearances.notesWithCode(code, limit);
    }

    /** Notes outside the bin in which a resource appears, newest first. */
    public List<Long> withResource(long resourceId, int limit) {
        return appearances.notesWithResource(resourceId, limit);
    }

    private Note change(long id, String etag, UnaryOperator<Document> rule, boolean apart) {
        return database.write(() -> {
            Note note = require(id);
            if (!note.hasEtag(etag)) {
                throw saver.stale(note);
            }
            notBinned(note);
            saver.save(note, rule.apply(note.document()), apart);
            return require(id);
        });
    }

    private Note move(long id, NoteState next, String event) {
        return database.write(() -> {
            Note note = require(id);
            notBinned(note);
            if (note.state() != next) {
                if (!note.state().mayBecome(next)) {
                    throw Problem.conflict("An approved note is not reviewed again. Withdraw its approval first.");
                }
                store.state(id, next);
                events.record(event, NoteSaver.subject(id));
            }
            return require(id);
        });
    }

    private Revision revision(long id, long revisionId) {
        Revision revision = revision(revisionId);
        if (revision.noteId() != id) {
            throw Problem.notFound("The note has no such revision.");
        }
        return revision;
    }

    private static void notBinned(Note note) {
        if (note.binnedAt() != null) {
            throw Problem.conflict("This note is in the bin. Take it out before you change it.");
        }
    }
}
