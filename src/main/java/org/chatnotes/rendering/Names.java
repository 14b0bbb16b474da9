package org.chatnotes.rendering;

import java.util.List;
import java.util.Locale;
import org.chatnotes.i18n.Messages;

/** Small things about words: lists, ranges, capitals. */
final class Names {
    private Names() {}

    /** "one", "one and two", "one, two and three". */
    static String joined(List<String> names, Messages labels) {
        if (names.size() < 2) {
            return String.join("", names);
        }
        int last = names.size() - 1;
        return labels.say("rendering.and", String.join(", ", names.subList(0, last)), names.get(last));
    }

    /** With a dash where two numbers are joined by a hyphen: 1–2, 2024–2025. */
    static String range(String text) {
        return text.replaceAll("(?<=[0-9])-(?=[0-9])", "–");
    }

    static String capital(String text, Locale locale) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(locale) + text.substring(1);
    }

    /** With a small first letter, unless more capitals follow: Belonging is a word, ROI is none. */
    static String small(String text, Locale locale) {
        String first = text.split("\\s", 2)[0];
        boolean word = first.length() > 1
                && first.substring(1).equals(first.substring(1).toLowerCase(locale));
        return word ? text.substring(0, 1).toLowerCase(locale) + text.substring(1) : text;
    }
}
