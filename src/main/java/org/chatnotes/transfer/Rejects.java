package org.chatnotes.transfer;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The file of refused rows: as they came, then line, reason, and the text of what could not be read as cells. Mended, it
 * can be brought in as it is. It is made with its first row.
 */
final class Rejects implements AutoCloseable {
    private final Path file;
    private final Header header;
    private @Nullable CsvWriter writer;

    Rejects(Path file, Header header) {
        this.file = file;
        this.header = header;
    }

    void add(CsvRecords.Row row, String reason) {
        List<String> cells = new ArrayList<>();
        for (int at = 0; at < header.size(); at++) {
            cells.add(
                    at < row.cells().size()
                            ? Cells.defuse(Cells.restore(row.cells().get(at)))
                            : "");
        }
        cells.add(String.valueOf(row.line()));
        cells.add(reason);
        cells.add(Cells.defuse(row.text()));
        open().writeRecord(cells);
    }

    /** Where the file is, or null when nothing was refused. */
    @Nullable
    String path() {
        return writer == null ? null : file.toString();
    }

    @Override
    public void close() throws IOException {
        if (writer != null) {
            writer.close();
        }
    }

    private CsvWriter open() {
        CsvWriter out = writer;
        if (out == null) {
            try {
                Files.createDirectories(file.toAbsolutePath().getParent());
                out = CsvWriter.builder().build(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            List<String> titles = new ArrayList<>(header.titles());
            titles.addAll(List.of("import_line", "import_reason", "import_text"));
            out.writeRecord(titles);
            writer = out;
        }
        return out;
    }
}
