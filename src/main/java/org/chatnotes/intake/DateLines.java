package org.chatnotes.intake;

import java.util.List;
import org.chatnotes.notes.Content;

/** Types lines and sentences that announce a day to come, wherever they stand. */
final class DateLines {
    private static final int MAX_EVENT = 60;
    private static final int MAX_DATE_LINE = 30;

    private final Lexicon lexicon;
    private final Draft draft;
    private final Headings headings;
    private final EventReader events;

    DateLines(Lexicon lexicon, Draft draft, Headings headings, EventReader events) {
        this.lexicon = lexicon;
        this.draft = draft;
        this.headings = headings;
        this.events = events;
    }

    /** "Our next chat is on Wednesday, April 9, at 4 pm." */
    boolean named(Flow flow) {
        Paragraph paragraph = flow.next();
        boolean event = paragraph.words() <= MAX_EVENT
                && headings.kind(firstWords(paragraph.text()))
                        .filter(kind -> kind == SectionKind.EVENT)
                        .isPresent()
                && events.dated(paragraph.text());
        if (event) {
            flow.take();
            Content.Event read = events.read(paragraph, paragraph.text(), firstWords(paragraph.text()));
            draft.add(new Content.Event(
                    read.title(), read.start(), read.zone(), read.minutes(), read.url(), draft.paragraph(paragraph)));
        }
        return event;
    }

    /** "Next call 3 December, 4 pm", "Spring webinar: 21 May 2025 at 15:00": a line about a day to come. */
    boolean ahead(Flow flow) {
        Paragraph paragraph = flow.next();
        String text = paragraph.text();
        boolean ahead = paragraph.marker() == null
                && paragraph.level() == 0
                && paragraph.words() <= MAX_DATE_LINE
                && !headings.label(paragraph)
                        .flatMap(label -> headings.kind(label.name()))
                        .isPresent()
                && (lexicon.begins("next", text) || !paragraph.ended() && events.timed(text))
                && events.ahead(text);
        if (ahead) {
            flow.take();
            draft.add(events.read(paragraph, text, ""));
        }
        return ahead;
    }

    /** The words before the verb, roughly: as many as are still known as a heading. */
    private String firstWords(String text) {
        List<String> words = List.of(text.split(" "));
        for (int n = Math.min(5, words.size()); n > 1; n--) {
            String first = String.join(" ", words.subList(0, n)).replaceFirst("[,:]$", "");
            if (headings.kind(first).isPresent()
                    && lexicon.generic(first.replaceFirst("(?iu)^(our|notre|nuestra|nuestro|la|le|the) ", ""))) {
                return first;
            }
        }
        return "";
    }
}
