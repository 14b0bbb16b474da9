package org.chatnotes.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chatnotes.intake.Paragraph.Kind;
import org.chatnotes.intake.Paragraph.Start;
import org.jspecify.annotations.Nullable;

/** Finds the paragraphs of plain text. Readers of other formats give the same, so that one typer serves them all. */
final class PlainTextReader {
    private static final Pattern RULE = Pattern.compile("[-=_*~–—#+· ]{3,}");
    private static final Pattern MARKDOWN = Pattern.compile("(#{1,6})[ \\t]+(\\S.*?)[ \\t#]*");
    private static final Pattern BOLD = Pattern.compile("(\\*\\*|__)(\\S[^*_]{0,120}\\S)\\1:?");
    private static final Pattern FRAMED = Pattern.compile("[=*~_-]{2,}[ \\t]*(\\p{L}[^=*~_]{1,80}?)[ \\t]*[=*~_-]{2,}");
    /** A heading with a row of dots behind it. */
    private static final Pattern LEADERS = Pattern.compile("(\\p{L}[^._]{1,60}?) ?[._·]{4,}");

    private static final Pattern GLUED_DASH = Pattern.compile("([\\p{L}\\p{N}])- (?=\\p{Lu}\\p{L})");
    private static final int MAX_HEADING = 80;
    private static final int DEBRIS_LENGTH = 8;

    private final Log log;
    private final MailTraces mail;
    private final List<Paragraph> paragraphs = new ArrayList<>();
    /** Numbers of the lines that are rows of a table, or hardly words. */
    private final Set<Integer> debris = new HashSet<>();

    private boolean gapsMeanSomething;

    PlainTextReader(Lexicon lexicon, Log log) {
        this.log = log;
        this.mail = new MailTraces(lexicon, log);
    }

    /** The subject of the mail that the text was, or null. */
    @Nullable
    String subject() {
        return mail.subject();
    }

    /** The line below which a forwarded text begins, or 0. */
    int below() {
        return mail.below();
    }

    List<Paragraph> read(String text) {
        List<SourceLine> lines = Symbols.asBullets(mail.without(SourceLine.of(text)));
        findDebris(lines);
        Wrapping wrapping = new Wrapping(lines);
        long filled = lines.stream().filter(line -> !line.blank()).count();
        long led = lines.stream().filter(PlainTextReader::led).count();
        gapsMeanSomething = wrapping.width() == 0 && led * 2 < filled;
        boolean letterBullets = lines.stream()
                        .filter(line -> line.text().strip().startsWith("o "))
                        .count()
                >= 2;
        boolean apart = true;
        int i = 0;
        while (i < lines.size()) {
            if (lines.get(i).blank()) {
                apart = true;
                i++;
                continue;
            }
            int end = i + 1;
            while (end < lines.size() && joined(wrapping, lines, end, letterBullets)) {
                end++;
            }
            add(lines.subList(i, end), wrapping, apart, letterBullets);
            apart = paragraphs.get(paragraphs.size() - 1).kind() == Kind.RULE;
            i = end;
        }
        return paragraphs;
    }

    private static boolean led(SourceLine line) {
        return !line.blank() && Spacing.space(line.text().charAt(0));
    }

    private boolean joined(Wrapping wrapping, List<SourceLine> lines, int next, boolean letterBullets) {
        String line = lines.get(next - 1).text().strip();
        String more = lines.get(next).text().strip();
        return wrapping.join(lines.get(next - 1), lines.get(next)) != Wrapping.Join.NONE
                && !(letterBullets && more.startsWith("o "))
                && !RULE.matcher(more).matches()
                && !RULE.matcher(line).matches()
                && !debris.contains(lines.get(next).number())
                && !debris.contains(lines.get(next - 1).number());
    }

    private void add(List<SourceLine> lines, Wrapping wrapping, boolean apart, boolean letterBullets) {
        SourceLine first = lines.get(0);
        String stripped = first.text().strip();
        if (RULE.matcher(stripped).matches()) {
            rule(first, stripped, apart);
            return;
        }
        if (debris.contains(first.number())) {
            paragraphs.add(new Paragraph(
                    List.of(new Start(0, first.number())),
                    first.text().strip(),
                    null,
                    0,
                    apart,
                    false,
                    0,
                    Kind.DEBRIS));
            return;
        }
        lines.forEach(this::logSpacing);
        int indent = first.text().length() - first.text().stripLeading().length();
        Optional<Marker.Found> marker = marker(stripped, letterBullets);
        List<Start> starts = new ArrayList<>(List.of(new Start(0, first.number())));
        StringBuilder text = new StringBuilder(Spacing.regular(
                stripped.substring(marker.map(Marker.Found::length).orElse(0))));
        for (int i = 1; i < lines.size(); i++) {
            Wrapping.Join join = wrapping.join(lines.get(i - 1), lines.get(i));
            text.append(join == Wrapping.Join.TIGHT ? "" : " ");
            starts.add(new Start(text.length(), lines.get(i).number()));
            text.append(Spacing.regular(lines.get(i).text().strip()));
            logJoin(wrapping, join, lines.get(i - 1), lines.get(i));
        }
        mendDashes(text, first.number());
        boolean gap = gapsMeanSomething && led(first) && marker.isEmpty();
        paragraphs.add(heading(new Paragraph(
                starts,
                text.toString(),
                marker.map(Marker.Found::marker).orElse(null),
                indent,
                apart,
                gap,
                0,
                Kind.WORDS)));
    }

