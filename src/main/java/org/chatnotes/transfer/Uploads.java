package org.chatnotes.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.locks.ReentrantLock;
import org.chatnotes.db.Database;
import org.chatnotes.lists.Lists;
import org.chatnotes.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Files of people that come by the workshop: kept until they are brought in, and then deleted. */
final class Uploads {
    private static final long MAX_BYTES = 200L << 20;

    private final UploadStore store;
    private final Imports imports;
    private final Lists lists;
    private final Clock clock;
    private final Path folder;
    private final ReentrantLock one = new ReentrantLock();

    Uploads(Database database, Imports imports, Lists lists, Clock clock, Path folder) {
        this.store = new UploadStore(database);
        this.imports = imports;
        this.lists = lists;
        this.clock = clock;
        this.folder = folder;
    }

    /** Keeps a file and counts what it would do. */
    Upload take(InputStream file, String name, ImportOrder order) {
        Path kept = keep(file);
        try {
            ImportReport forecast = read(kept, name, new ImportOrder(order.list(), order.consent(), true));
            long list = lists.require(order.list()).id();
            long id = store.insert(name, list, order.consent(), forecast, clock.millis());
            Files.move(kept, path(id));
            return require(id);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(kept);
        }
    }

    Upload require(long id) {
        return store.find(id).orElseThrow(() -> Problem.notFound("There is no import " + id + "."));
    }

    /** Brings a kept file in; done already is fine. One at a time, so that two clicks do it once. */
    Upload carryOut(long id) {
        one.lock();
        try {
            Upload upload = require(id);
            if (upload.report() == null) {
                String list = lists.require(upload.listId()).name();
                ImportReport report = read(path(id), upload.fileName(), new ImportOrder(list, upload.consent(), false));
                store.done(id, report, clock.millis());
                delete(path(id));
            }
            return require(id);
        } finally {
            one.unlock();
        }
    }

    /** The newest file of refused rows, or null. */
    static @Nullable String rejects(Upload upload) {
        ImportReport report = upload.report();
        return report == null ? upload.forecast().rejects() : report.rejects();
    }

    private ImportReport read(Path file, String name, ImportOrder order) {
        try (InputStream in = Files.newInputStream(file)) {
            return imports.run(in, name, order, ImportProgress.SILENT);
        } catch (IOException e) {
            throw Problem.unavailable("The file is no longer here. Choose it once more.");
        }
    }

    private Path keep(InputStream file) {
        try {
            Files.createDirectories(folder);
            Path kept = Files.createTempFile(folder, "upload-", ".csv");
            try (OutputStream out = Files.newOutputStream(kept)) {
                copy(file, out);
            } catch (Problem tooLarge) {
                delete(kept);
                throw tooLarge;
            }
            return kept;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long total = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            total += read;
            if (total > MAX_BYTES) {
                throw Problem.of(
                        Problem.Kind.TOO_LARGE,
                        "The file has more than 200 MB. Bring it in by the command subscribers import.");
            }
            out.write(buffer, 0, read);
        }
    }

    private Path path(long id) {
        return folder.resolve("upload-" + id + ".csv");
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
