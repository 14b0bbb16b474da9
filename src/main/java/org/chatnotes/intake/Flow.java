package org.chatnotes.intake;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The paragraphs of a text, read from the first to the last. */
final class Flow {
    private final List<Paragraph> paragraphs;
    private int position;

    Flow(List<Paragraph> paragraphs) {
        this.paragraphs = new ArrayList<>(paragraphs);
    }

    boolean atEnd() {
        return position >= paragraphs.size();
    }

    int position() {
        return position;
    }

    /** The next paragraph, which must exist. */
    Paragraph next() {
        return paragraphs.get(position);
    }

    /** A paragraph further on (0 is the next), or before (-1), or null. */
    @Nullable
    Paragraph ahead(int steps) {
        int index = position + steps;
        return index < 0 || index >= paragraphs.size() ? null : paragraphs.get(index);
    }

    Paragraph take() {
        return paragraphs.get(position++);
    }

    /** Puts a changed paragraph in the place of the next. */
    void change(Paragraph changed) {
        paragraphs.set(position, changed);
    }

    List<Paragraph> taken(int since) {
        return paragraphs.subList(since, position);
    }
}
