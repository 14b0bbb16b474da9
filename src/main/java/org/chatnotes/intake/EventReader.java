package org.chatnotes.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chatnotes.library.ResourceKind;
import org.chatnotes.notes.Content;
import org.jspecify.annotations.Nullable;

/** Reads a date to keep out of a paragraph: when, how long, where to join; all its words stay. */
final class EventReader {
    private static final int MAX_TEXT = 1_000;
    private static final int MAX_TITLE = 120;
    private static final String AROUND = " ,–—-:|(;·•.)\u00a0";

    private final Lexicon lexicon;
    private final Dates dates;
    private final Draft draft;
    private @Nullable LocalDate base;

    EventReader(Lexicon lexicon, Dates dates, Draft draft) {
        this.lexicon = lexicon;
        this.dates = dates;
        this.draft = draft;
    }

    /** Days without a year are the first such days from this one on. */
    void base(@Nullable LocalDate day) {
        base = day;
    }

    boolean dated(String text) {
        return text.length() <= MAX_TEXT && !dates.in(text).isEmpty();
    }

    /** Whether the first day of a text comes after the day of the chat, or, when that is unknown, names its month. */
    boolean ahead(String text) {
        List<Dates.Found> days = text.length() > MAX_TEXT ? List.of() : dates.in(text);
        if (days.isEmpty() || days.get(0).ambiguous()) {
            return false;
        }
        LocalDate day = days.get(0).from(base);
        return base == null || day != null && day.isAfter(base);
    }

    boolean timed(String text) {
        return text.length() <= MAX_TEXT && Times.in(text, lexicon).isPresent();
    }

    /** @param heading the title when the text itself is only about the time */
    Content.Event read(Paragraph paragraph, String text, String heading) {
        List<Addresses.Found> links =
                Addresses.in(text).stream().filter(Addresses.Found::web).toList();
        Addresses.Found link = links.size() == 1 && links.get(0).title() == null ? links.get(0) : null;
        String said = link == null
                ? text
                : (text.substring(0, link.start()) + text.substring(link.end()))
                        .replaceAll("[:,–-]? *\\)", ")")
                        .replaceAll(" {2,}", " ");
        List<Dates.Found> days = said.length() > MAX_TEXT ? List.of() : dates.in(said);
        String found = days.isEmpty() ? "" : title(said, days.get(0));
        String title = lexicon.withoutEnding("dateVerbs", found);
        String rest = said;
        if (title.isEmpty() || Plain.split(title).size() < 2 && !heading.isEmpty()) {
            title = heading.isEmpty() ? Plain.shortened(said) : heading;
        } else if (title.equals(found)) {
            int at = said.indexOf(title);
            rest = Item.trimmed(said.substring(0, at)) + " " + said.substring(at + title.length());
        }
        if (link != null) {
            draft.ref(new Item(title, link, null, true), ResourceKind.EVENT, paragraph.line());
        }
        String words = Item.trimmed(rest.strip());
        Times time = said.length() > MAX_TEXT ? null : Times.in(said, lexicon).orElse(null);
        return new Content.Event(
                title,
                start(days, time, paragraph),
                time == null ? null : time.zone(),
                time == null ? 60 : time.minutes(),
                link == null ? null : link.target(),
                words.isEmpty() || words.equals(title) ? null : draft.paragraph(words, paragraph));
    }

    /** Whether a text says what happens on its day. */
    boolean titled(String text) {
        List<Dates.Found> days = text.length() > MAX_TEXT ? List.of() : dates.in(text);
        return !days.isEmpty() && !title(text, days.get(0)).isEmpty();
    }

    /** What stands before the day, or after it, whichever reads like a title. */
    private String title(String text, Dates.Found day) {
        String before = edge(text.substring(0, day.start()));
        String after = text.substring(day.end());
        if (Plain.split(before).size() >= 2 && before.length() <= MAX_TITLE && !Marks.ended(before) && named(before)) {
            return before;
        }
        List<String> parts = new ArrayList<>(List.of(after.split(" [–—-] ")));
        parts.addAll(List.of(after.split(": | [–—-] ")));
        for (String part : parts) {
            String title = edge(firstSentence(part));
            boolean whole = (title.indexOf('(') < 0) == (title.indexOf(')') < 0);
            boolean said = whole && Plain.split(title).size() >= 2 && named(title) && !timed(title) && !dated(title);
            if (said && title.length() <= MAX_TITLE && !title.contains("://") && after.contains(title)) {
                return title;
            }
        }
        return "";
    }

    /** Not only "on" or "le": something is called by it. */
    private boolean named(String text) {
        List<String> words = Plain.words(text);
        return words.stream().anyMatch(word -> word.length() > 3 && !lexicon.is("around", List.of(word)));
    }

    private static String firstSentence(String text) {
        int stop = text.indexOf(". ");
        int link = text.indexOf("http");
        int end = stop < 0 ? text.length() : stop;
        return text.substring(0, link < 0 ? end : Math.min(end, link));
    }

    private static String edge(String text) {
        int start = 0;
        int end = text.length();
        while (end > start
                && AROUND.indexOf(text.charAt(end - 1)) >= 0
                && !(text.charAt(end - 1) == ')' && text.lastIndexOf('(', end - 2) >= 0)) {
            end--;
        }
        while (start < end && AROUND.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        return text.substring(start, end);
    }

    private @Nullable String start(List<Dates.Found> days, @Nullable Times time, Paragraph paragraph) {
        int line = paragraph.line();
        Optional<Dates.Found> day = days.stream().findFirst();
        if (day.isEmpty()) {
            draft.log().ask(line, draft.nextId(), "event_day");
            return null;
        }
        if (day.get().ambiguous()) {
            draft.log().ask(line, draft.nextId(), "date_ambiguous", day.get().written());
            return null;
        }
        LocalDate on = day.get().from(base);
        if (on == null) {
            draft.log().ask(line, draft.nextId(), "event_year", day.get().written());
            return null;
        }
        if (!day.get().yearGiven()) {
            draft.log().info(line, "event_year_taken", day.get().written(), String.valueOf(on.getYear()));
        }
        if (time == null) {
            draft.log().ask(line, draft.nextId(), "event_time");
            return null;
        }
        return on + "T" + time.start();
    }
}
