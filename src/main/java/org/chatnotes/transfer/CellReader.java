package org.chatnotes.transfer;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the cells of one record, line by line. A quotation mark opens a cell only at its start, and after the closing one
 * comes the delimiter or the end of the line: anything else is said to be broken and not guessed at.
 */
final class CellReader {
    /** How far the record is after a line. */
    enum Outcome {
        COMPLETE,
        /** a quoted cell goes on in the next line */
        OPEN,
        BROKEN
    }

    private enum Place {
        PLAIN,
        QUOTED,
        CLOSED
    }

    private final char delimiter;
    private final List<String> cells = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private Place place = Place.PLAIN;

    CellReader(char delimiter) {
        this.delimiter = delimiter;
    }

    List<String> cells() {
        return cells;
    }

    Outcome feed(String line) {
        if (place == Place.PLAIN && line.indexOf('"') < 0) {
            return plain(line);
        }
        for (int at = 0; at < line.length(); at++) {
            if (!take(line.charAt(at))) {
                return Outcome.BROKEN;
            }
        }
        if (place == Place.QUOTED) {
            cell.append('\n');
            return Outcome.OPEN;
        }
        endCell();
        return Outcome.COMPLETE;
    }

    private Outcome plain(String line) {
        int from = 0;
        for (int to = line.indexOf(delimiter); to >= 0; to = line.indexOf(delimiter, from)) {
            cells.add(line.substring(from, to));
            from = to + 1;
        }
        cells.add(line.substring(from));
        return Outcome.COMPLETE;
    }

    private boolean take(char c) {
        switch (place) {
            case PLAIN -> takePlain(c);
            case QUOTED -> {
                if (c == '"') {
                    place = Place.CLOSED;
                } else {
                    cell.append(c);
                }
            }
            case CLOSED -> {
                return takeClosed(c);
            }
        }
        return true;
    }

    private void takePlain(char c) {
        if (c == delimiter) {
            endCell();
        } else if (c == '"' && cell.toString().isBlank()) {
            cell.setLength(0);
            place = Place.QUOTED;
        } else {
            cell.append(c);
        }
    }

    private boolean takeClosed(char c) {
        if (c == '"') {
            cell.append('"');
            place = Place.QUOTED;
        } else if (c == delimiter) {
            endCell();
        } else {
            return c == ' ' || c == '\t';
        }
        return true;
    }

    private void endCell() {
        cells.add(cell.toString());
        cell.setLength(0);
        place = Place.PLAIN;
    }
}
