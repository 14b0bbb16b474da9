package org.chatnotes.rendering;

import java.util.Set;
import org.chatnotes.notes.Document;
import org.chatnotes.subscribers.Format;

/** Turns a note and a variant into a mail with open slots, its text part, and the page in the archive. */
public final class Rendering {
    /** The variant that a reader gets. {@code language} may be any tag; labels speak the nearest language we have. */
    public VariantKey variant(
            Document document,
            Set<String> programmes,
            Set<String> roles,
            String language,
            Format format,
            String design) {
        throw new UnsupportedOperationException();
    }

    /**
     * Renders a variant, once for all who share it.
     *
     * @throws org.chatnotes.problem.Problem naming block and field when a merge field is unknown or malformed
     */
    public Rendered render(RenderRequest request) {
        throw new UnsupportedOperationException();
    }

    /** What the slot {@code shown_for} says to a reader: the labels of her programmes. Empty without programmes. */
    public String shownFor(Set<String> programmes, Set<String> roles, String language) {
        throw new UnsupportedOperationException();
    }

    /** The note as a web page. */
    public NotePage page(PageRequest request) {
        throw new UnsupportedOperationException();
    }
}
