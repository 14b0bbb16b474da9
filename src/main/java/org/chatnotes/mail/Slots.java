package org.chatnotes.mail;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Open slots in rendered text, filled per reader: {@code U+E000 name U+E001} or {@code U+E000 name|default U+E001}. The
 * two private-use characters cannot come from editors' text, where they are removed.
 */
public final class Slots {
    private static final char OPEN = '\uE000';
    private static final char CLOSE = '\uE001';
    private static final Pattern SLOT =
            Pattern.compile(OPEN + "([^|" + OPEN + CLOSE + "]+)(?:\\|([^" + CLOSE + "]*))?" + CLOSE);

    private Slots() {}

    /** A slot without default: an empty value leaves nothing. */
    public static String slot(String name) {
        return OPEN + name + CLOSE;
    }

    /** A slot with what stands for an empty value. */
    public static String slot(String name, String instead) {
        return OPEN + name + "|" + strip(instead) + CLOSE;
    }

    /** The names of all slots in a text, in order of appearance. */
    public static Set<String> names(String text) {
        Set<String> names = new LinkedHashSet<>();
        SLOT.matcher(text).results().forEach(found -> names.add(found.group(1)));
        return names;
    }

    /** The text with each slot filled; an empty or null value gives the slot's default. Values are used as they are. */
    public static String fill(String text, Function<String, @Nullable String> values) {
        return SLOT.matcher(text).replaceAll(found -> {
            String value = values.apply(found.group(1));
            String fallback = found.group(2) == null ? "" : found.group(2);
            return Matcher.quoteReplacement(value == null || value.isEmpty() ? fallback : value);
        });
    }

    /** Text without the two characters: for what editors and readers type. */
    public static String strip(String text) {
        return text.indexOf(OPEN) < 0 && text.indexOf(CLOSE) < 0
                ? text
                : text.replace(String.valueOf(OPEN), "").replace(String.valueOf(CLOSE), "");
    }

    static Matcher matcher(String text) {
        return SLOT.matcher(text);
    }
}
