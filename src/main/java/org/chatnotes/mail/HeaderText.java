package org.chatnotes.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Header lines as RFC 5322 and RFC 2047 want them: folded below 78 columns, other scripts as encoded words. */
final class HeaderText {
    private static final int MAX_LINE = 76;
    private static final String CHARSET = "=?UTF-8?";
    /** Two delimiters and an encoding letter: {@code =?UTF-8?Q?…?=}. */
    private static final int FRAME = CHARSET.length() + 4;
    /** An encoded word has at most 75 characters, and the line it stands on 76. */
    private static final int MAX_WORD = 75 - FRAME;

    private HeaderText() {}

    /** {@code Subject: …}: free text. */
    static String unstructured(String name, String value) {
        String text = oneLine(value);
        return fold(name, printable(text) ? List.of(text.split(" ", -1)) : encodedWords(text));
    }

    /** {@code To: "Mere Tui" <mere@example.org>}. */
    static String mailbox(String name, String shown, String email) {
        String text = oneLine(shown);
        String address = "<" + oneLine(email).replace(" ", "") + ">";
        List<String> parts = new ArrayList<>();
        if (!text.isEmpty()) {
            parts.addAll(phrase(text));
        }
        parts.add(address);
        return fold(name, parts);
    }

    /** A header that is ASCII already, such as a link in angle brackets. */
    static String raw(String name, String value) {
        return fold(name, List.of(oneLine(value).split(" ", -1)));
    }

    /** Text without line ends and control characters: a value cannot begin a header of its own. */
    static String oneLine(String value) {
        if (plain(value)) {
            return value;
        }
        StringBuilder line = new StringBuilder(value.length());
        value.codePoints().forEach(c -> {
            boolean blank = Character.isISOControl(c) || c == 0x2028 || c == 0x2029 || Character.isWhitespace(c);
            boolean lone = c >= 0xD800 && c <= 0xDFFF;
            if (!blank) {
                line.appendCodePoint(lone ? 0xFFFD : c);
            } else if (line.length() > 0 && line.charAt(line.length() - 1) != ' ') {
                line.append(' ');
            }
        });
        return line.toString().strip();
    }

    /** Whether there is nothing to mend: the common case, found without making anything. */
    private static boolean plain(String value) {
        char before = ' ';
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c > '~' || c == ' ' && before == ' ') {
                return false;
            }
            before = c;
        }
        return before != ' ' || value.isEmpty();
    }

    private static List<String> phrase(String text) {
        if (!printable(text)) {
            return encodedWords(text);
        }
        boolean atoms = text.chars().allMatch(c -> c == ' ' || atom(c));
        return List.of(atoms ? text : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
    }

    private static boolean atom(int c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || "!#$%&'*+-/=?^_`{|}~".indexOf(c) >= 0;
    }

    private static boolean printable(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c < 0x7f) && !text.contains("=?");
    }

    private static String fold(String name, List<String> words) {
        StringBuilder line = new StringBuilder(name).append(':');
        int column = line.length();
        for (String word : words) {
            boolean first = column == name.length() + 1;
            if (column + 1 + word.length() > MAX_LINE && (!first || word.startsWith("<http"))) {
                line.append("\r\n");
                column = 0;
            }
            line.append(' ').append(word);
            column += 1 + word.length();
        }
        return line.append("\r\n").toString();
    }

    /** The text as encoded words, none of which parts a character. */
    private static List<String> encodedWords(String text) {
        boolean base64 = text.chars().filter(c -> c > 0x7f).count() * 3 > text.length();
        List<String> words = new ArrayList<>();
        StringBuilder chunk = new StringBuilder();
        text.codePoints().forEach(c -> {
            String character = Character.toString(c);
            // The first word shares its line with the header's name.
            int room = words.isEmpty() ? MAX_WORD - 20 : MAX_WORD;
            if (width(chunk + character, base64) > room) {
                words.add(encodedWord(chunk.toString(), base64));
                chunk.setLength(0);
            }
            chunk.append(character);
        });
        words.add(encodedWord(chunk.toString(), base64));
        return words;
    }

    private static int width(String text, boolean base64) {
        if (base64) {
            return (text.getBytes(StandardCharsets.UTF_8).length + 2) / 3 * 4;
        }
        int width = 0;
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            width += safe(b) || b == ' ' ? 1 : 3;
        }
        return width;
    }

    private static String encodedWord(String text, boolean base64) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (base64) {
            return CHARSET + "B?" + Base64.getEncoder().encodeToString(bytes) + "?=";
        }
        StringBuilder word = new StringBuilder(CHARSET).append("Q?");
        for (byte b : bytes) {
            if (b == ' ') {
                word.append('_');
            } else if (safe(b)) {
                word.append((char) b);
            } else {
                word.append(String.format("=%02X", b & 0xff));
            }
        }
        return word.append("?=").toString();
    }

    /** What RFC 2047 leaves unencoded even within a phrase. */
    private static boolean safe(byte b) {
        return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || "!*+-/".indexOf(b) >= 0;
    }
}
