package org.chatnotes.intake;

import java.util.List;
import org.chatnotes.notes.Content;

/** Reads what a letter has around its notes: words of whoever forwarded them, and the signature. */
final class Letters {
    private static final int MAX_SIGNATURE = 6;
    private static final int MAX_COVER = 120;

    private final Draft draft;
    private final Headings headings;

    Letters(Draft draft, Headings headings) {
        this.draft = draft;
        this.headings = headings;
    }

    /** What whoever forwarded the notes wrote above them. */
    static List<Paragraph> cover(Flow flow, int below) {
        int end = 0;
        int words = 0;
        for (Paragraph next = flow.ahead(0); next != null && next.lastLine() < below; next = flow.ahead(end)) {
            words += next.words();
            end++;
        }
        if (flow.ahead(end) == null || words > MAX_COVER) {
            return List.of();
        }
        for (int i = 0; i < end; i++) {
            flow.take();
        }
        return List.copyOf(flow.taken(0));
    }

    /** For the editors: nobody else should read it. */
    void keep(List<Paragraph> cover) {
        if (cover.isEmpty()) {
            return;
        }
        String text = String.join(
                "\n",
                cover.stream()
                        .filter(paragraph -> paragraph.kind() != Paragraph.Kind.RULE)
                        .map(paragraph -> (paragraph.marker() == null
                                        ? ""
                                        : paragraph.marker().text() + " ")
                                + paragraph.text())
                        .toList());
        if (!Plain.split(text).isEmpty()) {
            draft.log().ask(cover.get(0).line(), draft.nextId(), "cover", Plain.shortened(text));
            draft.place(cover, draft.add(new Content.InternalNote(text)));
        }
    }

    /** "Best wishes," and the lines below: who signs, of what, with which telephone. */
    boolean signed(Flow flow) {
        Paragraph closing = flow.next();
        if (!headings.closing(closing) || closing.level() > 0) {
            return false;
        }
        flow.take();
        draft.add(new Content.Prose(draft.paragraph(closing)));
        for (int i = 0; i < MAX_SIGNATURE && !flow.atEnd(); i++) {
            Paragraph next = flow.next();
            boolean signature = next.kind() == Paragraph.Kind.WORDS
                    && next.level() == 0
                    && next.marker() == null
                    && next.words() <= 10
                    && (i == 0 || !next.apart())
                    && headings.kind(next.text()).isEmpty()
                    && headings.label(next)
                            .flatMap(label -> headings.kind(label.name()))
                            .isEmpty();
            if (!signature) {
                break;
            }
            flow.take();
            draft.place(List.of(next), draft.add(new Content.Prose(draft.paragraph(next))));
        }
        return true;
    }
}
