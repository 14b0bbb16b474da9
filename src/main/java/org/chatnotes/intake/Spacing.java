package org.chatnotes.intake;

/** White space made regular: one space between words, none around, no-break ones only where French marks want them. */
final class Spacing {
    private static final String FRENCH = "«»:;?!%€";

    private Spacing() {}

    static boolean space(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    static String regular(String text) {
        StringBuilder regular = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            int end = i;
            while (end < text.length() && space(text.charAt(end))) {
                end++;
            }
            if (end == i) {
                regular.append(text.charAt(i++));
                continue;
            }
            if (!regular.isEmpty() && end < text.length()) {
                boolean kept = end == i + 1
                        && noBreak(text.charAt(i))
                        && (FRENCH.indexOf(text.charAt(end)) >= 0 || regular.charAt(regular.length() - 1) == '«');
                regular.append(kept ? text.charAt(i) : ' ');
            }
            i = end;
        }
        return regular.toString();
    }

    /** What was irregular about a line, as the key of a message; empty when nothing was. */
    static String fault(String line) {
        String stripped = line.strip();
        String inner = stripped.replace('\t', ' ');
        if (line.indexOf('\u00a0') >= 0 && !regular(line).contains("\u00a0")) {
            return "no_break";
        }
        if (!line.isEmpty() && line.charAt(0) == '\t' || line.startsWith(" \t")) {
            return inner.contains("  ") ? "leading_tab_double" : "leading_tab";
        }
        return inner.contains("  ")
                ? "double"
                : line.startsWith(" ") ? "leading" : line.endsWith(" ") ? "trailing" : "";
    }

    private static boolean noBreak(char c) {
        return c == 0xa0 || c == 0x202f;
    }
}
