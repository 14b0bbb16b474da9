package org.chatnotes.rendering;

/** Keeps the headings of a mail or page in order: one h1, and no level left out on the way down. */
final class Outline {
    private int last = 1;

    /** The level to use for a heading that would like to be {@code wanted} (2 or more). */
    int level(int wanted) {
        last = Math.max(2, Math.min(wanted, last + 1));
        return last;
    }
}
