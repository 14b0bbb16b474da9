package org.chatnotes.markup;

/**
 * One line of text as somebody typed it, fit to be kept and to stand in a page, a header or a mail: without line ends,
 * control characters, halves of characters, and the two private-use characters that mark slots in rendered mails.
 */
public final class PlainLine {
    private PlainLine() {}

    /** The line, trimmed; each run of blanks and line ends is one space. */
    public static String of(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (blank(point)) {
                if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
                    line.append(' ');
                }
            } else if (allowed(point)) {
                line.appendCodePoint(point);
            }
        });
        return line.toString().strip();
    }

    private static boolean blank(int point) {
        return Character.isWhitespace(point) || point == 0x85 || point == 0x2028 || point == 0x2029;
    }

    private static boolean allowed(int point) {
        int type = Character.getType(point);
        return type != Character.CONTROL
                && type != Character.SURROGATE
                && (point & 0xFFFE) != 0xFFFE
                && point != 0xE000
                && point != 0xE001;
    }
}
