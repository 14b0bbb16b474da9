package org.chatnotes.lists;

import java.util.Map;
import java.util.TreeMap;

/**
 * A programme or a role, as an installation names it: a row, edited in Settings, retired and not deleted.
 *
 * @param code short and unique among its kind; letters, digits, hyphen, underscore
 * @param position its place in forms, from 0
 * @param labels short label by language ({@code en}, {@code fr}, …)
 * @param names long name by language
 */
public record Term(String code, int position, boolean retired, Map<String, String> labels, Map<String, String> names) {
    public Term {
        labels = Map.copyOf(new TreeMap<>(labels));
        names = Map.copyOf(new TreeMap<>(names));
    }

    /** The short label in a language, else in English, else the code. */
    public String label(String language) {
        return labels.getOrDefault(language, labels.getOrDefault("en", code));
    }

    /** The long name in a language, else in English, else the label. */
    public String name(String language) {
        String english = names.getOrDefault("en", label(language));
        return names.getOrDefault(language, english);
    }
}
