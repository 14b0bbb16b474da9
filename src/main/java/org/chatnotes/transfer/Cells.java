package org.chatnotes.transfer;

import java.util.regex.Pattern;

/**
 * Cells that a spreadsheet would run as a formula (they begin with {@code = + - @}) go out behind an apostrophe, which
 * spreadsheets hide, and come in without it. One more apostrophe keeps what had one of its own.
 */
final class Cells {
    private static final Pattern RUNS = Pattern.compile("'*[=+\\-@\t\r].*", Pattern.DOTALL);
    private static final Pattern DEFUSED = Pattern.compile("'+[=+\\-@\t\r].*", Pattern.DOTALL);

    private Cells() {}

    static String defuse(String value) {
        return RUNS.matcher(value).matches() ? "'" + value : value;
    }

    static String restore(String cell) {
        return !cell.isEmpty()
                        && cell.charAt(0) == '\''
                        && DEFUSED.matcher(cell).matches()
                ? cell.substring(1)
                : cell;
    }
}
