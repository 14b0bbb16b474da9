package org.chatnotes.smtp;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a relay answered, or what happened instead of an answer.
 *
 * @param code the three digits, or 0 when there was no answer
 * @param enhanced the status code of RFC 3463, such as {@code 5.1.1}, or null
 * @param text the words, on one line
 */
public record Reply(int code, @Nullable String enhanced, String text) {
    private static final Pattern ENHANCED = Pattern.compile("^([245]\\.\\d{1,3}\\.\\d{1,3})(\\s+|$)");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\u2028\u2029]+");
    private static final int MAX_TEXT = 500;

    /** Of the lines of a reply, code included. */
    static Reply of(int code, List<String> lines) {
        StringBuilder words = new StringBuilder();
        String enhanced = null;
        for (String line : lines) {
            String text = line.length() > 4 ? line.substring(4).strip() : "";
            Matcher status = ENHANCED.matcher(text);
            if (!text.isEmpty() && Character.isDigit(text.charAt(0)) && status.find()) {
                enhanced = enhanced == null ? status.group(1) : enhanced;
                text = text.substring(status.end());
            }
            words.append(words.isEmpty() || text.isEmpty() ? "" : " ").append(text);
        }
        return new Reply(code, enhanced, shorten(words.toString()));
    }

    /** No answer, but something that happened, in words. */
    public static Reply none(String what) {
        return new Reply(0, null, shorten(what));
    }

    boolean positive() {
        return code >= 200 && code < 300;
    }

    boolean temporary() {
        return code >= 400 && code < 500;
    }

    boolean permanent() {
        return code >= 500 && code < 600;
    }

    /** As people read it: {@code 550 5.1.1 No such user}. */
    @Override
    public String toString() {
        return (code == 0 ? "" : code + " ") + (enhanced == null ? "" : enhanced + " ") + text;
    }

    private static String shorten(String text) {
        boolean plain = text.chars().allMatch(c -> c >= ' ' && c < 0x7f);
        String clean =
                plain ? text.strip() : UNPRINTABLE.matcher(text).replaceAll(" ").strip();
        return clean.length() <= MAX_TEXT ? clean : clean.substring(0, MAX_TEXT) + "…";
    }
}
