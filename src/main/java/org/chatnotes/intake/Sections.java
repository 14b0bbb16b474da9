package org.chatnotes.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chatnotes.library.ResourceKind;
import org.chatnotes.notes.Audience;
import org.chatnotes.notes.Content;
import org.chatnotes.notes.ResourceRef;
import org.jspecify.annotations.Nullable;

/** Types what stands under a heading or behind a label, by what the heading promises. */
final class Sections {
    private final Draft draft;
    private final Headings headings;
    private final Readers readers;
    private final Lexicon lexicon;
    private final Questions questions;
    private final Listing listing;
    private final Inquiries inquiries;
    private final DateSection dates;

    Sections(
            Draft draft,
            Headings headings,
            Readers readers,
            Lexicon lexicon,
            Questions questions,
            Listing listing,
            EventReader events) {
        this.draft = draft;
        this.headings = headings;
        this.readers = readers;
        this.lexicon = lexicon;
        this.questions = questions;
        this.listing = listing;
        this.inquiries = new Inquiries(draft, headings, listing);
        this.dates = new DateSection(draft, headings, lexicon, listing, events);
    }

    /** A paragraph "label: rest", already taken. */
    void labelled(Flow flow, Paragraph paragraph, Label label) {
        Optional<SectionKind> kind = headings.kind(label.name());
        if (lexicon.is("whole", Plain.words(label.name()))) {
            draft.add(new Content.Prose(draft.paragraph(paragraph)));
            return;
        }
        boolean inquiry = headings.inquiry(label.name()) || kind.isEmpty();
        address(label.name());
        if (inquiry) {
            inquiries.labelled(flow, paragraph, label);
        } else {
            typed(flow, paragraph, label.name(), label.rest(), kind.orElse(SectionKind.PLAIN));
        }
        draft.address(Audience.EVERYONE);
    }

    /** A heading, already taken. */
    void headed(Flow flow, Paragraph paragraph) {
        String name = paragraph.text().replaceFirst(":$", "").strip();
        address(name);
        if (headings.inquiry(name)) {
            inquiries.headed(flow, paragraph, name);
        } else {
            SectionKind kind = headings.kind(name).orElse(SectionKind.PLAIN);
            typed(flow, paragraph, name, null, kind);
        }
        draft.address(Audience.EVERYONE);
    }

    private void address(String heading) {
        if (readers.addressed(heading) || readers.onlyAddresses(heading)) {
            draft.address(readers.match(heading).audience());
        }
    }

    private void typed(Flow flow, Paragraph at, String name, @Nullable String rest, SectionKind kind) {
        switch (kind) {
            case PROVOCATION -> questions.one(flow, name, rest);
            case PROVOCATION_LIST -> questions.many(flow, name, rest);
            case EVENT -> dates.type(flow, at, name, rest);
            case RESOURCE -> resources(flow, at, name, rest, null);
            case PODCAST -> resources(flow, at, name, rest, ResourceKind.PODCAST);
            case VIDEO -> resources(flow, at, name, rest, ResourceKind.VIDEO);
            case QUOTE -> quote(flow, at, name, rest);
            case METHOD -> method(flow, at, name, rest);
            case PROMO -> inquiries.promo(flow, at, name, rest);
            case INQUIRY_FOCUS -> focus(flow, at, name, rest);
            case STANDARDS -> standards(flow, at, name, rest);
            case WELCOME -> welcome(flow, name, rest, at);
            case INTERNAL -> internal(flow, at, name, rest);
            case PLAIN -> plain(at, name, rest);
        }
    }

    private void plain(Paragraph at, String name, @Nullable String rest) {
        draft.add(new Content.Heading(at.level() > 2 ? 3 : 2, name, null));
        if (rest != null) {
            draft.add(new Content.Prose(draft.paragraph(rest, at)));
        }
    }

    private void welcome(Flow flow, String name, @Nullable String rest, Paragraph at) {
        plain(at, name, null);
        if (rest != null) {
            draft.add(new Content.Intro(draft.paragraph(rest, at)));
        }
        for (int i = 0; i < 3 && !headings.opens(flow, 0) && flow.next().marker() == null; i++) {
            Paragraph next = flow.take();
            String id = draft.add(new Content.Intro(draft.paragraph(next)));
            draft.place(List.of(next), id);
        }
    }

    private void internal(Flow flow, Paragraph at, String name, @Nullable String rest) {
        StringBuilder text = new StringBuilder(rest == null ? name : name + ": " + rest);
        boolean open = rest == null;
        while (open && !headings.opens(flow, 0)) {
            Paragraph next = flow.take();
            text.append('\n')
                    .append(next.marker() == null ? "" : next.marker().text() + " ")
                    .append(next.text());
            open = flow.ahead(0) != null && !flow.next().apart();
        }
        draft.log().ask(at.line(), draft.nextId(), "internal", Plain.shortened(text.toString()));
        draft.add(new Content.InternalNote(text.toString()));
    }

    private void resources(Flow flow, Paragraph at, String name, @Nullable String rest, @Nullable ResourceKind kind) {
        if (rest != null) {
            resource(flow, at, name, rest, kind);
            return;
        }
        draft.add(new Content.Heading(2, name, null));
        while (!headings.opens(flow, 0) || titleAhead(flow)) {
            Paragraph next = flow.take();
            Optional<Label> audience = Label.of(next.text()).filter(label -> readers.onlyAddresses(label.name()));
            if (audience.isPresent()) {
                Audience before = draft.audience();
                draft.address(readers.match(audience.get().name()).audience());
                item(flow, next, kind);
                draft.address(before);
            } else {
                item(flow, next, kind);
            }
        }
    }

