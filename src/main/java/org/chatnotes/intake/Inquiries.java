package org.chatnotes.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chatnotes.notes.Content;
import org.chatnotes.notes.ResourceRef;
import org.jspecify.annotations.Nullable;

/** Types sections that are one block whatever stands in them: what some readers take from the month, and offers. */
final class Inquiries {
    private static final int MAX_TITLE = 160;

    private final Draft draft;
    private final Headings headings;
    private final Listing listing;

    Inquiries(Draft draft, Headings headings, Listing listing) {
        this.draft = draft;
        this.headings = headings;
        this.listing = listing;
    }

    private static final class Body {
        private final StringBuilder html = new StringBuilder();
        private final StringBuilder words = new StringBuilder();
        private final List<ResourceRef> resources = new ArrayList<>();

        @Nullable
        String text() {
            return html.isEmpty() ? null : html.toString();
        }
    }

    void labelled(Flow flow, Paragraph at, Label label) {
        Body body = new Body();
        String title = label.rest();
        String name = label.name();
        boolean titled = title.length() <= MAX_TITLE
                && !title.matches("(?s).*[.!?] .*")
                && Addresses.in(title).isEmpty();
        Optional<Item> item = Item.plain(title)
                .or(() -> Item.of(title)
                        .filter(found -> found.named() && found.title().length() <= 80 && !Marks.ended(title)));
        Content.ProgrammeInquiry block;
        if (item.isPresent()) {
            body.resources.add(draft.ref(item.get(), null, at.line()));
            String note = item.get().note();
            body.html.append(note == null ? "" : draft.paragraph(note, at));
            collect(flow, body, false);
            block = inquiry(name, item.get().title(), body, title);
        } else if (titled) {
            collect(flow, body, at.apart() && !Marks.ended(title));
            block = inquiry(name, title, body, title);
        } else {
            int split = title.lastIndexOf(": ", MAX_TITLE);
            boolean parts = split > 0
                    && Marks.ended(title)
                    && !title.substring(0, split).matches("(?s).*[.!?] .*")
                    && Addresses.in(title).isEmpty();
            body.html.append(draft.paragraph(parts ? title.substring(split + 2) : title, at));
            collect(flow, body, false);
            block = parts ? inquiry(name, title.substring(0, split), body, title) : inquiry(null, name, body, title);
        }
        String id = draft.add(block);
        if (block.resources().isEmpty() && !block.codes().isEmpty()) {
            draft.lost(at.line(), null, "codes_without_link", Plain.shortened(title));
        } else if (block.resources().isEmpty() && block.html() == null) {
            draft.lost(at.line(), null, "link_lost", Plain.shortened(title));
        }
        draft.place(List.of(at), id);
    }

    void headed(Flow flow, Paragraph at, String name) {
        Body body = new Body();
        collect(flow, body, true);
        draft.place(List.of(at), draft.add(inquiry(null, name, body, name)));
    }

    void promo(Flow flow, Paragraph at, String name, @Nullable String rest) {
        Body body = new Body();
        Optional<Item> item = rest == null ? Optional.empty() : Item.of(rest);
        if (item.isPresent()) {
            body.resources.add(draft.ref(item.get(), null, at.line()));
            if (item.get().note() != null) {
                body.html.append(draft.paragraph(item.get().note(), at));
            }
        } else if (rest != null) {
            body.html.append(draft.paragraph(rest, at));
        }
        collect(flow, body, rest == null);
        String id = draft.add(new Content.Promo(name, body.text(), body.resources));
        draft.name(name, at.line(), id);
        if (body.resources.isEmpty() && Addresses.in(body.words.toString()).isEmpty()) {
            draft.lost(at.line(), null, "link_lost", name);
        }
    }

    private Content.ProgrammeInquiry inquiry(@Nullable String label, String title, Body body, String said) {
        List<String> codes = draft.codes(said + "\n" + body.words);
        return new Content.ProgrammeInquiry(label, title, body.text(), codes, body.resources);
    }

    /** @param whole all up to the next section; else only what plainly belongs: items and addresses */
    private void collect(Flow flow, Body body, boolean whole) {
        while (!flow.atEnd()) {
            Paragraph next = flow.next();
            boolean belongs = next.kind() == Paragraph.Kind.WORDS
                    && (next.marker() != null && !Pictures.in(next.text()) && listed(next)
                            || Item.bare(next.text())
                            || whole
                            || Item.plain(next.text()).isPresent() && next.indent() > 0);
            boolean title = titleAhead(flow);
            boolean ours = whole && next.marker() == null && sameReaders(next);
            if (!belongs && !title || !title && !ours && headings.opens(flow, 0)) {
                return;
            }
            draft.place(List.of(next), draft.nextId());
            if (next.marker() != null) {
                list(listing.items(flow), body);
            } else if (title) {
                Paragraph name = flow.take();
                link(flow.take(), name.text(), body);
            } else {
                flow.take();
                paragraph(next, body);
            }
        }
    }

    /** A label inside a section that names the section's own readers begins nothing new. */
    private boolean sameReaders(Paragraph next) {
        return headings.label(next)
                .filter(label -> !draft.audience().everyone()
                        && headings.kind(label.name()).isEmpty())
                .filter(label -> headings.readersOf(label.name()).equals(draft.audience()))
                .isPresent();
    }

    /** A numbered paragraph that is a heading ends the section. */
    private static boolean listed(Paragraph paragraph) {
        return paragraph.level() == 0;
    }

    private boolean titleAhead(Flow flow) {
        Paragraph next = flow.ahead(0);
        Paragraph after = flow.ahead(1);
        return next != null
                && after != null
                && next.marker() == null
                && next.level() == 0
                && next.kind() == Paragraph.Kind.WORDS
                && after.kind() == Paragraph.Kind.WORDS
                && !Marks.ended(next.text())
                && next.words() <= 16
                && Addresses.in(next.text()).isEmpty()
                && headings.label(next).isEmpty()
                && headings.kind(next.text()).isEmpty()
                && Item.bare(after.text());
    }

    private void paragraph(Paragraph next, Body body) {
        Optional<Item> item = Item.plain(next.text());
        if (item.isPresent() || Item.bare(next.text())) {
            Item found = item.or(() -> Item.of(next.text())).orElseThrow();
            body.resources.add(draft.ref(found, null, next.line()));
            body.html.append(found.note() == null ? "" : draft.paragraph(found.note(), next));
        } else {
            body.html.append(draft.paragraph(next));
        }
        body.words.append(next.text()).append('\n');
    }

    private void link(Paragraph address, String title, Body body) {
        Item.of(address.text())
                .ifPresent(item ->
                        body.resources.add(draft.ref(new Item(title, item.link(), null, true), null, address.line())));
        body.words.append(title).append('\n');
    }

    private void list(List<Paragraph> items, Body body) {
        boolean linked = items.stream()
                .allMatch(item -> Item.of(item.text()).filter(Item::named).isPresent());
        if (linked) {
            items.forEach(item -> paragraphOfItem(item, body));
        } else {
            body.html.append(listing.html(items));
        }
        items.forEach(item -> body.words.append(item.text()).append('\n'));
    }

    private void paragraphOfItem(Paragraph item, Body body) {
        Item found = Item.of(item.text()).orElseThrow();
        Marker marker = item.marker();
        if (marker != null && !Plain.split(marker.text()).isEmpty()) {
            draft.log().removed(item.line(), "list_marks", marker.text());
        }
        body.resources.add(draft.ref(found, null, item.line()));
        body.html.append(found.note() == null ? "" : draft.paragraph(found.note(), item));
    }
}
