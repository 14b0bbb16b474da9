package org.chatnotes.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.chatnotes.db.Database;
import org.chatnotes.db.Json;
import org.chatnotes.events.Events;
import org.chatnotes.lists.Lists;
import org.chatnotes.lists.MailingList;
import org.chatnotes.problem.Problem;
import org.chatnotes.subscribers.Subscribers;

/** Brings people in from files. */
public final class Imports {
    private final Database database;
    private final Subscribers subscribers;
    private final Lists lists;
    private final Events events;
    private final Clock clock;
    private final Path folder;
    private final Uploads uploads;

    /** @param dataFolder where files of refused rows are kept, in {@code imports/} */
    public Imports(
            Database database, Subscribers subscribers, Lists lists, Events events, Clock clock, Path dataFolder) {
        this.database = database;
        this.subscribers = subscribers;
        this.lists = lists;
        this.events = events;
        this.clock = clock;
        this.folder = dataFolder.resolve("imports");
        this.uploads = new Uploads(database, this, lists, clock, folder);
    }

    /** Reads a file from the disk; see {@link #run(InputStream, String, ImportOrder, ImportProgress)}. */
    public ImportReport run(Path file, ImportOrder order, ImportProgress progress) {
        try (InputStream in = Files.newInputStream(file)) {
            return run(in, String.valueOf(file.getFileName()), order, progress);
        } catch (NoSuchFileException e) {
            throw Problem.notFound("There is no file " + file + ".");
        } catch (IOException e) {
            throw Problem.invalid("The file " + file + " cannot be read: " + e.getMessage() + ".");
        }
    }

    /**
     * Reads CSV: UTF-8, a header row, commas (or semicolons or tabs, as the header shows). Streams it in short
     * transactions, so that a sender beside it never waits long. A row that cannot be taken goes into a file of its own,
     * with the reason. Bringing the same file again changes nothing.
     *
     * <p>Columns of programmes and roles hold codes, labels or names of this installation's; one that is not known
     * refuses its row. Without any programmes, such a column is a field like any other.
     *
     * @param name of the file, for the reports
     * @throws Problem not found when there is no such list; invalid when this is no such file
     */
    public ImportReport run(InputStream file, String name, ImportOrder order, ImportProgress progress) {
        MailingList list = lists.require(order.list());
        ImportRun run = new ImportRun(database, subscribers, lists, clock, list.id(), order, name);
        try {
            ImportReport report = run.read(new CsvText(file), this::rejectsFile, progress);
            if (!order.dryRun()) {
                events.record(
                        "subscribers.imported",
                        "list:" + list.id(),
                        Map.of("file", name, "report", Json.write(report)));
            }
            return report;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Uploads uploads() {
        return uploads;
    }

    /** A name that no other import has, without asking what is there. */
    private Path rejectsFile() {
        Path file = folder.resolve("rejects-" + clock.millis() + ".csv");
        for (int number = 2; Files.exists(file); number++) {
            file = folder.resolve("rejects-" + clock.millis() + "-" + number + ".csv");
        }
        return file;
    }
}