    /** The words on both sides of a place. */
    private static String around(StringBuilder text, int start, int end) {
        int from = text.lastIndexOf(" ", Math.max(0, text.lastIndexOf(" ", start) - 1)) + 1;
        int to = text.indexOf(" ", end);
        return text.substring(from, to < 0 ? text.length() : to);
    }

    /** "ABC- Beta": a dash that parts is spaced on both sides. */
    private void mendDashes(StringBuilder text, int line) {
        Matcher matcher = GLUED_DASH.matcher(text);
        if (matcher.find()) {
            log.fixed(line, "dash", around(text, matcher.start(), matcher.end()));
            String mended = GLUED_DASH.matcher(text).replaceAll("$1 – ");
            text.setLength(0);
            text.append(mended);
        }
    }

    private static Optional<Marker.Found> marker(String line, boolean letterBullets) {
        if (letterBullets && line.matches("o \\S.*")) {
            return Optional.of(new Marker.Found(new Marker("o", Marker.Style.BULLET, 0), 2));
        }
        return Marker.at(line);
    }

    private void logSpacing(SourceLine line) {
        String fault = Spacing.fault(line.text());
        if (!fault.isEmpty() && gapsMeanSomething) {
            log.fixed(line.number(), "spacing_" + fault);
        }
    }

    private void logJoin(Wrapping wrapping, Wrapping.Join join, SourceLine line, SourceLine next) {
        if (join == Wrapping.Join.TIGHT && line.text().contains("://")) {
            log.fixed(line.number(), "address_joined", next.number());
        } else if (wrapping.width() == 0) {
            String end = line.text().strip();
            String begin = next.text().strip();
            log.fixed(
                    line.number(),
                    "lines_joined",
                    end.substring(end.lastIndexOf(' ') + 1),
                    begin.contains(" ") ? begin.substring(0, begin.indexOf(' ')) : begin);
        }
    }

    /** A drawn rule; right below a short line it underlines a heading. */
    private void rule(SourceLine line, String drawn, boolean apart) {
        Paragraph before = paragraphs.isEmpty() ? null : paragraphs.get(paragraphs.size() - 1);
        boolean underlines = !apart
                && before != null
                && before.kind() == Kind.WORDS
                && !before.bulleted()
                && before.starts().size() == 1
                && before.text().length() <= MAX_HEADING
                && (before.apart() || paragraphs.size() == 1 || before.level() > 0)
                && drawn.indexOf(' ') < 0;
        if (underlines && before != null) {
            paragraphs.set(paragraphs.size() - 1, level(before, before.text(), drawn.startsWith("=") ? 1 : 2));
        } else {
            paragraphs.add(
                    new Paragraph(List.of(new Start(0, line.number())), drawn, null, 0, apart, false, 0, Kind.RULE));
        }
    }

    private static Paragraph heading(Paragraph paragraph) {
        if (paragraph.starts().size() > 1 || paragraph.text().length() > MAX_HEADING + 20 || paragraph.bulleted()) {
            return paragraph;
        }
        Matcher markdown = MARKDOWN.matcher(paragraph.text());
        if (markdown.matches()) {
            return level(paragraph, markdown.group(2), markdown.group(1).length());
        }
        Matcher bold = BOLD.matcher(paragraph.text());
        if (bold.matches()) {
            return level(paragraph, bold.group(2), 2);
        }
        Matcher leaders = LEADERS.matcher(paragraph.text());
        if (leaders.matches()) {
            return level(paragraph, leaders.group(1), 2);
        }
        Matcher framed = FRAMED.matcher(paragraph.text());
        if (framed.matches()) {
            return level(paragraph, framed.group(1), 2);
        }
        return capitals(paragraph.text()) ? level(paragraph, paragraph.text(), 2) : paragraph;
    }

    private static Paragraph level(Paragraph p, String text, int level) {
        return new Paragraph(p.starts(), text, p.marker(), p.indent(), p.apart(), p.gap(), level, p.kind());
    }

    /** Two or more words, or one of five letters, in capitals throughout. */
    private static boolean capitals(String text) {
        long letters = text.chars().filter(Character::isLetter).count();
        long upper = text.chars().filter(Character::isUpperCase).count();
        return letters >= 5
                && upper == letters
                && !text.contains("://")
                && !Marks.ended(text.replaceAll(":$", ""))
                && letters * 10 >= text.length() * 6;
    }

    /** Tables drawn with bars or tabs, of two rows or more, and lines with more signs than letters. */
    private void findDebris(List<SourceLine> lines) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).text().strip();
            boolean among = i > 0 && row(lines.get(i - 1).text().strip())
                    || i + 1 < lines.size() && row(lines.get(i + 1).text().strip());
            if (row(line) && among || signs(line)) {
                debris.add(lines.get(i).number());
            }
        }
    }

    private static boolean row(String line) {
        long bars = line.chars().filter(c -> c == '|' || c == '┃' || c == '│').count();
        long tabs = line.chars().filter(c -> c == '\t').count();
        return bars >= 2 || tabs >= 2 && !line.startsWith("o\t");
    }

    private static boolean signs(String line) {
        long words = line.codePoints()
                .filter(c -> Character.isLetterOrDigit(c) || Character.isWhitespace(c))
                .count();
        return line.length() >= DEBRIS_LENGTH
                && words * 2 < line.codePointCount(0, line.length())
                && !line.contains("://")
                && !LEADERS.matcher(line).matches()
                && !RULE.matcher(line).matches();
    }
}
