package org.chatnotes.intake;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A title with its address, however they are written together.
 *
 * @param named whether the text gave the title; else it was made of the address
 * @param note what else the text says, or null
 */
record Item(String title, Addresses.Found link, @Nullable String note, boolean named) {
    private static final String SEPARATORS = " \u00a0:–—-(<|,;[>)]→*_";
    private static final int LONGEST = 3_000;
    private static final int MAX_WORDS = 22;
    private static final int MAX_PLAIN_WORDS = 14;

    /** Of a text that has one web address and few words besides. */
    static Optional<Item> of(String text) {
        List<Addresses.Found> links = text.length() > LONGEST ? List.of() : Addresses.in(text);
        if (links.size() != 1 || !links.get(0).web()) {
            return Optional.empty();
        }
        Addresses.Found link = links.get(0);
        String before = text.substring(0, link.start());
        String after = text.substring(link.end());
        int open = before.lastIndexOf('(');
        if (open > 0 && before.indexOf(')', open) < 0 && after.stripLeading().startsWith(")")) {
            after = trimmed(before.substring(open + 1)) + after.stripLeading().substring(1);
            before = before.substring(0, open);
        }
        before = trimmed(before);
        after = trimmed(after).replaceAll("^[.]\\s*$", "");
        if (link.title() != null) {
            String rest = (before + " " + after).strip();
            return few(rest)
                    ? Optional.of(new Item(link.title(), link, rest.isEmpty() ? null : rest, true))
                    : Optional.empty();
        }
        String title = before.isEmpty() ? after : before;
        if (!few(before) || !few(after)) {
            return Optional.empty();
        }
        return Optional.of(
                title.isEmpty()
                        ? new Item(name(link.target()), link, null, false)
                        : new Item(title, link, before.isEmpty() || after.isEmpty() ? null : after, true));
    }

    /** Of a text that is clearly a title and its address, not a sentence that names one. */
    static Optional<Item> plain(String text) {
        return of(text).filter(item -> item.named() && item.apart(text));
    }

    /** Whether a text is an address and nothing else. */
    static boolean bare(String text) {
        return of(text).filter(item -> !item.named()).isPresent();
    }

    private boolean apart(String text) {
        if (link.title() != null) {
            return note == null;
        }
        String before = text.substring(0, link.start()).stripTrailing();
        boolean separated = before.isEmpty()
                || ":–—-|,→".indexOf(before.charAt(before.length() - 1)) >= 0
                || "(<[".indexOf(text.charAt(link.start())) >= 0;
        return separated && Plain.split(title).size() <= MAX_PLAIN_WORDS && !title.matches(".*[.!?] .*");
    }

    private static boolean few(String text) {
        return text.length() <= 200 && Plain.split(text).size() <= MAX_WORDS;
    }

    static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        int opened = text.indexOf('(');
        // A closing bracket at the end stays when it was opened before.
        while (end > start
                && SEPARATORS.indexOf(text.charAt(end - 1)) >= 0
                && !(text.charAt(end - 1) == ')' && opened >= 0 && opened < end - 1)) {
            end--;
        }
        while (start < end && SEPARATORS.indexOf(text.charAt(start)) >= 0 && "([<".indexOf(text.charAt(start)) < 0) {
            start++;
        }
        return text.substring(start, end).strip();
    }

    /** Host and path of an address, as a makeshift title. */
    static String name(String target) {
        String name = target.replaceFirst("^https?://(www\\.)?", "")
                .replaceFirst("[?#].*", "")
                .replaceFirst("/$", "");
        return name.length() > 120 ? name.substring(0, 117) + "…" : name;
    }
}
