package org.chatnotes.intake;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.chatnotes.notes.Audience;
import org.jspecify.annotations.Nullable;

/** Tells headings and labels from text. */
final class Headings {
    private static final int LONGEST = 90;
    private static final int MAX_WORDS = 12;
    /** A question this short is a heading rather than food for thought. */
    private static final int SHORT_QUESTION = 5;

    private static final int LONG_TEXT = 8;

    /** "DP/CP Professional Inquiry", "ABC corner": a section for some readers, even where nobody knows them. */
    private static final Pattern ABBREVIATIONS =
            Pattern.compile("\\p{Lu}[\\p{Lu}0-9]{1,5}(?:[/&, +]+\\p{Lu}[\\p{Lu}0-9]{1,5})* .+");

    private final Lexicon lexicon;
    private final Readers readers;

    Headings(Lexicon lexicon, Readers readers) {
        this.lexicon = lexicon;
        this.readers = readers;
    }

    Optional<SectionKind> kind(String heading) {
        return lexicon.heading(heading);
    }

    /** Whether a heading's section is what certain readers take from the month. */
    boolean inquiry(String heading) {
        return worded(heading) || readers.addressed(heading) && forReaders(heading);
    }

    private boolean worded(String heading) {
        List<String> words = Plain.words(heading);
        return lexicon.ends("inquiry", heading)
                && (words.size() > 2 && Plain.at(words, words.size() - 2, List.of("professional", "inquiry"))
                        || ABBREVIATIONS.matcher(heading).matches());
    }

    /** A numbered line that is a known heading, and not an item among others. */
    boolean numberedHeading(Flow flow, int steps) {
        Paragraph paragraph = flow.ahead(steps);
        Paragraph next = flow.ahead(steps + 1);
        if (paragraph == null || next == null || !paragraph.numbered() || !heading(flow, steps)) {
            return false;
        }
        Marker own = paragraph.marker();
        Marker other = next.marker();
        return own == null || other == null || other.style() != own.style() || other.number() != own.number() + 1;
    }

    /** News for some readers is theirs; resources or dates for some readers are still resources and dates. */
    private boolean forReaders(String heading) {
        return kind(heading)
                .map(kind -> kind == SectionKind.PLAIN || kind == SectionKind.WELCOME)
                .orElse(true);
    }

    /** Whether a line can be nothing but the heading of a section. */
    boolean alone(String text) {
        return lexicon.generic(text) || readers.onlyAddresses(text) || worded(text);
    }

    /** The label with which a paragraph begins a section of its own, if it does. */
    Optional<Label> label(Paragraph paragraph) {
        if (paragraph.kind() != Paragraph.Kind.WORDS || paragraph.level() > 0) {
            return Optional.empty();
        }
        return label(paragraph.text());
    }

    /** A label that begins a section even in the middle of another. */
    private boolean breaks(Paragraph paragraph) {
        return paragraph.marker() == null
                && label(paragraph)
                        .filter(label -> paragraph.apart()
                                || certain(label.name())
                                || kind(label.name()).isEmpty())
                        .isPresent();
    }

    Optional<Label> label(String text) {
        return Label.of(text)
                .filter(label -> telling(label.name()) && fits(label))
                .or(() -> Label.dashed(text).filter(label -> certain(label.name())))
                .or(() -> Label.bracketed(text).filter(label -> readers.onlyAddresses(label.name())));
    }

    /** A label of dates needs a day behind it. */
    private boolean fits(Label label) {
        boolean dates =
                kind(label.name()).filter(kind -> kind == SectionKind.EVENT).isPresent();
        String said = label.rest().replaceAll("https?://\\S+", "");
        return !dates || said.chars().anyMatch(Character::isDigit) || lexicon.generic(label.name());
    }

    private boolean telling(String name) {
        boolean known = kind(name)
                .filter(kind -> kind != SectionKind.PLAIN && kind != SectionKind.WELCOME)
                .isPresent();
        return known
                || readers.onlyAddresses(name)
                || worded(name)
                || readers.begins(name)
                || lexicon.is("whole", Plain.words(name));
    }

    private boolean certain(String name) {
        boolean known = kind(name)
                .filter(kind -> kind != SectionKind.PLAIN && kind != SectionKind.WELCOME)
                .isPresent();
        return known && lexicon.generic(name) || readers.onlyAddresses(name);
    }

