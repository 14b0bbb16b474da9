package org.chatnotes.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chatnotes.notes.Block;
import org.chatnotes.notes.Channel;
import org.chatnotes.notes.Content;
import org.chatnotes.notes.Document;
import org.jspecify.annotations.Nullable;

/** Makes the blocks of a note out of paragraphs: each paragraph goes to the first rule that knows it. */
final class Typer {
    private static final Pattern STAR_NOTE = Pattern.compile("(\\*+)(?=[\\p{L}\"“])([^*]+)");
    /** No rule looks at a paragraph that is longer: no person wrote it. */
    private static final int LONGEST = 20_000;

    private static final int MAX_HINT = 40;

    private final Lexicon lexicon;
    private final Draft draft;
    private final Readers readers;
    private final Headings headings;
    private final EventReader events;
    private final Dates dates;
    private final Listing listing;
    private final Sections sections;
    private final RunningText running;
    private final WholeQuotations quotations;
    private final FocusRule focus;
    private final Letters letters;
    private final Tables tables;
    private final DateLines dateLines;

    Typer(Lexicon lexicon, Draft draft, Readers readers) {
        this.lexicon = lexicon;
        this.draft = draft;
        this.readers = readers;
        this.headings = new Headings(lexicon, readers);
        this.dates = new Dates(lexicon);
        this.events = new EventReader(lexicon, dates, draft);
        Questions questions = new Questions(draft, headings);
        this.listing = new Listing(draft, headings, questions);
        this.running = new RunningText(lexicon, draft);
        this.sections = new Sections(draft, headings, readers, lexicon, questions, listing, events);
        this.quotations = new WholeQuotations(draft, lexicon);
        this.focus = new FocusRule(lexicon, draft);
        this.letters = new Letters(draft, headings);
        this.tables = new Tables(draft, headings, events);
        this.dateLines = new DateLines(lexicon, draft, headings, events);
    }

    /**
     * @param below the line below which a forwarded text begins, or 0
     * @param subject of the mail that it was, or null
     */
    Document type(List<Paragraph> paragraphs, String language, int below, @Nullable String subject, String fileName) {
        Flow flow = new Flow(Numbering.withoutOrphans(paragraphs, draft.log()));
        List<Paragraph> cover = Letters.cover(flow, below);
        Doubts doubts = new Doubts(lexicon, draft, paragraphs);
        Opening opening = new Opening(lexicon, headings, dates, draft);
        if (!flow.atEnd()) {
            Pictures.dropAutomatic(flow, draft);
        }
        opening.type(flow, subject, fileName);
        events.base(opening.day());
        readers.general(opening.title());
        letters.keep(cover);
        flow.taken(0).forEach(paragraph -> doubts.look(paragraph, "b01", false));
        while (!flow.atEnd()) {
            int start = flow.position();
            int before = draft.blocks().size();
            next(flow);
            String block = draft.blocks()
                    .get(Math.min(before, draft.blocks().size() - 1))
                    .id();
            List<Paragraph> taken = flow.taken(start);
            boolean sentences = draft.last() instanceof Content.Prose || draft.last() instanceof Content.Promo;
            for (Paragraph paragraph : taken) {
                String known = draft.blockOfLine(paragraph.line());
                if (known == null) {
                    draft.place(List.of(paragraph), block);
                }
                doubts.look(paragraph, known == null ? block : known, sentences);
            }
        }
        askAboutTwins();
        askAboutLinks();
        return document(opening.title(), language, opening.day(), paragraphs);
    }

    private void next(Flow flow) {
        Pictures.dropAutomatic(flow, draft);
        if (flow.next().text().isBlank()) {
            flow.take();
            return;
        }
        Paragraph paragraph = flow.next();
        if (paragraph.kind() != Paragraph.Kind.WORDS) {
            tables.type(flow);
        } else if (draft.full() || paragraph.text().length() > LONGEST) {
            flow.take();
            draft.add(new Content.Prose(draft.paragraph(
                    (paragraph.marker() == null ? "" : paragraph.marker().text() + " ") + paragraph.text(),
                    paragraph)));
        } else if (!Pictures.type(flow, draft)
                && !starred(flow)
                && !hint(flow)
                && !letters.signed(flow)
                && !dateLines.ahead(flow)
                && !(FocusRule.path(paragraph.text())
                        && headings.label(paragraph).isEmpty()
                        && focus.type(flow))
                && !section(flow)) {
            words(flow, paragraph);
        }
    }

    private void words(Flow flow, Paragraph paragraph) {
        if (focus.type(flow)) {
            return;
        }
        if (paragraph.marker() != null) {
            listing.type(flow, sections);
        } else if (!quotations.type(flow) && !resource(flow) && !dateLines.named(flow)) {
            flow.take();
            if (question(paragraph)) {
                draft.add(new Content.Provocation(
                        null, Questions.unquoted(paragraph.text()), draft.codes(paragraph.text())));
            } else {
                running.type(paragraph);
            }
        }
    }

    /** "*Remember the name badges": a star that no second one closes marks a note to whoever leads the chat. */
    private boolean starred(Flow flow) {
        Paragraph paragraph = flow.next();
        Matcher matcher = STAR_NOTE.matcher(paragraph.text());
        if (paragraph.marker() != null || !matcher.matches()) {
            return false;
        }
        flow.take();
        draft.log().ask(paragraph.line(), draft.nextId(), "internal", Plain.shortened(paragraph.text()));
        draft.add(new Content.InternalNote(matcher.group(2).strip()));
        return true;
    }