    /** A line that looks like a heading is a title when an address follows. */
    private static boolean titleAhead(Flow flow) {
        Paragraph next = flow.ahead(0);
        Paragraph after = flow.ahead(1);
        return next != null
                && after != null
                && next.level() == 0
                && next.kind() == Paragraph.Kind.WORDS
                && !Marks.ended(next.text())
                && next.words() <= 16
                && Item.bare(after.text());
    }

    private void item(Flow flow, Paragraph next, @Nullable ResourceKind kind) {
        draft.place(List.of(next), draft.nextId());
        Paragraph after = flow.ahead(0);
        boolean title = Addresses.in(next.text()).isEmpty()
                && next.words() <= 16
                && after != null
                && after.marker() == null
                && Item.bare(after.text());
        String text = title ? next.text() + ": " + flow.take().text() : next.text();
        if (listing.resource(next, text, kind)) {
            return;
        }
        if (next.marker() != null && next.words() <= 16 && Addresses.in(text).isEmpty() && kind != null) {
            lostLink(next, text, null);
        } else {
            List<Paragraph> items = new ArrayList<>(List.of(next));
            while (next.marker() != null
                    && !flow.atEnd()
                    && flow.next().marker() != null
                    && Item.of(flow.next().text()).isEmpty()
                    && !headings.opens(flow, 0)) {
                items.add(flow.take());
            }
            draft.add(new Content.Prose(next.marker() == null ? draft.paragraph(next) : listing.html(items)));
        }
    }

    private void resource(Flow flow, Paragraph at, String name, String rest, @Nullable ResourceKind kind) {
        Paragraph after = flow.ahead(0);
        boolean split =
                Addresses.in(rest).isEmpty() && after != null && after.marker() == null && Item.bare(after.text());
        String text = split ? rest + ": " + flow.take().text() : rest;
        Optional<Item> item = Item.of(text);
        if (item.isPresent()) {
            Item found = item.get();
            String note = found.note() == null ? name : name + ": " + found.note();
            String id = draft.add(new Content.Resource(draft.ref(found, kind, at.line()), note, draft.codes(text)));
            draft.name(found.title(), at.line(), id);
        } else if (kind == null) {
            draft.add(new Content.Prose(draft.paragraph(name + ": " + text, at)));
        } else if (Addresses.in(text).isEmpty() && Plain.split(text).size() <= 22) {
            lostLink(at, text, name);
        } else {
            draft.add(new Content.Heading(2, name, null));
            draft.add(new Content.Prose(draft.paragraph(text, at)));
        }
    }

    private void lostLink(Paragraph at, String title, @Nullable String note) {
        draft.lost(at.line(), null, "link_lost", title);
        String id = draft.add(new Content.Resource(new ResourceRef(null, title), note, draft.codes(title)));
        draft.name(title, at.line(), id);
    }

    private void quote(Flow flow, Paragraph at, String name, @Nullable String rest) {
        draft.add(new Content.Heading(2, name, null));
        if (rest != null) {
            new WholeQuotations(draft, lexicon).type(flow, at, rest, true);
        } else if (!headings.opens(flow, 0)
                || flow.ahead(0) != null && Quotations.begins(flow.next().text())) {
            Paragraph next = flow.take();
            draft.place(List.of(next), draft.nextId());
            new WholeQuotations(draft, lexicon).type(flow, next, next.text(), true);
        }
    }

    private void method(Flow flow, Paragraph at, String name, @Nullable String rest) {
        Paragraph next = flow.ahead(0);
        boolean follows = rest == null && next != null && Item.bare(next.text());
        String text = follows ? name + ": " + flow.take().text() : rest == null ? name : rest;
        Optional<Item> item = Item.of(text);
        boolean generic = lexicon.generic(name);
        ResourceRef ref = item.map(found -> draft.ref(
                        new Item(follows ? name : found.title(), found.link(), found.note(), true),
                        ResourceKind.METHOD,
                        at.line()))
                .orElse(null);
        String html = null;
        if (rest != null && item.isEmpty()) {
            html = draft.paragraph(rest, at);
        } else if (item.isPresent() && item.get().note() != null) {
            html = draft.paragraph(item.get().note(), at);
        } else if (generic && rest == null && !follows && !headings.opens(flow, 0)) {
            html = draft.paragraph(flow.take());
        }
        String id = draft.add(new Content.Method(name, html, ref));
        draft.name(name, at.line(), id);
        if (ref == null) {
            draft.lost(at.line(), null, "link_lost", name);
        }
    }

    private void focus(Flow flow, Paragraph at, String name, @Nullable String rest) {
        Paragraph source = at;
        String text = rest;
        if (text == null && !headings.opens(flow, 0) && flow.next().words() <= 25) {
            source = flow.take();
            text = source.text();
        }
        if (text == null || Plain.split(text).size() > 25 || !Addresses.in(text).isEmpty()) {
            plain(at, name, text);
            return;
        }
        draft.log().removed(source.line(), "focus_read", name + ": " + text);
        String id = draft.add(new Content.InquiryFocus(FocusRule.steps(text)));
        draft.place(List.of(source), id);
    }

    private void standards(Flow flow, Paragraph at, String name, @Nullable String rest) {
        String text = rest;
        if (text == null
                && !headings.opens(flow, 0)
                && !draft.codes(flow.next().text()).isEmpty()) {
            text = flow.take().text();
        }
        String note = text == null ? name : name + ": " + text;
        if (text == null || draft.codes(note).isEmpty() && !lexicon.has("standardsFocus", name)) {
            plain(at, name, text);
        } else {
            draft.add(new Content.PspFocus(draft.codes(note), note));
        }
    }
}
