package org.chatnotes.library;

/**
 * A text with runs of white space as one space and every hyphen and dash as a plain one, that still knows where each of
 * its characters came from.
 */
final class PlainText {
    private static final String DASHES = "‐‑‒–—−";

    private final String text;
    private final int[] origins;

    private PlainText(String text, int[] origins) {
        this.text = text;
        this.origins = origins;
    }

    static PlainText of(String original) {
        StringBuilder plain = new StringBuilder(original.length());
        int[] origins = new int[original.length() + 1];
        for (int i = 0; i < original.length(); i++) {
            char c = original.charAt(i);
            boolean space = Character.isWhitespace(c) || Character.isSpaceChar(c);
            if (!space || plain.isEmpty() || plain.charAt(plain.length() - 1) != ' ') {
                origins[plain.length()] = i;
                plain.append(space ? ' ' : DASHES.indexOf(c) >= 0 ? '-' : c);
            }
        }
        origins[plain.length()] = original.length();
        return new PlainText(plain.toString(), origins);
    }

    String text() {
        return text;
    }

    /** Where a position of the plain text stands in the original. */
    int origin(int position) {
        return origins[position];
    }
}
