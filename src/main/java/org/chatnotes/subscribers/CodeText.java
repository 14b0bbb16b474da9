package org.chatnotes.subscribers;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Codes of programmes or roles as one canonical text, sorted and between commas ({@code ,DP,MYP,}; none is empty), so
 * that people who chose the same have equal text, which the database can group by and search in.
 */
public final class CodeText {
    private CodeText() {}

    public static String write(Collection<String> codes) {
        return codes.isEmpty() ? "" : "," + String.join(",", new TreeSet<>(codes)) + ",";
    }

    public static Set<String> read(String text) {
        return text.isEmpty()
                ? Set.of()
                : Collections.unmodifiableSet(new TreeSet<>(
                        Set.of(text.substring(1, text.length() - 1).split(","))));
    }
}
