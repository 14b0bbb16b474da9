package org.chatnotes.notes;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.chatnotes.db.Database;
import org.chatnotes.events.Events;
import org.chatnotes.i18n.Formats;
import org.chatnotes.i18n.Messages;
import org.chatnotes.i18n.Slugs;
import org.chatnotes.problem.Problem;
import org.chatnotes.series.AllSeries;
import org.chatnotes.series.Series;
import org.jspecify.annotations.Nullable;

/** How a document becomes the newest revision of its note, in one transaction with all that is derived from it. */
final class NoteSaver {
    /** Saves of one person within this time leave one revision. */
    private static final Duration FOLD = Duration.ofMinutes(10);

    private final AllSeries series;
    private final Events events;
    private final Clock clock;
    private final Function<@Nullable String, String> names;
    private final NoteStore notes;
    private final RevisionStore revisions;
    private final AppearanceStore appearances;

    NoteSaver(
            Database database, AllSeries series, Events events, Clock clock, Function<@Nullable String, String> names) {
        this.series = series;
        this.events = events;
        this.clock = clock;
        this.names = names;
        this.notes = new NoteStore(database);
        this.revisions = new RevisionStore(database);
        this.appearances = new AppearanceStore(database);
    }

    /** The id of a new note. */
    long create(Series its, Document document) {
        Document checked = DocumentRules.checked(numbered(its, document));
        numberIsFree(its.id(), checked, 0);
        Instant now = clock.instant();
        String slug = slug(its.id(), checked, 0);
        long id = notes.insert(its.id(), slug, checked, events.actor(), now);
        long revision = revisions.insert(id, 1, checked, events.actor(), now, now);
        notes.advance(id, revision, slug, checked, events.actor(), now);
        appearances.rewrite(id, checked);
        events.record("note.created", subject(id), Map.of("title", checked.title()));
        return id;
    }

    /**
     * Saves a document over a note, unless it says the same.
     *
     * @param apart whether the newest revision stays, however young it is
     */
    void save(Note note, Document document, boolean apart) {
        Document checked = DocumentRules.checked(document);
        if (checked.equals(note.document())) {
            return;
        }
        numberIsFree(note.seriesId(), checked, note.id());
        if (!notes.claim(note.id(), note.revisionId())) {
            throw stale(notes.find(note.id()).orElse(note));
        }
        Instant now = clock.instant();
        boolean fold = !apart && folds(note, now);
        Instant begun = fold ? revisions.begunAt(note.revisionId()) : now;
        if (fold) {
            revisions.delete(note.revisionId());
        }
        int number = fold ? note.revisionNumber() : note.revisionNumber() + 1;
        long revision = revisions.insert(note.id(), number, checked, events.actor(), begun, now);
        String slug = revisions.everPinned(note.id()) ? note.slug() : slug(note.seriesId(), checked, note.id());
        notes.advance(note.id(), revision, slug, checked, events.actor(), now);
        appearances.rewrite(note.id(), checked);
    }

    /** The problem of somebody whose note was changed by another meanwhile. */
    Problem stale(Note note) {
        String zone = series.require(note.seriesId()).zone();
        Messages words = Messages.in("en");
        Formats formats = new Formats(words);
        boolean today = clock.instant()
                .atZone(ZoneId.of(zone))
                .toLocalDate()
                .equals(note.updatedAt().atZone(ZoneId.of(zone)).toLocalDate());
        return Problem.of(
                Problem.Kind.PRECONDITION_FAILED,
                words.say(
                        today ? "notes.stale.today" : "notes.stale",
                        names.apply(note.updatedBy()),
                        today ? formats.time(note.updatedAt(), zone) : formats.moment(note.updatedAt(), zone)));
    }

    /** Revision 1, as a note was made or brought in, is kept, and so is what was approved. */
    private boolean folds(Note note, Instant now) {
        Revision newest = revisions.find(note.revisionId()).orElseThrow();
        return newest.number() > 1
                && !newest.pinned()
                && Objects.equals(newest.author(), events.actor())
                && revisions.begunAt(newest.id()).plus(FOLD).isAfter(now);
    }

    private Document numbered(Series its, Document document) {
        String year = document.schoolYear() == null && document.chatDate() != null && its.numbered()
                ? its.schoolYear(document.chatDate())
                : document.schoolYear();
        Integer number = document.number() == null && its.numbered() && year != null
                ? Integer.valueOf(notes.highestNumber(its.id(), year) + 1)
                : document.number();
        return document.numbered(year, number);
    }

    void numberIsFree(long seriesId, Document document, long noteId) {
        Integer number = document.number();
        if (number != null
                && notes.numbered(seriesId, document.schoolYear(), number, noteId)
                        .isPresent()) {
            throw Problem.invalid("number", Messages.in("en").say("notes.number.taken", number));
        }
    }

    /** From the month of the chat and the title: {@code 2025-03-ib-coordinators-chat-notes}. */
    String slug(long seriesId, Document document, long noteId) {
        String month = document.chatDate() == null
                ? ""
                : document.chatDate().toString().substring(0, 7) + "-";
        return Slugs.free(
                month + Slugs.of(document.title(), "note"),
                slug -> notes.bySlug(seriesId, slug)
                        .filter(other -> other.id() != noteId)
                        .isPresent());
    }

    static String subject(long id) {
        return "note:" + id;
    }
}
