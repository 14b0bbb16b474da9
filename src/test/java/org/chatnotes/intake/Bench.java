package org.chatnotes.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.chatnotes.db.Database;
import org.chatnotes.events.Events;
import org.chatnotes.library.Codes;
import org.chatnotes.library.Library;
import org.chatnotes.notes.Block;
import org.chatnotes.notes.BlockWords;
import org.chatnotes.notes.NoteWords;
import org.chatnotes.notes.Notes;
import org.chatnotes.series.AllSeries;
import org.chatnotes.settings.Settings;

/** An intake with all it needs, and questions to ask about what it made. */
final class Bench {
    final Library library;
    final Notes notes;
    final Intake intake;

    private Bench(Database database, boolean furnished) {
        Clock clock = Clock.systemUTC();
        Events events = new Events(database, clock);
        Codes codes = new Codes(database, clock);
        if (furnished) {
            codes.install("ib-psp-2020");
        }
        library = new Library(database, events, clock);
        AllSeries series = new AllSeries(database, new Settings(database, events), events, clock);
        notes = new Notes(database, series, events, clock, who -> "Somebody");
        intake = furnished
                ? new Intake(database, notes, library, codes, Cast::programmes, Cast::roles, events, clock)
                : new Intake(database, notes, library, codes, List::of, List::of, events, clock);
    }

    /** With programmes, roles and a framework of codes. */
    static Bench furnished(Database database) {
        return new Bench(database, true);
    }

    static Bench bare(Database database) {
        return new Bench(database, false);
    }

    static String fixture(String name) {
        try {
            return Files.readString(Path.of("src/test/resources/intake", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Read read(String text, String name) {
        return read(text.getBytes(StandardCharsets.UTF_8), name);
    }

    Read read(byte[] file, String name) {
        Imported imported = intake.read(file, name);
        return new Read(imported, new NoteWords(library).of(imported.document()));
    }

    /** What a file became. */
    record Read(Imported imported, List<BlockWords> words) {
        List<Block> blocks() {
            return imported.document().blocks();
        }

        List<String> types() {
            return blocks().stream().map(Block::type).toList();
        }

        /** Words of all blocks of a type. */
        String of(String type) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < words.size(); i++) {
                text.append(blocks().get(i).type().equals(type) ? words.get(i).text() + "\n" : "");
            }
            return text.toString();
        }

        List<String> links() {
            return words.stream()
                    .flatMap(block -> block.links().stream())
                    .distinct()
                    .toList();
        }

        Set<String> codes() {
            return words.stream()
                    .flatMap(block -> block.codes().stream())
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        /** The first block with some words. */
        Block with(String text) {
            for (int i = 0; i < words.size(); i++) {
                if (words.get(i).text().contains(text)) {
                    return blocks().get(i);
                }
            }
            throw new AssertionError("No block says “" + text + "”");
        }

        List<String> log(LogEntry.Kind kind, int line) {
            return imported.log().stream()
                    .filter(entry -> entry.kind() == kind && entry.line() == line)
                    .map(LogEntry::what)
                    .toList();
        }

        /** Words of the source that stand in no block and not in the log, addresses apart. */
        List<String> lost(String source) {
            Map<String, Integer> kept = new HashMap<>();
            words.forEach(block -> count(block.text(), kept));
            imported.log().forEach(entry -> count(entry.what(), kept));
            String links = String.join(" ", links());
            List<String> lost = new ArrayList<>();
            for (String word : split(source.replaceAll("(https?://|www\\.)[^\\s<>\"]+", " "))) {
                int left = kept.merge(word, -1, Integer::sum);
                if (left < 0 && !links.contains(word)) {
                    lost.add(word);
                }
            }
            return lost;
        }

        private static void count(String text, Map<String, Integer> words) {
            split(text).forEach(word -> words.merge(word, 1, Integer::sum));
        }

        private static List<String> split(String text) {
            return List.of(text.split("[^\\p{L}\\p{N}]+")).stream()
                    .filter(word -> !word.isEmpty())
                    .toList();
        }
    }
}
