package org.chatnotes.intake;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text reduced to what comparing needs: words in lower case without accents. */
final class Plain {
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    private Plain() {}

    static String fold(String text) {
        return ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    /** The words of a text: runs of letters and digits, folded. */
    static List<String> words(String text) {
        return split(fold(text));
    }

    /** The words of a text as they are written. */
    static List<String> split(String text) {
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean inside = i < text.length() && Character.isLetterOrDigit(text.charAt(i));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                words.add(text.substring(start, i));
                start = -1;
            }
        }
        return words;
    }

    /** A word without what makes it plural, roughly, in English, French and Spanish alike. */
    static String stem(String word) {
        if (word.length() > 5 && word.endsWith("es")) {
            return word.substring(0, word.length() - 2);
        }
        return word.length() > 3 && (word.endsWith("s") || word.endsWith("x"))
                ? word.substring(0, word.length() - 1)
                : word.length() > 4 && word.endsWith("e") ? word.substring(0, word.length() - 1) : word;
    }

    /** Whether some words stand in a row within others, from a position. */
    static boolean at(List<String> words, int position, List<String> row) {
        return position >= 0
                && position + row.size() <= words.size()
                && words.subList(position, position + row.size()).equals(row);
    }

    static boolean within(List<String> words, List<String> row) {
        for (int i = 0; i + row.size() <= words.size(); i++) {
            if (at(words, i, row)) {
                return true;
            }
        }
        return false;
    }

    /** The beginning of a text, for the log. */
    static String shortened(String text) {
        return text.length() <= 80
                ? text
                : text.substring(0, text.lastIndexOf(' ', 77) < 40 ? 77 : text.lastIndexOf(' ', 77)) + " …";
    }
}
