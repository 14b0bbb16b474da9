package org.chatnotes.i18n;

import com.ibm.icu.text.Transliterator;
import java.util.Locale;
import java.util.function.Predicate;

/** Names as parts of addresses: lower-case ASCII words joined by hyphens, in whatever script they were written. */
public final class Slugs {
    private static final Transliterator ASCII = Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower");
    private static final int LONGEST = 60;

    private Slugs() {}

    /** @param fallback for names without any letter or figure */
    public static String of(String name, String fallback) {
        String words = ascii(name)
                .toLowerCase(Locale.ROOT)
                .replaceAll("['’`]", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        return words.isEmpty() ? fallback : shorten(words);
    }

    /** Whether a slug that somebody typed may stand in an address. */
    public static boolean valid(String slug) {
        return slug.length() <= LONGEST && slug.matches("[a-z0-9]+(-[a-z0-9]+)*");
    }

    /** The slug itself, or with the first number behind it that is not taken. */
    public static String free(String slug, Predicate<String> taken) {
        String free = slug;
        for (int number = 2; taken.test(free); number++) {
            free = slug + "-" + number;
        }
        return free;
    }

    /** Transliterators are not safe for several threads. */
    private static String ascii(String name) {
        synchronized (ASCII) {
            return ASCII.transliterate(name);
        }
    }

    /** Cut at a word's end where there is one. */
    private static String shorten(String words) {
        if (words.length() <= LONGEST) {
            return words;
        }
        int end = words.lastIndexOf('-', LONGEST);
        return words.substring(0, end < LONGEST / 2 ? LONGEST : end).replaceAll("-+$", "");
    }
}
