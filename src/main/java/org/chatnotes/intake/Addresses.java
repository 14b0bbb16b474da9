package org.chatnotes.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chatnotes.library.WebAddress;
import org.jspecify.annotations.Nullable;

/** Finds web and mail addresses in text. */
final class Addresses {
    private static final Pattern ADDRESS =
            Pattern.compile("(?i)\\b(?:https?://|www\\.(?=[a-z0-9-]{1,63}\\.[a-z]))[^\\s<>\"“”„«»\\u00a0]{3,2000}"
                    + "|(?<![a-z0-9._%+-])[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){1,5}");
    private static final int MAX_TITLE = 200;
    private static final String TRAILING = ".,;:!?'’‘`*_|…";

    private Addresses() {}

    /**
     * An address in a text.
     *
     * @param start and {@code end}: with what wraps it, as in {@code <https://…>} or {@code (https://…)}
     * @param written the address as it stands there
     * @param target canonical web address, or {@code mailto:…}
     * @param title of a link in Markdown, {@code [title](https://…)}, or null
     */
    record Found(
            int start,
            int end,
            String written,
            String target,
            @Nullable String title) {
        boolean web() {
            return !target.startsWith("mailto:");
        }
    }

    static List<Found> in(String text) {
        List<Found> found = new ArrayList<>();
        if (text.indexOf("://") < 0
                && text.indexOf('@') < 0
                && !text.toLowerCase(java.util.Locale.ROOT).contains("www.")) {
            return found;
        }
        Matcher matcher = ADDRESS.matcher(text);
        while (matcher.find()) {
            String written = trimmed(matcher.group());
            int start = matcher.start();
            int end = start + written.length();
            String target = target(written);
            if (!target.isEmpty()) {
                boolean wrapped = start > 0 && end < text.length() && wraps(text.charAt(start - 1), text.charAt(end));
                found.add(
                        wrapped
                                ? titled(text, new Found(start - 1, end + 1, written, target, null))
                                : new Found(start, end, written, target, null));
            }
        }
        return found;
    }

    private static Found titled(String text, Found found) {
        int close = found.start() - 1;
        int open = close > 0 && text.charAt(close) == ']' ? text.lastIndexOf('[', close) : -1;
        return open < 0 || close - open < 2 || close - open > MAX_TITLE || text.charAt(found.start()) != '('
                ? found
                : new Found(open, found.end(), found.written(), found.target(), text.substring(open + 1, close));
    }

    private static String target(String written) {
        if (written.regionMatches(true, 0, "http", 0, 4) && written.contains("://")) {
            return WebAddress.canonical(written).orElse("");
        }
        if (written.regionMatches(true, 0, "www.", 0, 4)) {
            return WebAddress.canonical("https://" + written).orElse("");
        }
        return "mailto:" + written;
    }

    private static boolean wraps(char before, char after) {
        return before == '<' && after == '>' || before == '(' && after == ')' || before == '[' && after == ']';
    }

    /** Marks of the sentence are no part of the address; a closing bracket only if it was opened in it. */
    private static String trimmed(String address) {
        int end = address.length();
        while (end > 0) {
            char last = address.charAt(end - 1);
            boolean unopened = last == ')' && count(address, ')', end) > count(address, '(', end)
                    || last == ']' && count(address, ']', end) > count(address, '[', end)
                    || last == '}' && count(address, '}', end) > count(address, '{', end);
            if (TRAILING.indexOf(last) < 0 && !unopened) {
                break;
            }
            end--;
        }
        return address.substring(0, end);
    }

    private static long count(String text, char c, int end) {
        return text.substring(0, end).chars().filter(other -> other == c).count();
    }
}
