package org.chatnotes.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reader of some format found between two breaks: words on one line, and the marks they bore.
 *
 * @param starts where each source line begins in the text
 * @param marker the bullet or number before it, or null
 * @param indent columns before it
 * @param apart whether an empty line or a rule stands before it
 * @param gap whether a lone space before it hints at a lost link or picture
 * @param level as a heading, when it is marked as one: 1 to 6; 0 when it is not
 * @param kind words, a drawn rule, or debris such as a table
 */
record Paragraph(
        List<Start> starts,
        String text,
        @Nullable Marker marker,
        int indent,
        boolean apart,
        boolean gap,
        int level,
        Kind kind) {
    enum Kind {
        WORDS,
        RULE,
        DEBRIS
    }

    /** A source line and where it begins in the paragraph's text. */
    record Start(int offset, int line) {}

    int line() {
        return starts.get(0).line();
    }

    int lastLine() {
        return starts.get(starts.size() - 1).line();
    }

    /** The source line of a place in the text. */
    int lineAt(int offset) {
        int line = line();
        for (Start start : starts) {
            line = start.offset() <= offset ? start.line() : line;
        }
        return line;
    }

    Paragraph with(String changed) {
        return new Paragraph(starts, changed, marker, indent, apart, gap, level, kind);
    }

    Paragraph unmarked() {
        return new Paragraph(starts, text, null, indent, apart, gap, level, kind);
    }

    boolean numbered() {
        return marker != null && marker.style() != Marker.Style.BULLET;
    }

    boolean bulleted() {
        return marker != null && marker.style() == Marker.Style.BULLET;
    }

    int words() {
        return Plain.split(text).size();
    }

    /** Whether it ends as a sentence does. */
    boolean ended() {
        return Marks.ended(text);
    }

    boolean asks() {
        return Marks.asks(text);
    }
}
