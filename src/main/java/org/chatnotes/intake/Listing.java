package org.chatnotes.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chatnotes.library.ResourceKind;
import org.chatnotes.notes.Content;
import org.jspecify.annotations.Nullable;

/** Types lists: of questions, of resources, or of anything. */
final class Listing {
    private final Draft draft;
    private final Headings headings;
    private final Questions questions;

    Listing(Draft draft, Headings headings, Questions questions) {
        this.draft = draft;
        this.headings = headings;
        this.questions = questions;
    }

    /** The items from here on: paragraphs with markers, and what continues one. */
    List<Paragraph> items(Flow flow) {
        List<Paragraph> items = new ArrayList<>();
        while (!flow.atEnd()
                && flow.next().marker() != null
                && (items.isEmpty() || !headings.numberedHeading(flow, 0))
                && flow.next().kind() == Paragraph.Kind.WORDS
                && !Pictures.in(flow.next().text())) {
            items.add(flow.take());
        }
        return items;
    }

    void type(Flow flow, Sections sections) {
        List<Paragraph> items = items(flow);
        boolean asked = items.size() > 1 && items.stream().allMatch(Questions::asks);
        if (asked) {
            draft.add(new Content.ProvocationList(
                    null, items.stream().map(questions::provocation).toList()));
            return;
        }
        boolean labelled = items.stream().anyMatch(item -> label(item).isPresent());
        boolean linked = items.stream().allMatch(item -> Item.plain(item.text()).isPresent());
        if (!labelled && !linked) {
            draft.add(new Content.Prose(html(items)));
            return;
        }
        List<Paragraph> plain = new ArrayList<>();
        for (Paragraph item : items) {
            Optional<Label> label = label(item);
            if (label.isEmpty() && !linked) {
                plain.add(item);
                continue;
            }
            flush(plain);
            noteNumbers(List.of(item));
            if (label.isPresent()) {
                sections.labelled(new Flow(List.of()), item.unmarked(), label.get());
            } else {
                resource(item, item.text(), null);
            }
        }
        flush(plain);
    }

    /** In a list, a label tells when it names readers, or something with an address. */
    private Optional<Label> label(Paragraph item) {
        return headings.label(item)
                .filter(label -> headings.kind(label.name())
                                .filter(kind -> kind != SectionKind.INTERNAL)
                                .isEmpty()
                        || !Addresses.in(label.rest()).isEmpty());
    }

    private void flush(List<Paragraph> plain) {
        if (!plain.isEmpty()) {
            draft.add(new Content.Prose(html(plain)));
            plain.clear();
        }
    }

    /** A list in HTML; its numbers are counted by the reader's program, so the log says that they were written. */
    String html(List<Paragraph> items) {
        noteNumbers(items);
        StringBuilder html = new StringBuilder();
        int base = items.get(0).indent();
        boolean inner = false;
        boolean ordered = false;
        boolean first = true;
        for (Paragraph item : items) {
            boolean nested = !first && item.indent() > base + 1;
            if (nested && !inner) {
                html.append("<ul>");
            } else if (!nested && inner) {
                html.append("</ul>");
            }
            if (!nested) {
                boolean numbers = item.numbered();
                if (first || numbers != ordered) {
                    html.append(first ? "" : ordered ? "</li></ol>" : "</li></ul>")
                            .append(open(item));
                    ordered = numbers;
                } else {
                    html.append("</li>");
                }
                html.append("<li>").append(draft.inline(item.text(), item));
            } else {
                html.append("<li>").append(draft.inline(item.text(), item)).append("</li>");
            }
            inner = nested;
            first = false;
        }
        return html.append(inner ? "</ul>" : "")
                .append(ordered ? "</li></ol>" : "</li></ul>")
                .toString();
    }

    private static String open(Paragraph item) {
        Marker marker = item.marker();
        if (marker == null || marker.style() == Marker.Style.BULLET) {
            return "<ul>";
        }
        return marker.number() > 1 ? "<ol start=\"" + marker.number() + "\">" : "<ol>";
    }

    private void noteNumbers(List<Paragraph> items) {
        List<String> written = new ArrayList<>();
        for (Paragraph item : items) {
            Marker marker = item.marker();
            if (marker != null && Plain.split(marker.text()).size() > 0) {
                written.add(marker.text());
            }
        }
        if (!written.isEmpty()) {
            draft.log().removed(items.get(0).line(), "list_marks", String.join(" ", written));
        }
    }

    /** One resource of the text of an item, or nothing when it has no single address. */
    boolean resource(Paragraph item, String text, @Nullable ResourceKind kind) {
        Optional<Item> found = Item.of(text);
        found.ifPresent(link -> {
            String id =
                    draft.add(new Content.Resource(draft.ref(link, kind, item.line()), link.note(), draft.codes(text)));
            draft.name(link.title(), item.line(), id);
        });
        return found.isPresent();
    }
}
