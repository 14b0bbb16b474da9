package org.chatnotes.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chatnotes.library.ResourceKind;
import org.chatnotes.notes.Content;
import org.jspecify.annotations.Nullable;

/** Types a section of dates to keep. */
final class DateSection {
    private final Draft draft;
    private final Headings headings;
    private final Lexicon lexicon;
    private final Listing listing;
    private final EventReader events;

    DateSection(Draft draft, Headings headings, Lexicon lexicon, Listing listing, EventReader events) {
        this.draft = draft;
        this.headings = headings;
        this.lexicon = lexicon;
        this.listing = listing;
        this.events = events;
    }

    void type(Flow flow, Paragraph at, String name, @Nullable String rest) {
        List<Paragraph> body = new ArrayList<>();
        if (rest != null) {
            dated(at, name, rest);
            return;
        }
        while (!headings.opens(flow, 0) || dateAhead(flow)) {
            body.add(flow.take());
        }
        long dated = body.stream().filter(item -> events.dated(item.text())).count();
        boolean single = dated == 1 && body.stream().noneMatch(item -> events.titled(item.text()));
        if (!single) {
            draft.add(new Content.Heading(2, name, null));
        }
        for (Paragraph item : body) {
            if (events.dated(item.text())) {
                String id = draft.add(events.read(item, item.text(), single ? name : ""));
                draft.place(List.of(item), id);
            } else if (draft.last() instanceof Content.Event event
                    && (!item.apart()
                            || item.marker() != null
                            || Item.of(item.text()).isPresent())) {
                continued(event, item);
            } else {
                draft.add(
                        item.marker() == null
                                ? new Content.Prose(draft.paragraph(item))
                                : new Content.Prose(listing.html(List.of(item))));
            }
        }
    }

    /** A label that is not the title itself is a heading when it is a known one, else part of the sentence. */
    private void dated(Paragraph at, String name, String rest) {
        boolean titled = events.titled(rest);
        if (titled && lexicon.generic(name)) {
            draft.add(new Content.Heading(2, name, null));
        }
        Content.Event event = events.read(at, rest, name);
        boolean said = event.title().equals(name) || lexicon.generic(name);
        draft.add(
                said
                        ? event
                        : new Content.Event(
                                event.title(),
                                event.start(),
                                event.zone(),
                                event.minutes(),
                                event.url(),
                                draft.paragraph(at)));
    }

    /** A line with a day belongs to the dates, even if it looks like a heading or names some readers. */
    private boolean dateAhead(Flow flow) {
        Paragraph next = flow.ahead(0);
        return next != null
                && next.kind() == Paragraph.Kind.WORDS
                && next.level() == 0
                && next.words() <= 40
                && events.dated(next.text())
                && !Pictures.in(next.text());
    }

    /** What follows a date without one of its own tells more about it. */
    private void continued(Content.Event event, Paragraph item) {
        Optional<Item> link = event.url() == null ? Item.of(item.text()) : Optional.empty();
        link.ifPresent(found -> draft.ref(
                new Item(found.named() ? found.title() : event.title(), found.link(), null, true),
                ResourceKind.EVENT,
                item.line()));
        String more = link.isPresent()
                ? link.get().named() ? draft.paragraph(link.get().title(), item) : ""
                : item.marker() == null ? draft.paragraph(item) : listing.html(List.of(item));
        String note =
                link.map(Item::note).map(text -> draft.paragraph(text, item)).orElse("");
        draft.replaceLast(new Content.Event(
                event.title(),
                event.start(),
                event.zone(),
                event.minutes(),
                link.map(found -> found.link().target()).orElse(event.url()),
                (event.html() == null ? "" : event.html()) + more + note));
    }
}
