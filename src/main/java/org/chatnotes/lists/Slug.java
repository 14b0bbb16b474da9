package org.chatnotes.lists;

import java.util.function.Predicate;
import org.chatnotes.subscribers.SearchText;

/** Names as addresses and headers write them: lower case, a-z, 0-9 and single hyphens. */
final class Slug {
    private static final int MAX_LENGTH = 40;

    private Slug() {}

    /** The slug of a name; a number follows when it is taken. */
    static String of(String name, Predicate<String> taken) {
        String plain = SearchText.fold(name).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String slug = plain.isEmpty() ? "list" : plain.substring(0, Math.min(plain.length(), MAX_LENGTH));
        String free = slug;
        for (int number = 2; taken.test(free); number++) {
            free = slug + "-" + number;
        }
        return free;
    }
}
