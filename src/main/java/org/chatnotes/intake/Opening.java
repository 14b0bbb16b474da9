package org.chatnotes.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.chatnotes.notes.Content;
import org.jspecify.annotations.Nullable;

/** Reads title and day of a note from the top of its text, its mail's subject or its file's name. */
final class Opening {
    private static final int LONGEST = 140;
    private static final int NEAR_TOP = 6;
    private static final int MAX_SUBTITLE = 100;
    private static final int MAX_SUBTITLES = 2;
    private static final String AROUND_DATE = " ,–—-:|(;·•";

    private final Lexicon lexicon;
    private final Headings headings;
    private final Dates dates;
    private final Draft draft;
    private String title = "";
    private final List<Paragraph> subtitles = new ArrayList<>();
    private @Nullable LocalDate day;

    Opening(Lexicon lexicon, Headings headings, Dates dates, Draft draft) {
        this.lexicon = lexicon;
        this.headings = headings;
        this.dates = dates;
        this.draft = draft;
    }

    String title() {
        return title;
    }

    @Nullable
    LocalDate day() {
        return day;
    }

    void type(Flow flow, @Nullable String subject, String fileName) {
        List<Paragraph> consumed = new ArrayList<>();
        takePictures(flow, consumed);
        Paragraph first = flow.atEnd() ? null : flow.next();
        if (first != null && titles(flow, first)) {
            consumed.add(flow.take());
            takeDay(first.text(), first.line());
            takeSubtitles(flow);
            takeDateLine(flow);
        } else if (subject != null && !subject.isBlank()) {
            takeDay(subject, first == null ? 1 : first.line());
            takeDateLine(flow);
        } else {
            takeFileName(fileName);
            takeDateLine(flow);
        }
        for (int i = 0; day == null && i < NEAR_TOP && flow.ahead(i) != null; i++) {
            labelledDay(flow.ahead(i));
        }
        if (title.length() > 200) {
            title = title.substring(0, 200);
        }
        draft.place(consumed, draft.add(new Content.Header(title, day, null)));
        for (Paragraph line : subtitles) {
            draft.place(List.of(line), draft.add(new Content.Intro(draft.paragraph(line))));
        }
    }

    /** "When: 3 June 2025", somewhere near the top; the line stays. */
    private void labelledDay(@Nullable Paragraph line) {
        Label label = line == null ? null : Label.of(line.text()).orElse(null);
        if (line == null || label == null || !lexicon.is("dayLabels", Plain.words(label.name()))) {
            return;
        }
        List<Dates.Found> found = dates.in(label.rest());
        if (found.size() == 1) {
            remember(found.get(0), line.line());
        }
    }

    /** Pictures above the title were the banner's. */
    private void takePictures(Flow flow, List<Paragraph> consumed) {
        while (!flow.atEnd() && Pictures.only(flow.next().text())) {
            Paragraph picture = flow.take();
            consumed.add(picture);
            draft.log().removed(picture.line(), "slot", picture.text());
            draft.lost(picture.line(), "b01", "banner");
        }
    }

    /** Short lines right below the title that are no headings. */
    private void takeSubtitles(Flow flow) {
        while (!flow.atEnd() && subtitles.size() < MAX_SUBTITLES && subtitle(flow)) {
            subtitles.add(flow.take());
        }
    }

    private boolean subtitle(Flow flow) {
        Paragraph next = flow.next();
        Paragraph after = flow.ahead(1);
        String text = next.text();
        return next.kind() == Paragraph.Kind.WORDS
                && !next.apart()
                && next.marker() == null
                && next.starts().size() == 1
                && text.length() <= MAX_SUBTITLE
                && !Marks.ended(text)
                && Marks.last(text) != ','
                && !lexicon.begins("greetings", text)
                && !lexicon.begins("thanks", text)
                && headings.label(next).isEmpty()
                && headings.kind(text).isEmpty()
                && !Quotations.begins(text)
                && !Pictures.in(text)
                && Addresses.in(text).isEmpty()
                && dates.in(text).isEmpty()
                && (after == null || after.apart() || !dates.in(after.text()).isEmpty());
    }