    /** Whether a paragraph begins something new, so that a section before it ends. */
    boolean opens(Flow flow, int steps) {
        Paragraph paragraph = flow.ahead(steps);
        return paragraph == null
                || paragraph.kind() != Paragraph.Kind.WORDS
                || Pictures.in(paragraph.text())
                || internal(paragraph)
                || closing(paragraph)
                || breaks(paragraph)
                || heading(flow, steps);
    }

    /** "Note to self: …", with a bullet or without: never part of what readers get. */
    boolean internal(Paragraph paragraph) {
        return label(paragraph)
                .flatMap(label -> kind(label.name()))
                .filter(kind -> kind == SectionKind.INTERNAL)
                .isPresent();
    }

    Audience readersOf(String heading) {
        return readers.match(heading).audience();
    }

    boolean closing(Paragraph paragraph) {
        return paragraph.marker() == null && paragraph.words() <= 6 && lexicon.begins("closings", paragraph.text());
    }

    boolean heading(Flow flow, int steps) {
        Paragraph paragraph = flow.ahead(steps);
        if (paragraph == null || paragraph.kind() != Paragraph.Kind.WORDS || paragraph.bulleted()) {
            return false;
        }
        if (paragraph.level() > 0) {
            return true;
        }
        String text = paragraph.text();
        if (text.length() > LONGEST || paragraph.words() > MAX_WORDS || !beginsAsTitle(text)) {
            return false;
        }
        String name = text.endsWith(":") ? text.substring(0, text.length() - 1) : text;
        if (lexicon.generic(name) && text.endsWith("!")) {
            return true;
        }
        if (known(name)) {
            return !Marks.ended(name) || Marks.asks(name) && flow.ahead(steps + 1) != null;
        }
        return plain(flow, steps, paragraph);
    }

    private boolean known(String name) {
        return kind(name).isPresent() || inquiry(name) && Plain.split(name).size() <= LONG_TEXT;
    }

    private static boolean beginsAsTitle(String text) {
        char first = text.charAt(0);
        return (Character.isUpperCase(first)
                        || Character.isDigit(first)
                        || "¿¡“\"«".indexOf(first) >= 0
                        || Character.isLetter(first) && !Character.isLowerCase(first)
                        || !Character.isLetterOrDigit(first) && first > 0x2000)
                && !text.contains("://")
                && text.indexOf('@') < 0;
    }

    /** Of unknown words: short, without a mark at its end, above something longer. */
    private boolean plain(Flow flow, int steps, Paragraph paragraph) {
        Paragraph next = flow.ahead(steps + 1);
        if (next == null || next.kind() == Paragraph.Kind.RULE || social(paragraph) || Item.bare(next.text())) {
            return false;
        }
        boolean below = next.indent() > paragraph.indent() + 1 && next.asks();
        if (paragraph.numbered() && (next.numbered() && !below || numberedBefore(flow, steps))) {
            return false;
        }
        if (Label.of(paragraph.text())
                .filter(label -> lexicon.generic(label.name()))
                .isPresent()) {
            return false;
        }
        boolean separate = paragraph.apart() || endsBefore(flow.ahead(steps - 1));
        String text = paragraph.text();
        if (Marks.asks(text)) {
            return separate
                    && (Quotations.begins(next.text())
                            || paragraph.words() < SHORT_QUESTION && next.words() >= LONG_TEXT);
        }
        boolean table = next.kind() == Paragraph.Kind.DEBRIS;
        boolean titled = !Marks.ended(text) && ",".indexOf(Marks.last(text)) < 0
                || text.endsWith(":") && paragraph.apart() && paragraph.words() <= 4 && next.apart();
        return separate && titled && (table || next.words() >= LONG_TEXT || next.marker() != null || next.ended());
    }

    private static boolean numberedBefore(Flow flow, int steps) {
        Paragraph before = flow.ahead(steps - 1);
        Paragraph own = flow.ahead(steps);
        return before != null && own != null && before.numbered() && before.indent() <= own.indent() + 1;
    }

    private static boolean endsBefore(@Nullable Paragraph before) {
        return before == null || before.ended() || before.level() > 0 || before.marker() != null || before.gap();
    }

    private boolean social(Paragraph paragraph) {
        return lexicon.begins("greetings", paragraph.text())
                || lexicon.begins("thanks", paragraph.text())
                || closing(paragraph);
    }
}
