package org.chatnotes.transfer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.chatnotes.transfer.CellReader.Outcome;
import org.chatnotes.transfer.CsvLines.Line;
import org.jspecify.annotations.Nullable;

/**
 * The records of a CSV text, each on its own: where a quotation mark is broken, that line alone is lost and the next one
 * is read afresh. A common parser (FastCSV too) takes everything up to the next quotation mark, often the rest of the
 * file, for one cell and says nothing.
 */
final class CsvRecords {
    /**
     * One record.
     *
     * @param line on which it begins, from 1
     * @param cells as they stand; empty when it is broken
     * @param broken why it cannot be read, or null
     * @param text of a broken one
     */
    record Row(long line, List<String> cells, @Nullable String broken, String text) {
        boolean blank() {
            return broken == null && cells.stream().allMatch(String::isBlank);
        }
    }

    /** A cell over more lines than this is taken for one that was never closed. */
    private static final int MAX_LINES = 100;

    private final CsvLines lines;
    private final char delimiter;
    private final Predicate<List<String>> whole;

    /** @param whole whether cells look like a record of their own; such a line never belongs to a cell of another */
    CsvRecords(CsvLines lines, char delimiter, Predicate<List<String>> whole) {
        this.lines = lines;
        this.delimiter = delimiter;
        this.whole = whole;
    }

    /** The next record, or null at the end. */
    @Nullable
    Row next() throws IOException {
        Line first = lines.next();
        if (first == null) {
            return null;
        }
        if (first.cut()) {
            return broken(first, "This row is longer than a megabyte.");
        }
        CellReader reader = new CellReader(delimiter);
        return switch (reader.feed(first.text())) {
            case COMPLETE -> new Row(first.number(), reader.cells(), null, "");
            case BROKEN -> broken(first, "A quotation mark stands in the middle of a cell.");
            case OPEN -> continued(first, reader);
        };
    }

    /** Looks ahead for the end of a quoted cell; if that does not come, the lines ahead are read afresh. */
    private Row continued(Line first, CellReader reader) throws IOException {
        List<Line> further = new ArrayList<>();
        Outcome outcome = Outcome.OPEN;
        while (outcome == Outcome.OPEN && further.size() < MAX_LINES) {
            Line line = lines.next();
            if (line == null) {
                break;
            }
            further.add(line);
            outcome = line.cut() || looksWhole(line) ? Outcome.BROKEN : reader.feed(line.text());
        }
        if (outcome == Outcome.COMPLETE) {
            return new Row(first.number(), reader.cells(), null, "");
        }
        for (int at = further.size() - 1; at >= 0; at--) {
            lines.putBack(further.get(at));
        }
        return broken(first, "A quotation mark opens a cell here and is never closed.");
    }

    private boolean looksWhole(Line line) {
        CellReader alone = new CellReader(delimiter);
        return alone.feed(line.text()) == Outcome.COMPLETE && whole.test(alone.cells());
    }

    private static Row broken(Line line, String why) {
        return new Row(line.number(), List.of(), why, line.text());
    }
}
