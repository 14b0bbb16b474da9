package org.chatnotes.rendering;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Lines of at most 72 columns, counted as a terminal shows them; an address is never broken. */
final class Columns {
    static final int WIDTH = 72;
    private static final Pattern SLOT = Pattern.compile("\uE000[^\uE001|]*\\|?([^\uE001]*)\uE001");
    /** What a slot without default is taken to hold: the length of a usual first name. */
    private static final String USUAL = "Alexandra";

    private Columns() {}

    /**
     * Wraps one paragraph.
     *
     * @param first before its first line, and {@code rest} before the others
     */
    static String wrap(String text, String first, String rest) {
        List<String> lines = new ArrayList<>();
        for (String line : text.strip().split("\n")) {
            wrapLine(line.strip(), lines.isEmpty() ? first : rest, rest, lines);
        }
        return String.join("\n", lines);
    }

    private static void wrapLine(String text, String first, String rest, List<String> lines) {
        StringBuilder line = new StringBuilder(first);
        int column = width(first);
        boolean empty = true;
        for (String word : words(text)) {
            int length = width(word);
            if (!empty && column + 1 + length > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(rest);
                column = width(rest);
                empty = true;
            }
            if (!empty) {
                line.append(' ');
                column++;
            }
            line.append(word);
            column += length;
            empty = false;
        }
        lines.add(line.toString().stripTrailing());
    }

    /** Parted at spaces, but not at those inside the default of an open slot. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean slot = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            slot = c == '\uE000' || (slot && c != '\uE001');
            if (!slot && (c == ' ' || c == '\t')) {
                words.add(word.toString());
                word.setLength(0);
            } else {
                word.append(c);
            }
        }
        words.add(word.toString());
        words.removeIf(String::isEmpty);
        return words;
    }

    /** A heading, underlined as wide as its last line. */
    static String underlined(String text, String rule) {
        String wrapped = wrap(text, "", "");
        String last = wrapped.substring(wrapped.lastIndexOf('\n') + 1);
        return wrapped + "\n" + rule.repeat(Math.max(1, width(last)));
    }

    /** Columns of a text: wide East Asian characters take two, combining ones none. */
    static int width(String text) {
        String filled = text.indexOf('\uE000') < 0
                ? text
                : SLOT.matcher(text).replaceAll(slot -> slot.group(1).isEmpty() ? USUAL : "$1");
        return filled.codePoints()
                .map(point -> switch (UCharacter.getType(point)) {
                    case UCharacter.NON_SPACING_MARK, UCharacter.ENCLOSING_MARK, UCharacter.FORMAT -> 0;
                    default -> wide(point) ? 2 : 1;
                })
                .sum();
    }

    private static boolean wide(int point) {
        int kind = UCharacter.getIntPropertyValue(point, UProperty.EAST_ASIAN_WIDTH);
        return kind == UCharacter.EastAsianWidth.WIDE || kind == UCharacter.EastAsianWidth.FULLWIDTH;
    }
}