    private boolean titles(Flow flow, Paragraph first) {
        String text = first.text();
        if (first.kind() != Paragraph.Kind.WORDS || first.bulleted() || text.length() > LONGEST) {
            return false;
        }
        boolean dated = !dates.in(text).isEmpty();
        boolean section = !dated
                && first.level() != 1
                && !dateBelow(flow)
                && (headings.alone(text) || headings.label(first).isPresent());
        boolean social = lexicon.begins("greetings", text) && !dated || lexicon.begins("thanks", text);
        boolean sentence = Marks.ended(text) && !Marks.asks(text) && first.level() == 0;
        return !section
                && !social
                && !sentence
                && !Pictures.in(text)
                && !text.contains("://")
                && (Marks.last(text) != ',')
                && flow.ahead(1) != null
                && (first.words() <= 14 || first.level() > 0)
                && !(Marks.asks(text) && first.level() == 0);
    }

    /** Whether the next line but one is close and holds little but a day: then the line above it is a title. */
    private boolean dateBelow(Flow flow) {
        Paragraph below = flow.ahead(1);
        return below != null
                && !below.apart()
                && below.text().length() <= 60
                && dates.in(below.text()).size() == 1;
    }

    /** The title is what the day leaves of a line, when the day stands at its end or beginning. */
    private void takeDay(String text, int line) {
        List<Dates.Found> found = dates.in(text);
        title = text;
        if (found.isEmpty()) {
            return;
        }
        Dates.Found date = found.get(found.size() - 1);
        remember(date, line);
        String before = text.substring(0, date.start());
        String after = text.substring(date.end()).strip();
        boolean last = after.isEmpty() || after.equals(")") || after.equals(".");
        List<String> lead = Plain.words(before);
        boolean cut = AROUND_DATE.indexOf(last(before)) >= 0
                || lead.isEmpty()
                || !lexicon.is("dayLeads", lead.subList(lead.size() - 1, lead.size()));
        if (day != null && last && cut && !before.isBlank()) {
            title = strip(before);
        }
        if (day == null || title.isBlank()) {
            title = text;
        }
    }

    private static char last(String text) {
        String stripped = text.stripTrailing();
        return stripped.isEmpty() ? ' ' : stripped.charAt(stripped.length() - 1);
    }

    private static String strip(String text) {
        int end = text.length();
        while (end > 0 && AROUND_DATE.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(0, end);
    }

    private void remember(Dates.Found date, int line) {
        if (date.ambiguous()) {
            draft.log().ask(line, null, "date_ambiguous", date.written());
        } else if (date.yearGiven()) {
            day = date.day();
            draft.log().removed(line, "date_read", date.written(), String.valueOf(day));
        }
    }

    /** A line right below the title that is a day and little else. */
    private void takeDateLine(Flow flow) {
        Paragraph next = flow.atEnd() ? null : flow.next();
        if (day != null
                || next == null
                || next.kind() != Paragraph.Kind.WORDS
                || next.text().length() > 60) {
            return;
        }
        List<Dates.Found> found = dates.in(next.text());
        if (found.size() != 1 || headings.label(next).isPresent()) {
            return;
        }
        Dates.Found date = found.get(0);
        String rest = next.text().substring(0, date.start()) + " " + next.text().substring(date.end());
        if (Plain.split(rest).size() > 2 && date.yearGiven() && !next.ended() && next.marker() == null) {
            remember(date, next.line());
            subtitles.add(flow.take());
        } else if (Plain.split(rest).size() <= 2 && (date.ambiguous() || date.yearGiven())) {
            remember(date, next.line());
            if (day != null) {
                draft.log().removed(next.line(), "date_line", next.text());
                flow.take();
            }
        }
    }

    private void takeFileName(String fileName) {
        String stem = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
                .replaceFirst("\\.[A-Za-z0-9]{1,5}$", "");
        for (Dates.Found date : dates.in(stem)) {
            if (date.day() != null && date.yearGiven()) {
                day = date.day();
                stem = (stem.substring(0, date.start()) + stem.substring(date.end())).strip();
                draft.log().info(0, "date_of_file", date.written());
                break;
            }
        }
        String words = stem.replaceAll("[-_. ]+", " ").strip();
        title = words.isEmpty() ? "Notes" : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        draft.log().info(0, "title_of_file", title);
    }
}
