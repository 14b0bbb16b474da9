package org.chatnotes.notes;

import org.jspecify.annotations.Nullable;

/**
 * Editors' text as it may be stored: without control characters, halves of characters, and the private-use characters
 * that mark slots in rendered mails.
 */
final class Words {
    private Words() {}

    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.replace("\r\n", "\n")
                .codePoints()
                .filter(Words::allowed)
                .forEach(point -> plain.appendCodePoint(point == '\r' ? '\n' : point));
        return plain.toString();
    }

    /** One line, trimmed. */
    static String line(String text) {
        return plain(text).replaceAll("[\\n\\t]+", " ").strip();
    }

    /** Several lines, trimmed. */
    static String lines(String text) {
        return plain(text).strip();
    }

    /** One line, or null when nothing is left. */
    static @Nullable String optionalLine(@Nullable String text) {
        String line = text == null ? "" : line(text);
        return line.isEmpty() ? null : line;
    }

    private static boolean allowed(int point) {
        int type = Character.getType(point);
        boolean space = point == '\n' || point == '\t' || point == '\r';
        return space
                || (type != Character.CONTROL
                        && type != Character.SURROGATE
                        && (point & 0xFFFE) != 0xFFFE
                        && point != 0xE000
                        && point != 0xE001);
    }
}
