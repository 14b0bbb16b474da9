package org.chatnotes.intake;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Drops numbers that number nothing: what a word processor's list leaves when its other items are gone. */
final class Numbering {
    private Numbering() {}

    static List<Paragraph> withoutOrphans(List<Paragraph> paragraphs, Log log) {
        List<Paragraph> kept = new ArrayList<>();
        for (int i = 0; i < paragraphs.size(); i++) {
            Paragraph paragraph = paragraphs.get(i);
            Marker marker = paragraph.marker();
            boolean orphan =
                    marker != null && paragraph.numbered() && !sibling(paragraphs, i, -1) && !sibling(paragraphs, i, 1);
            if (orphan && marker != null) {
                log.removed(paragraph.line(), "lone_number", marker.text());
            }
            kept.add(orphan ? paragraph.unmarked() : paragraph);
        }
        return kept;
    }

    /** Whether the next item in a direction, bullets of a lower level skipped, is numbered alike. */
    private static boolean sibling(List<Paragraph> paragraphs, int index, int step) {
        Marker own = paragraphs.get(index).marker();
        for (int i = index + step; i >= 0 && i < paragraphs.size(); i += step) {
            Paragraph other = paragraphs.get(i);
            if (!other.bulleted()) {
                return own != null && alike(own, other.marker());
            }
        }
        return false;
    }

    private static boolean alike(Marker one, @Nullable Marker other) {
        return other != null && one.style() == other.style() && Math.abs(one.number() - other.number()) <= 3;
    }
}
