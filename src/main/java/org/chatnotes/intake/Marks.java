package org.chatnotes.intake;

/** What the marks at the end of a text say. */
final class Marks {
    private static final String CLOSING = "”\"’'»)]* ";

    private Marks() {}

    /** The last character that is no closing bracket or quotation mark, or a space when there is none. */
    static char last(String text) {
        int i = text.length() - 1;
        while (i >= 0 && (CLOSING.indexOf(text.charAt(i)) >= 0 || text.charAt(i) == 0xa0)) {
            i--;
        }
        return i < 0 ? ' ' : text.charAt(i);
    }

    static boolean ended(String text) {
        return ".!?…:;".indexOf(last(text)) >= 0;
    }

    static boolean asks(String text) {
        return last(text) == '?';
    }
}
