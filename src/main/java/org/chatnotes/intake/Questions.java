package org.chatnotes.intake;

import java.util.ArrayList;
import java.util.List;
import org.chatnotes.notes.Content;
import org.jspecify.annotations.Nullable;

/** Reads questions to think about. */
final class Questions {
    private final Draft draft;
    private final Headings headings;

    Questions(Draft draft, Headings headings) {
        this.draft = draft;
        this.headings = headings;
    }

    /** Whether a paragraph asks, perhaps with codes after the question mark. */
    static boolean asks(Paragraph paragraph) {
        String text = paragraph.text();
        int mark = text.lastIndexOf('?');
        return mark >= 0
                && (Marks.asks(text) || text.length() - mark < 90 && paragraph.marker() != null && !Marks.ended(text));
    }

    Content.Provocation provocation(Paragraph paragraph) {
        Marker marker = paragraph.marker();
        String label = marker == null || marker.style() == Marker.Style.BULLET ? null : marker.label();
        if (label != null && label.matches(".*[0-9] ?[-–] ?[0-9].*") && marker != null) {
            draft.log().info(paragraph.line(), "label_range", marker.text());
        }
        return new Content.Provocation(label, unquoted(paragraph.text()), draft.codes(paragraph.text()));
    }

    /** The month's one question, below its heading; several become a list. */
    void one(Flow flow, String heading, @Nullable String rest) {
        if (rest != null) {
            draft.add(new Content.Heading(2, heading, null));
            draft.add(new Content.Provocation(null, unquoted(rest), draft.codes(rest)));
            return;
        }
        List<Content.Provocation> asked = items(flow, true);
        if (asked.size() == 1 && asked.get(0).label() == null) {
            draft.add(new Content.Heading(2, heading, null));
            draft.add(asked.get(0));
        } else if (!asked.isEmpty()) {
            draft.add(new Content.ProvocationList(heading, asked));
        } else {
            draft.add(new Content.Heading(2, heading, null));
        }
    }

    void many(Flow flow, String heading, @Nullable String rest) {
        List<Content.Provocation> asked = new ArrayList<>();
        if (rest != null && Marks.asks(rest)) {
            asked.add(new Content.Provocation(null, unquoted(rest), draft.codes(rest)));
        } else if (rest != null) {
            draft.add(new Content.Heading(2, heading, null));
            draft.add(new Content.Prose(draft.paragraph(rest, paragraphBefore(flow))));
        }
        leadIn(flow);
        asked.addAll(items(flow, false));
        if (!asked.isEmpty()) {
            draft.add(new Content.ProvocationList(rest == null || Marks.asks(rest) ? heading : null, asked));
        } else if (rest == null) {
            draft.add(new Content.Heading(2, heading, null));
        }
    }

    private static Paragraph paragraphBefore(Flow flow) {
        Paragraph before = flow.ahead(-1);
        if (before == null) {
            throw new IllegalStateException("A label without its paragraph");
        }
        return before;
    }

    /** A sentence between the heading and its questions. */
    private void leadIn(Flow flow) {
        Paragraph next = flow.ahead(0);
        Paragraph after = flow.ahead(1);
        if (next != null
                && after != null
                && !headings.opens(flow, 0)
                && next.marker() == null
                && !asks(next)
                && (after.marker() != null || asks(after))) {
            flow.take();
            String id = draft.add(new Content.Prose(draft.paragraph(next)));
            draft.place(List.of(next), id);
        }
    }

    /** @param loose whether the first may be a statement, if it is short */
    private List<Content.Provocation> items(Flow flow, boolean loose) {
        List<Content.Provocation> asked = new ArrayList<>();
        boolean first = true;
        while (!flow.atEnd()) {
            Paragraph next = flow.next();
            boolean fits = next.kind() == Paragraph.Kind.WORDS
                    && !headings.numberedHeading(flow, 0)
                    && !headings.internal(next)
                    && (next.marker() != null && !Pictures.in(next.text())
                            || asks(next) && !headings.heading(flow, 0)
                            || loose && first && next.words() <= 60 && !headings.opens(flow, 0));
            if (!fits || loose && !first && next.marker() == null && !asks(next)) {
                break;
            }
            flow.take();
            first = false;
            if (!asked.isEmpty() && next.indent() > 1 && deeper(flow, next) && !asks(next)) {
                Content.Provocation before = asked.remove(asked.size() - 1);
                asked.add(new Content.Provocation(
                        before.label(), before.text() + "\n" + next.text(), merged(before, next)));
            } else {
                asked.add(provocation(next));
            }
        }
        return asked;
    }

    private static boolean deeper(Flow flow, Paragraph next) {
        Paragraph before = flow.ahead(-2);
        return before != null && next.indent() > before.indent() + 1;
    }

    private List<String> merged(Content.Provocation before, Paragraph next) {
        List<String> codes = new ArrayList<>(before.codes());
        draft.codes(next.text()).stream().filter(code -> !codes.contains(code)).forEach(codes::add);
        return codes;
    }

    /** Without quotation marks around the whole. */
    static String unquoted(String text) {
        List<Quotations.Span> spans = Quotations.in(text);
        boolean whole =
                spans.size() == 1 && spans.get(0).start() == 0 && spans.get(0).end() == text.length();
        return whole ? spans.get(0).text() : text;
    }
}
