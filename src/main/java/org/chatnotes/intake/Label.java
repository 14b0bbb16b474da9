package org.chatnotes.intake;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "Save the date: 9 April": a few words that say what the rest of the paragraph is. */
record Label(String name, String rest) {
    private static final Pattern BRACKETED =
            Pattern.compile("[\\[(]([^\\])\\n]{2,40})[\\])][:,–—-]?\\s+(\\S.*\\s.*)", Pattern.DOTALL);
    private static final int LONGEST = 70;
    private static final int MAX_WORDS = 8;

    /** The words before the first colon, when they are few and something follows. */
    static Optional<Label> of(String text) {
        return before(text, ":");
    }

    /** Words in brackets at the beginning: "[ABC] Dates are out". */
    static Optional<Label> bracketed(String text) {
        Matcher matcher = BRACKETED.matcher(text);
        return matcher.matches()
                ? Optional.of(
                        new Label(matcher.group(1).strip(), matcher.group(2).strip()))
                : Optional.empty();
    }

    /** As {@link #of}, with a dash in the place of the colon. */
    static Optional<Label> dashed(String text) {
        return before(text, " – ").or(() -> before(text, " — ")).or(() -> before(text, " - "));
    }

    private static Optional<Label> before(String text, String mark) {
        int at = text.indexOf(mark);
        if (at < 2 || at > LONGEST || at + mark.length() >= text.length()) {
            return Optional.empty();
        }
        String name = text.substring(0, at).strip();
        String rest = text.substring(at + mark.length());
        boolean few = Plain.split(name).size() <= MAX_WORDS && !name.matches(".*[.?!(\\[<“\"].*");
        boolean spaced = mark.startsWith(" ") || Spacing.space(rest.charAt(0));
        return few && spaced && !rest.isBlank() ? Optional.of(new Label(name, rest.strip())) : Optional.empty();
    }
}
