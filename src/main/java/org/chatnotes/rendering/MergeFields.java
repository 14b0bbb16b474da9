package org.chatnotes.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chatnotes.mail.Slots;
import org.jspecify.annotations.Nullable;

/** Merge fields in editors' text, <code>{{first_name|there}}</code>: data that becomes slots, never a template. */
final class MergeFields {
    /** Links of our own, made per reader. */
    static final Set<String> LINKS = Set.of("unsubscribe_url", "preferences_url", "view_url");

    private static final Set<String> PERSON =
            Set.of("first_name", "name", "email", "school", "country", "region", "language");
    private static final Pattern FIELD = Pattern.compile("\\{\\{\\s*([A-Za-z][A-Za-z0-9_]*)\\s*(?:\\|([^{}]*))?\\}\\}");

    private MergeFields() {}

    /** The fields that every installation knows, beside its custom fields. */
    static boolean standard(String name) {
        return PERSON.contains(name) || LINKS.contains(name);
    }

    /** Text with its fields as open slots. */
    static String open(String text) {
        if (text.indexOf("{{") < 0) {
            return Slots.strip(text);
        }
        return FIELD.matcher(Slots.strip(text))
                .replaceAll(found -> Matcher.quoteReplacement(slot(found.group(1), found.group(2))));
    }

    private static String slot(String name, @Nullable String instead) {
        return instead == null ? Slots.slot(name) : Slots.slot(name, instead.strip());
    }

    /** Text with each field as its default, for readers who are nobody: pages, contents lists. */
    static String byDefault(String text) {
        return Slots.fill(open(text), name -> null);
    }

    /** Names of all well-formed fields, in order. */
    static List<String> names(String text) {
        return FIELD.matcher(text).results().map(found -> found.group(1)).toList();
    }

    /** What looks like a field and is none: braces that do not close, spaces in the name, nothing inside. */
    static List<String> malformed(String text) {
        List<String> found = new ArrayList<>();
        String rest = FIELD.matcher(text).replaceAll("");
        for (int at = rest.indexOf("{{"); at >= 0; at = rest.indexOf("{{", at + 2)) {
            int end = rest.indexOf("}}", at);
            found.add(rest.substring(at, Math.min(rest.length(), end < 0 ? at + 24 : Math.min(end + 2, at + 40))));
        }
        return found;
    }
}
