package org.chatnotes.transfer;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.chatnotes.db.Database;
import org.chatnotes.lists.Lists;
import org.chatnotes.problem.Problem;
import org.chatnotes.subscribers.Subscribers;
import org.jspecify.annotations.Nullable;

/** One file being brought in: record by record into chunks, and each chunk in a transaction of its own. */
final class ImportRun {
    private static final int FIRST_CHUNK = 500;
    private static final int MIN_CHUNK = 50;
    private static final int MAX_CHUNK = 4_000;
    /** A writer beside us waits at most about twice this, in nanoseconds. */
    private static final long LONG = 60_000_000;

    private final Database database;
    private final Subscribers subscribers;
    private final Lists lists;
    private final Clock clock;
    private final long listId;
    private final ImportOrder order;
    private final String fileName;

    private final Tally tally = new Tally();
    private final SeenAddresses seen = new SeenAddresses();
    private final List<PersonRow> chunk = new ArrayList<>();
    private int chunkSize = FIRST_CHUNK;

    ImportRun(
            Database database,
            Subscribers subscribers,
            Lists lists,
            Clock clock,
            long listId,
            ImportOrder order,
            String fileName) {
        this.database = database;
        this.subscribers = subscribers;
        this.lists = lists;
        this.clock = clock;
        this.listId = listId;
        this.order = order;
        this.fileName = fileName;
    }

    ImportReport read(CsvText text, Supplier<Path> rejectsFile, ImportProgress progress) throws IOException {
        Terms programmes = new Terms("programmes", lists.programmes());
        Terms roles = new Terms("roles", lists.roles());
        CsvLines lines = new CsvLines(text.reader());
        CsvLines.Line first = headerLine(lines);
        char delimiter = delimiter(first.text());
        lines.putBack(first);
        Header header = header(new CsvRecords(lines, delimiter, cells -> false).next(), unused(programmes, roles));
        RowReader reader = new RowReader(header, programmes, roles, subscribers, lists.today());
        CsvRecords records = new CsvRecords(lines, delimiter, header::whole);
        try (Rejects rejects = new Rejects(rejectsFile.get(), header)) {
            for (CsvRecords.Row row = records.next(); row != null; row = records.next()) {
                if (!row.blank()) {
                    take(row, reader, rejects);
                }
                if (chunk.size() >= chunkSize) {
                    flush();
                    progress.at(text.bytesRead(), tally.rows);
                }
            }
            flush();
            progress.at(text.bytesRead(), tally.rows);
            return tally.report(rejects.path());
        }
    }

    private void take(CsvRecords.Row row, RowReader reader, Rejects rejects) {
        tally.rows++;
        try {
            if (row.broken() != null) {
                throw Problem.invalid(row.broken());
            }
            PersonRow person = reader.read(row.cells());
            if (seen.add(person.email().key())) {
                chunk.add(person);
            } else {
                tally.duplicate++;
            }
        } catch (Problem refused) {
            tally.invalid++;
            rejects.add(row, refused.sentence());
        }
    }

    private void flush() {
        if (chunk.isEmpty()) {
            return;
        }
        ChunkWriter writer = new ChunkWriter(subscribers, lists, listId, order.consent(), fileName, clock, tally);
        long began = System.nanoTime();
        if (order.dryRun()) {
            writer.weigh(chunk);
        } else {
            database.write(() -> {
                writer.weigh(chunk);
                writer.write();
            });
        }
        long took = System.nanoTime() - began;
        chunkSize = Math.max(MIN_CHUNK, Math.min(MAX_CHUNK, took > LONG ? chunkSize / 2 : chunkSize * 3 / 2));
        chunk.clear();
    }

    private static CsvLines.Line headerLine(CsvLines lines) throws IOException {
        CsvLines.Line line = lines.next();
        while (line != null && (line.text().isBlank() || line.text().startsWith("sep="))) {
            line = lines.next();
        }
        if (line == null) {
            throw Problem.invalid("The file is empty. It needs a header row and a row for each person.");
        }
        return line;
    }

    /** What stands most often in the header: comma, semicolon or tab. */
    private static char delimiter(String header) {
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            best = count(header, candidate) > count(header, best) ? candidate : best;
        }
        return best;
    }

    private static long count(String text, char c) {
        return text.chars().filter(each -> each == c).count();
    }

    private static Header header(CsvRecords.@Nullable Row row, Set<Column> unused) {
        if (row == null || row.broken() != null) {
            throw Problem.invalid(
                    "The header row cannot be read. " + (row == null ? "" : String.valueOf(row.broken())));
        }
        return Header.read(row.cells(), unused);
    }

    private static Set<Column> unused(Terms programmes, Terms roles) {
        Set<Column> unused = EnumSet.noneOf(Column.class);
        if (programmes.none()) {
            unused.add(Column.PROGRAMMES);
        }
        if (roles.none()) {
            unused.add(Column.ROLES);
        }
        return unused;
    }
}
