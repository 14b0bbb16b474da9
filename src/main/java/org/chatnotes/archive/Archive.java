package org.chatnotes.archive;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chatnotes.editions.Edition;
import org.chatnotes.editions.Editions;
import org.chatnotes.editions.State;
import org.chatnotes.lists.Lists;
import org.chatnotes.lists.Term;
import org.chatnotes.notes.Document;
import org.chatnotes.notes.Note;
import org.chatnotes.notes.Notes;
import org.chatnotes.problem.Problem;
import org.chatnotes.series.AllSeries;
import org.chatnotes.series.Series;
import org.chatnotes.settings.Settings;

/** The public archive: every note that was sent, as it was sent last. */
public final class Archive {
    private static final Set<State> OUT = Set.of(State.SENDING, State.PAUSED, State.HELD, State.SENT);
    private static final int BATCH = 100;

    private final Editions editions;
    private final Notes notes;
    private final AllSeries series;
    private final Lists lists;
    private final Settings settings;

    public Archive(Editions editions, Notes notes, AllSeries series, Lists lists, Settings settings) {
        this.editions = editions;
        this.notes = notes;
        this.series = series;
        this.lists = lists;
        this.settings = settings;
    }

    /**
     * Notes that were sent, newest first, each once.
     *
     * @param before editions with ids below
     */
    public List<Archived> before(long before, int limit, String language) {
        List<Archived> found = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        long from = before;
        while (found.size() < limit) {
            List<Edition> batch = editions.list(null, from, BATCH);
            for (Edition edition : batch) {
                from = edition.id();
                if (out(edition) && newest(edition) && seen.add(edition.noteId()) && found.size() < limit) {
                    notes.find(edition.noteId()).ifPresent(note -> found.add(archived(edition, note, language)));
                }
            }
            if (batch.size() < BATCH) {
                return found;
            }
        }
        return found;
    }

    /**
     * The note of an address.
     *
     * @throws Problem not found, also for one that was not sent
     */
    public Archived require(String seriesSlug, String slug, String language) {
        return series.bySlug(seriesSlug)
                .flatMap(known -> notes.bySlug(known.id(), slug))
                .flatMap(note -> sent(note).map(edition -> archived(edition, note, language)))
                .orElseThrow(() ->
                        Problem.notFound("No note of this name was sent. All notes that were stand in the archive."));
    }

    /** Where a note stands in the archive; empty until it is sent. */
    public Optional<String> path(long noteId) {
        return notes.find(noteId).flatMap(note -> sent(note).map(edition -> path(note)));
    }

    /** The revision that an edition sent. */
    Document document(Edition edition) {
        return notes.revision(edition.revisionId()).document();
    }

    private Optional<Edition> sent(Note note) {
        return editions.list(note.id(), Long.MAX_VALUE, BATCH).stream()
                .filter(Archive::out)
                .findFirst();
    }

    /** A note that went out twice stands where it went out last. */
    private boolean newest(Edition edition) {
        return editions.list(edition.noteId(), Long.MAX_VALUE, BATCH).stream()
                .filter(Archive::out)
                .findFirst()
                .filter(first -> first.id() == edition.id())
                .isPresent();
    }

    /** Whether mails have left: one that is held before it began has told nobody anything. */
    static boolean out(Edition edition) {
        return OUT.contains(edition.state()) && edition.startedAt() != null;
    }

    private Archived archived(Edition edition, Note note, String language) {
        Map<String, String> labels = labels(language);
        Document document = document(edition);
        Gleanings gleanings = Gleanings.of(document);
        String theme = document.monthTheme();
        Instant sentAt = edition.startedAt() == null ? edition.createdAt() : edition.startedAt();
        LocalDate day = document.chatDate() == null
                ? LocalDate.ofInstant(sentAt, ZoneId.of(settings.group().zone()))
                : document.chatDate();
        return new Archived(
                edition.id(),
                note.id(),
                note.seriesId(),
                path(note),
                document,
                theme == null || theme.isBlank() ? document.title() : theme,
                gleanings.snippet(),
                month(day, language),
                String.valueOf(day.getYear()),
                sentAt,
                gleanings.programmes().stream()
                        .map(code -> labels.getOrDefault(code, code))
                        .toList(),
                gleanings.codes(),
                gleanings.resources());
    }

    /** Mar, Sep: three letters, as the margin has room for. */
    private static String month(LocalDate day, String language) {
        Locale locale = Locale.forLanguageTag(language);
        String name = day.getMonth()
                .getDisplayName(TextStyle.SHORT_STANDALONE, locale)
                .replace(".", "");
        return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }

    private String path(Note note) {
        Series its = series.require(note.seriesId());
        return "/archive/" + its.slug() + "/" + note.slug();
    }

    private Map<String, String> labels(String language) {
        Map<String, String> labels = new HashMap<>();
        for (Term term : lists.programmes()) {
            labels.put(term.code(), term.label(language));
        }
        return labels;
    }
}
