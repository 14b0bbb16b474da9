package org.chatnotes.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds quotations and whom they are from. */
final class Quotations {
    /**
     * Words between quotation marks.
     *
     * @param start and {@code end}: with the marks
     */
    record Span(int start, int end, String text) {
        int words() {
            return Plain.split(text).size();
        }
    }

    private static final String OPEN = "“«„\"»‘";
    private static final Pattern AFTER = Pattern.compile(
            "(?iu)^[.,;]?\\s*,?\\s*(?:from|in|by|de|du|d['’]|dans|del|en|por|par)\\s+((?:the\\s+)?[^,.;:“”«»\\n]{3,90})(?=[,.;:]|$)");
    private static final Pattern DASHED = Pattern.compile("^[.,]?\\s*[-–—―~]+\\s*([^“”«»\\n]{2,120})$");
    private static final Pattern BRACKETED = Pattern.compile("^[.,]?\\s*\\(([^()\\n]{2,120})\\)\\.?$");
    private static final Pattern TITLE_BEFORE = Pattern.compile("(?:^|[,:] )([^,“”:\\n]{3,90}),\\s*$");
    private static final Pattern SAID_BEFORE = Pattern.compile(
            "(?iu)\\b(?:according to|in the words of|as|selon|d['’]après|según|como)\\s+([^,“”:\\n]{3,80}?)(?:\\s+(?:says|said|writes|wrote|puts it|put it|states|likes to say|told us|dit|écrit|écrivait|dice|escribe|escribió|decía))?\\s*[,:]?\\s*$");

    private Quotations() {}

    static boolean begins(String text) {
        return !text.isEmpty() && OPEN.indexOf(text.charAt(0)) >= 0;
    }

    /** All quotations of a text, the outer ones only. */
    static List<Span> in(String text) {
        List<Span> spans = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            int end = OPEN.indexOf(text.charAt(i)) < 0 ? -1 : close(text, i);
            if (end > i + 1) {
                spans.add(new Span(i, end + 1, text.substring(i + 1, end).strip()));
                i = end + 1;
            } else {
                i++;
            }
        }
        return spans;
    }

    private static int close(String text, int open) {
        char mark = text.charAt(open);
        if (mark == '"') {
            boolean opens = open == 0 || !Character.isLetterOrDigit(text.charAt(open - 1));
            return opens ? text.indexOf('"', open + 1) : -1;
        }
        if (mark == '«' || mark == '»') {
            return closeGuillemet(text, open, mark == '«' ? '»' : '«');
        }
        if (mark == '‘') {
            return closeSingle(text, open);
        }
        int depth = 0;
        for (int i = open + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean closes = mark == '„' ? c == '“' || c == '”' : c == '”';
            if (closes && depth-- == 0) {
                return i;
            }
            depth += c == '“' && mark == '“' ? 1 : 0;
        }
        return -1;
    }

    /** »…« is used as well as «…»; a mark that closes one quotation opens no other. */
    private static int closeGuillemet(String text, int open, char closing) {
        boolean opens = closing == '»' || open == 0 || Spacing.space(text.charAt(open - 1));
        boolean glued = open + 1 < text.length() && !Spacing.space(text.charAt(open + 1));
        return opens && (closing == '»' || glued) ? text.indexOf(closing, open + 1) : -1;
    }

    /** ‘…’ closes after the mark of a sentence, since ’ is an apostrophe too. */
    private static int closeSingle(String text, int open) {
        for (int i = text.indexOf('’', open + 2); i > 0; i = text.indexOf('’', i + 1)) {
            boolean last = i + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(i + 1));
            if (last && ".!?,…".indexOf(text.charAt(i - 1)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    /** A source that follows, glued or bracketed, with nothing after it; it leaves the text. */
    static Optional<String> sourceAtEnd(String after) {
        for (Pattern pattern : List.of(DASHED, BRACKETED)) {
            Matcher matcher = pattern.matcher(after.strip());
            if (matcher.matches() && Plain.split(matcher.group(1)).size() <= 16) {
                return Optional.of(matcher.group(1).strip());
            }
        }
        return Optional.empty();
    }

    /** A source that the sentence around names; it stays in the sentence too. */
    static @Nullable String sourceAround(String before, String after) {
        String near = after.substring(0, Math.min(after.length(), 140));
        Matcher follows = AFTER.matcher(near);
        if (follows.find()) {
            return follows.group(1).strip();
        }
        String lead = before.substring(Math.max(0, before.length() - 140));
        Matcher said = SAID_BEFORE.matcher(lead);
        if (said.find()) {
            return said.group(1).strip();
        }
        Matcher title = TITLE_BEFORE.matcher(lead);
        boolean found = title.find()
                && Plain.split(title.group(1)).size() > 2
                && Character.isUpperCase(title.group(1).strip().charAt(0));
        return found ? title.group(1).strip() : null;
    }
}
