package org.chatnotes.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.chatnotes.checks.Finding;
import org.chatnotes.editions.Persona;
import org.chatnotes.intake.LogEntry;
import org.chatnotes.intake.StoredEntry;
import org.chatnotes.mail.EmailAddress;
import org.chatnotes.notes.Block;
import org.chatnotes.notes.Content;
import org.chatnotes.notes.Document;
import org.chatnotes.notes.Note;
import org.chatnotes.notes.NoteLine;
import org.chatnotes.notes.NoteView;
import org.chatnotes.problem.Problem;
import org.chatnotes.subscribers.Format;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Commands about notes. */
@Command(name = "note", description = "Notes: what editors write.")
final class NoteCommands {
    private final Commands commands;

    NoteCommands(Commands commands) {
        this.commands = commands;
    }

    @Command(name = "import", description = "Turns a text file into a draft, with a log of every repair.")
    void bringIn(
            @Parameters(paramLabel = "FILE") Path file,
            @Option(names = "--series", paramLabel = "SLUG") @Nullable String series) {
        commands.use(doors -> {
            String name = String.valueOf(file.getFileName());
            Note note = doors.intake().bringIn(read(file), name, series);
            List<StoredEntry> log = doors.intake().log(note.id());
            for (StoredEntry stored : log) {
                LogEntry entry = stored.entry();
                Output.line(String.format("%-5s line %d: %s", entry.kind().code(), entry.line(), entry.what()));
            }
            Output.line(note.document().blocks().size() + " blocks, " + log.size() + " entries in the log; the note is "
                    + note.id());
        });
    }

    @Command(name = "create", description = "Makes a note of a designed HTML body, sent as it is.")
    void create(
            @Option(names = "--title", required = true) String title,
            @Option(names = "--html", required = true, paramLabel = "FILE") Path html,
            @Option(names = "--text", paramLabel = "FILE", description = "Default: made from the HTML.") @Nullable
                    Path text,
            @Option(names = "--subject", description = "Default: the title.") @Nullable String subject) {
        commands.use(doors -> {
            String plain = text == null ? null : string(text);
            Block body = Block.of("b01", new Content.Html(string(html), plain));
            Document document = new Document(
                    Document.SCHEMA, title, subject, null, "en", null, null, null, null, null, null, List.of(body));
            Note note = doors.notes().create(null, document);
            Output.line("Made the note " + note.id());
        });
    }

    @Command(name = "show", description = "Shows a note: its blocks with their words, links and codes.")
    void show(@Parameters(paramLabel = "NOTE") long id, @Option(names = "--json") boolean json) {
        commands.use(doors -> {
            Note note = doors.notes().require(id);
            List<LoggedRepair> log = doors.intake().log(id).stream()
                    .map(StoredEntry::entry)
                    .map(entry -> new LoggedRepair(entry.line(), entry.kind().code(), entry.what()))
                    .toList();
            NoteView shown = NoteView.of(note, doors.words(), log);
            if (json) {
                Output.json(shown);
            } else {
                Output.line(shown.title());
                shown.blocks().forEach(block -> Output.line(block.id() + " " + block.type() + ": " + block.text()));
            }
        });
    }

    @Command(name = "render", description = "Writes the mail that a reader gets, as she gets it.")
    void render(
            @Parameters(paramLabel = "NOTE") long id,
            @Option(names = "--programmes", split = ",", paramLabel = "CODE") @Nullable List<String> programmes,
            @Option(names = "--roles", split = ",", paramLabel = "CODE") @Nullable List<String> roles,
            @Option(names = "--language", description = "Of the labels: en, fr or es.") @Nullable String language,
            @Option(names = "--format", defaultValue = "html", paramLabel = "html|text") String format,
            @Option(names = "--for", paramLabel = "ADDRESS", description = "A subscriber (default: a sample reader).")
                    @Nullable
                    String reader,
            @Option(names = "--out", required = true, paramLabel = "FILE.eml") Path out) {
        commands.use(doors -> {
            Persona persona = new Persona(codes(programmes), codes(roles), language, format(format));
            EmailAddress address = reader == null ? null : EmailAddress.parse(reader);
            write(out, doors.editions().eml(id, null, persona, address));
            Output.line("Written to " + out);
        });
    }

    @Command(name = "check", description = "Lists what must or should be mended before sending.")
    int check(@Parameters(paramLabel = "NOTE") long id) {
        return commands.ask(doors -> {
            Note note = doors.notes().require(id);
            List<Finding> findings = doors.checks().findings(id, note.document());
            findings.forEach(finding -> Output.line(finding.level().code() + " "
                    + (finding.blockId() == null ? "" : finding.blockId() + " ") + finding.message()));
            if (findings.isEmpty()) {
                Output.line("Nothing to mend.");
            }
            return findings.stream().anyMatch(Finding::blocks) ? 1 : 0;
        });
    }

    @Command(name = "list", description = "Lists the notes, newest first.")
    void list() {
        commands.use(doors -> {
            List<List<String>> rows = new ArrayList<>();
            for (NoteLine line : doors.notes().list(null, false, null, 200)) {
                rows.add(List.of(
                        "" + line.id(), line.title(), line.state().name().toLowerCase(java.util.Locale.ROOT)));
            }
            Output.table(rows);
        });
    }

    /** One repair as {@code note show --json} prints it; scripts rely on its names. */
    record LoggedRepair(int line, String kind, String what) {}

    private static Set<String> codes(@Nullable List<String> given) {
        return given == null ? Set.of() : Set.copyOf(given);
    }

    private static Format format(String word) {
        return switch (word) {
            case "html" -> Format.HTML;
            case "text" -> Format.TEXT;
            default -> throw Problem.invalid("format", "The format is html or text, not " + word + ".");
        };
    }

    private static void write(Path file, byte[] content) {
        try {
            Files.write(file, content);
        } catch (IOException e) {
            throw Output.notWritten(file);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw Problem.notFound("There is no file " + file + " that can be read.");
        }
    }

    private static String string(Path file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(read(file)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Problem.invalid("The file " + file + " is not text in UTF-8. Save it as UTF-8 and try again.");
        }
    }
}
