package org.chatnotes.intake;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.chatnotes.db.Database;
import org.chatnotes.events.Events;
import org.chatnotes.library.Codes;
import org.chatnotes.library.Library;
import org.chatnotes.library.Login;
import org.chatnotes.library.ResourceDraft;
import org.chatnotes.library.ResourceKind;
import org.chatnotes.lists.Term;
import org.chatnotes.notes.Audience;
import org.chatnotes.notes.Note;
import org.chatnotes.notes.NoteWords;
import org.chatnotes.notes.Notes;
import org.chatnotes.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Documents in: a file becomes the blocks of a note, and nothing of it is lost. */
public final class Intake {
    /** The largest file taken, in bytes; some 300,000 words, far more than a mail should hold. */
    public static final int LIMIT = 2 * 1024 * 1024;

    /** So many addresses of one text go to the library; the others stay links. */
    private static final int MAX_RESOURCES = 500;

    private final Database database;
    private final ImportStore store;
    private final Notes notes;
    private final Library library;
    private final Codes codes;
    private final Supplier<List<Term>> programmes;
    private final Supplier<List<Term>> roles;
    private final Events events;
    private final Clock clock;
    private final Lexicon lexicon = new Lexicon();

    /** @param programmes and {@code roles} of the installation, for sections that are for some readers only */
    public Intake(
            Database database,
            Notes notes,
            Library library,
            Codes codes,
            Supplier<List<Term>> programmes,
            Supplier<List<Term>> roles,
            Events events,
            Clock clock) {
        this.database = database;
        this.store = new ImportStore(database);
        this.notes = notes;
        this.library = library;
        this.codes = codes;
        this.programmes = programmes;
        this.roles = roles;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Reads a file into blocks. Web addresses in it become resources of the library.
     *
     * @param name of the file, as the editor knows it
     * @throws Problem when the file is no text, or too large
     */
    public Imported read(byte[] file, String name) {
        TextFile text = TextFile.of(file, name, LIMIT);
        return database.write(() -> read(text, name));
    }

    private Imported read(TextFile file, String name) {
        Log log = new Log();
        if (!file.certain()) {
            log.ask(1, null, "charset", file.charset().displayName());
        }
        if (file.text().stripLeading().matches("(?is)<(!doctype html|html)\\b.*")) {
            log.ask(1, null, "html");
        }
        codes.adopt(file.text()).ifPresent(title -> log.info(0, "framework", title));
        PlainTextReader reader = new PlainTextReader(lexicon, log);
        List<Paragraph> paragraphs = reader.read(file.text());
        String language = lexicon.language(Plain.words(file.text()));
        Map<String, Long> known = new HashMap<>();
        Map<String, String> refs = new HashMap<>();
        Draft draft = new Draft(
                log,
                new CodeReader(codes.recogniser(), code -> refs.computeIfAbsent(code, codes::ref)),
                (title, url, kind, audience, found) -> known.containsKey(url) || known.size() < MAX_RESOURCES
                        ? known.computeIfAbsent(url, address -> shelve(title, address, kind, audience, found))
                        : null);
        Readers readers = new Readers(current(programmes), current(roles), lexicon, language);
        var document =
                new Typer(lexicon, draft, readers).type(paragraphs, language, reader.below(), reader.subject(), name);
        LeftOvers.log(file.text(), new NoteWords(library).of(document), log);
        return new Imported(document, log.entries(draft::blockOfLine));
    }

    private static List<Term> current(Supplier<List<Term>> terms) {
        return terms.get().stream().filter(term -> !term.retired()).toList();
    }

    private Long shelve(String title, String url, ResourceKind kind, Audience audience, List<String> found) {
        return library.take(new ResourceDraft(
                        title.isBlank() ? url : title,
                        url,
                        kind,
                        null,
                        null,
                        audience.programmes(),
                        audience.roles(),
                        java.util.Set.copyOf(found),
                        Login.UNKNOWN,
                        null,
                        null))
                .id();
    }

    /**
     * Makes a note of a file and keeps the log of its import.
     *
     * @param series slug of the note's series, or null
     */
    public Note bringIn(byte[] file, String name, @Nullable String series) {
        TextFile text = TextFile.of(file, name, LIMIT);
        return database.write(() -> {
            Imported imported = read(text, name);
            Note note = notes.create(series, imported.document());
            store.insert(note.id(), imported.log());
            events.record(
                    "note.imported",
                    "note:" + note.id(),
                    Map.of("entries", imported.log().size()));
            return note;
        });
    }

    /** The import log of a note, in the order of the file; empty when it was not imported. */
    public List<StoredEntry> log(long noteId) {
        return store.of(noteId);
    }

    /**
     * Marks an entry as dealt with, or as open again.
     *
     * @throws Problem not found
     */
    public void answer(long noteId, long entryId, boolean done) {
        if (!store.done(noteId, entryId, done)) {
            throw Problem.notFound("The import of this note has no entry " + entryId + ".");
        }
    }
}
