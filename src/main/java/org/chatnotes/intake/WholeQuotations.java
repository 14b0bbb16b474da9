package org.chatnotes.intake;

import java.util.List;
import org.chatnotes.notes.Content;
import org.jspecify.annotations.Nullable;

/** Types paragraphs that are a quotation from beginning to end, with or without their source. */
final class WholeQuotations {
    private static final int QUOTATION = 8;
    private static final int LONGEST_SOURCE = 100;

    private final Draft draft;

    private final Lexicon lexicon;

    WholeQuotations(Draft draft, Lexicon lexicon) {
        this.draft = draft;
        this.lexicon = lexicon;
    }

    boolean type(Flow flow) {
        Paragraph paragraph = flow.next();
        if (paragraph.marker() != null || !Quotations.begins(paragraph.text())) {
            return false;
        }
        List<Quotations.Span> spans = Quotations.in(paragraph.text());
        if (spans.isEmpty() || spans.get(0).start() != 0 || spans.get(0).words() < QUOTATION) {
            return false;
        }
        String after = paragraph.text().substring(spans.get(0).end());
        if (!after.replaceAll("[.,;\\s]", "").isEmpty()
                && Quotations.sourceAtEnd(after).isEmpty()) {
            return false;
        }
        flow.take();
        type(flow, paragraph, paragraph.text(), false);
        return true;
    }

    /** @param certain whether a heading says that this is a quotation */
    void type(Flow flow, Paragraph at, String text, boolean certain) {
        List<Quotations.Span> spans = Quotations.in(text);
        boolean marked = !spans.isEmpty() && spans.get(0).start() == 0;
        String said = marked ? spans.get(0).text() : text;
        String after = marked ? text.substring(spans.get(0).end()) : "";
        String source = Quotations.sourceAtEnd(after).orElse(null);
        if (source != null) {
            draft.log().fixed(at.lastLine(), "source_split", source);
        } else if (!marked && certain) {
            int dash = Math.max(text.lastIndexOf(" – "), Math.max(text.lastIndexOf(" — "), text.lastIndexOf(" - ")));
            if (dash > 0 && text.length() - dash < LONGEST_SOURCE) {
                source = text.substring(dash + 3).strip();
                said = text.substring(0, dash).strip();
            }
        } else if (!after.replaceAll("[.,;\\s]", "").isEmpty()) {
            said = text;
        }
        source = source == null ? sourceBelow(flow) : source;
        List<String> codes = draft.codes(text);
        boolean question = Marks.asks(said) && source == null && !certain;
        boolean answers = draft.last() instanceof Content.Heading heading && Marks.asks(heading.text());
        String id = draft.add(
                question
                        ? new Content.Provocation(null, said, codes)
                        : answers
                                ? new Content.DefinitionQuote(said, source, null, codes, RunningText.cut(said))
                                : new Content.Quote(said, source, null, codes, RunningText.cut(said)));
        if (source != null && !question && lexicon.has("sources", source)) {
            draft.lost(at.lastLine(), id, "source_link", source);
        }
    }

    /** "— Somebody" on a line of its own. */
    private @Nullable String sourceBelow(Flow flow) {
        Paragraph next = flow.ahead(0);
        if (next == null || next.kind() != Paragraph.Kind.WORDS || next.text().length() > LONGEST_SOURCE) {
            return null;
        }
        Marker marker = next.marker();
        boolean dashed = marker != null && "-–—".contains(marker.text())
                || next.marker() == null && next.text().matches("[-–—―~].*");
        Paragraph after = flow.ahead(1);
        boolean listed = marker != null && after != null && after.marker() != null && !after.apart();
        if (!dashed
                || listed
                || Marks.asks(next.text())
                || !Addresses.in(next.text()).isEmpty()) {
            return null;
        }
        flow.take();
        draft.place(List.of(next), draft.nextId());
        return next.text().replaceFirst("^[-–—―~]+\\s*", "");
    }
}
