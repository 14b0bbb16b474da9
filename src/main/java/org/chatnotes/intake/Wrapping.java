package org.chatnotes.intake;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decides which line ends of a file are only the end of the paper. */
final class Wrapping {
    enum Join {
        NONE,
        SPACE,
        TIGHT
    }

    private static final int LONGEST = 90;
    private static final int SHORTEST = 50;
    /** A line so long with no mark at its end was cut. */
    private static final int SURELY_LONG = 60;

    /** A line so long goes on when the next begins in lower case; a shorter one may be a title of its own. */
    private static final int SURELY_CUT = 40;

    private static final Pattern URL_END = Pattern.compile("<?https?://[^\\s<>\"]*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern URL_MORE = Pattern.compile("[A-Za-z0-9._~/?#=&%+@:,;!'()*$-]+>?[.,;)]?");
    private static final Pattern LABEL = Pattern.compile("[^.?!:\\n]{2,60}:\\s.*");

    private final int width;

    Wrapping(List<SourceLine> lines) {
        this.width = width(lines);
    }

    /** The width that the text was wrapped at, or 0. */
    int width() {
        return width;
    }

    private static int width(List<SourceLine> lines) {
        int widest = 0;
        int filled = 0;
        int tooLong = 0;
        for (SourceLine line : lines) {
            int length = length(line);
            boolean link = line.text().contains("://");
            filled += length > 0 ? 1 : 0;
            tooLong += length > LONGEST && !link ? 1 : 0;
            widest = length <= LONGEST && !link ? Math.max(widest, length) : widest;
        }
        if (widest < SHORTEST || tooLong * 20 > filled) {
            return 0;
        }
        int cut = 0;
        int whole = 0;
        for (int i = 0; i + 1 < lines.size(); i++) {
            SourceLine line = lines.get(i);
            SourceLine next = lines.get(i + 1);
            boolean follows = length(line) >= SHORTEST - 10
                    && !next.blank()
                    && Marker.at(next.text().strip()).isEmpty();
            if (follows && !line.text().contains("://")) {
                boolean noRoom = length(line) + 1 + firstWord(next).length() > widest;
                cut += noRoom && !Marks.ended(line.text()) ? 1 : 0;
                whole += noRoom && Marks.ended(line.text()) || !noRoom ? 1 : 0;
            }
        }
        return cut >= 2 && cut * 2 >= whole || cut == 1 && whole == 0 ? widest : 0;
    }

    private static int length(SourceLine line) {
        return line.text().stripTrailing().length();
    }

    private static String firstWord(SourceLine line) {
        String text = line.text().strip();
        int space = text.indexOf(' ');
        return space < 0 ? text : text.substring(0, space);
    }

    /** How a line continues on the next. */
    Join join(SourceLine line, SourceLine next) {
        if (line.blank() || next.blank()) {
            return Join.NONE;
        }
        if (brokenAddress(line, next)) {
            return Join.TIGHT;
        }
        String text = line.text().stripTrailing();
        String more = next.text().strip();
        if (Marker.at(more).isPresent()
                || more.startsWith("#")
                || more.regionMatches(true, 0, "http", 0, 4) && !filled(text, next)) {
            return Join.NONE;
        }
        if (filled(text, next) || unfinished(text, more)) {
            return text.matches("(?s).*\\p{L}-") && Character.isLowerCase(more.charAt(0)) ? Join.TIGHT : Join.SPACE;
        }
        return Join.NONE;
    }

    /** The next line's first word found no room on this one. */
    private boolean filled(String text, SourceLine next) {
        return width > 0
                && text.length() * 10 >= width * 6
                && text.length() + 1 + firstWord(next).length() > width;
    }

    /** No mark at the end, and what follows cannot begin anything. */
    private static boolean unfinished(String text, String more) {
        if (Marks.ended(text) || text.endsWith("]") || text.strip().startsWith("#")) {
            return false;
        }
        if (Character.isLowerCase(more.charAt(0))) {
            return text.strip().length() >= SURELY_CUT && !more.startsWith("www.") && !text.contains("://");
        }
        boolean labelled =
                LABEL.matcher(text.strip()).matches() || LABEL.matcher(more).matches();
        if (text.length() < SURELY_LONG || labelled || text.contains("://")) {
            return false;
        }
        String first = firstWord(new SourceLine(0, more));
        return first.startsWith("(")
                || Character.isDigit(first.charAt(0)) && !Character.isLetter(first.charAt(first.length() - 1))
                || first.length() > 3 && Plain.within(Plain.split(text), Plain.split(first));
    }

    private boolean brokenAddress(SourceLine line, SourceLine next) {
        String text = line.text().stripTrailing();
        Matcher end = URL_END.matcher(text);
        String first = firstWord(next);
        if (!end.find()
                || !URL_MORE.matcher(first).matches()
                || first.regionMatches(true, 0, "http", 0, 4)
                || first.regionMatches(true, 0, "www.", 0, 4)) {
            return false;
        }
        if (end.group().startsWith("<")) {
            return next.text().contains(">");
        }
        boolean alone = first.equals(next.text().strip());
        boolean addressLike =
                first.matches(".*[/=&%?_].*") || first.matches("(?i).*\\.(html?|pdf|php|aspx?|docx?)[.,;)]?");
        boolean cut = "-=&_%?".indexOf(text.charAt(text.length() - 1)) >= 0;
        boolean pair = first.matches("\\p{L}+/\\p{L}+[.,;]?") && !text.endsWith("/");
        boolean full = !pair
                && (text.length() >= SURELY_LONG || filled(text, next))
                && (alone || text.length() + first.length() > Math.max(width, 70));
        boolean hyphened = first.matches("[a-z0-9]+(-[a-z0-9]+)+[.,;)]?") || first.matches("[a-z]*[0-9]+[a-z0-9]*");
        return cut && (alone || addressLike || hyphened) || full && (addressLike || alone && hyphened);
    }
}