    /** "Click on the links …": true in HTML only. */
    private boolean hint(Flow flow) {
        Paragraph paragraph = flow.next();
        boolean hint = paragraph.marker() == null
                && paragraph.words() <= MAX_HINT
                && (lexicon.begins("hints", paragraph.text())
                        || lexicon.has("hints", paragraph.text())
                                && !paragraph.text().matches("(?s).*[.!?] .*"))
                && Addresses.in(paragraph.text()).isEmpty();
        if (hint) {
            flow.take();
            String text = paragraph.text().replaceFirst("^\\((.*)\\)$", "$1");
            draft.add(new Content.Hint(draft.paragraph(text, paragraph)), Channel.HTML);
        }
        return hint;
    }

    private boolean section(Flow flow) {
        Paragraph paragraph = flow.next();
        Optional<Label> label = headings.label(paragraph);
        boolean open = paragraph.marker() == null || paragraph.numbered() && followedByWords(flow);
        if (label.isPresent() && open) {
            flow.take();
            sections.labelled(flow, paragraph, label.get());
            return true;
        }
        if (headings.heading(flow, 0)) {
            flow.take();
            numberOf(paragraph);
            sections.headed(flow, paragraph);
            return true;
        }
        return ledHeading(flow, paragraph);
    }

    private static boolean followedByWords(Flow flow) {
        Paragraph after = flow.ahead(1);
        return after != null && !after.numbered();
    }

    private void numberOf(Paragraph heading) {
        if (heading.marker() != null) {
            draft.log()
                    .removed(heading.line(), "heading_number", heading.marker().text(), heading.text());
        }
    }

    /** "… after thinking about this statement:" above a heading leads to it. */
    private boolean ledHeading(Flow flow, Paragraph paragraph) {
        Paragraph heading = flow.ahead(1);
        boolean leads = paragraph.text().endsWith(":")
                && paragraph.marker() == null
                && heading != null
                && heading.marker() == null
                && heading.level() < 3
                && headings.kind(heading.text()).isEmpty()
                && !headings.inquiry(heading.text())
                && headings.label(heading).isEmpty()
                && headings.heading(flow, 1);
        if (leads) {
            flow.take();
            Paragraph taken = flow.take();
            draft.add(new Content.Heading(2, taken.text(), paragraph.text()));
            if (Marks.asks(taken.text())) {
                draft.log().fixed(taken.line(), "heading_not_question", taken.text());
            }
        }
        return leads;
    }

    /** A title with its address, on one line or two. */
    private boolean resource(Flow flow) {
        Paragraph paragraph = flow.next();
        Paragraph after = flow.ahead(1);
        if (Item.plain(paragraph.text()).isPresent() || Item.bare(paragraph.text())) {
            flow.take();
            return listing.resource(paragraph, paragraph.text(), null);
        }
        boolean title = after != null
                && after.marker() == null
                && Item.bare(after.text())
                && !Marks.ended(paragraph.text())
                && paragraph.words() <= 16
                && Addresses.in(paragraph.text()).isEmpty();
        if (title && after != null) {
            flow.take();
            flow.take();
            return listing.resource(paragraph, paragraph.text() + ": " + after.text(), null);
        }
        return false;
    }

    /** A question that stands alone. */
    private boolean question(Paragraph paragraph) {
        return paragraph.asks()
                && (paragraph.apart() || draft.last() instanceof Content.Heading)
                && paragraph.words() >= 5
                && paragraph.words() <= 40
                && !paragraph.text().matches("(?s).*[.!?] .*");
    }

    private void askAboutTwins() {
        List<Draft.Named> named = draft.named();
        for (int i = 0; i < named.size() && i < 100; i++) {
            for (int k = i + 1; k < named.size() && k < 100; k++) {
                if (alike(named.get(i).title(), named.get(k).title())) {
                    draft.log()
                            .ask(
                                    named.get(i).line(),
                                    named.get(i).block(),
                                    "twins",
                                    named.get(i).title(),
                                    named.get(k).line(),
                                    named.get(k).title());
                    break;
                }
            }
        }
    }

    private boolean alike(String one, String other) {
        List<String> words = significant(one);
        List<String> others = significant(other);
        long shared = words.stream().filter(others::contains).count();
        return shared >= 2 && !one.equals(other) && shared * 4 >= Math.max(words.size(), others.size()) * 3L;
    }

    private List<String> significant(String title) {
        return Plain.words(title).stream()
                .filter(word -> word.length() > 2 && !lexicon.is("around", List.of(word)))
                .distinct()
                .toList();
    }

    private void askAboutLinks() {
        if (draft.links() == 0 && draft.slots() >= 2) {
            draft.log().ask(0, null, "no_links", draft.slots());
        }
    }

    private Document document(String title, String language, @Nullable LocalDate day, List<Paragraph> paragraphs) {
        Themes themes = Themes.in(paragraphs, lexicon);
        String month = draft.blocks().stream()
                .map(Block::content)
                .filter(Content.InquiryFocus.class::isInstance)
                .map(content -> ((Content.InquiryFocus) content).path())
                .map(path -> path.get(path.size() - 1))
                .filter(theme -> theme.length() <= 200)
                .findFirst()
                .orElse(null);
        return new Document(
                Document.SCHEMA,
                title,
                null,
                null,
                language,
                day,
                null,
                themes.year(),
                themes.theme(),
                themes.lens(),
                month,
                draft.blocks());
    }
}
