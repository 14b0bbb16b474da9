package org.chatnotes.lists;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chatnotes.i18n.Messages;

/** What pages about people call things: programmes, roles and languages by code, in the page's language. */
final class Words {
    private Words() {}

    /** Short labels by code. */
    static Map<String, String> labels(List<Term> terms, String language) {
        Map<String, String> labels = new LinkedHashMap<>();
        terms.forEach(term -> labels.put(term.code(), term.label(language)));
        return labels;
    }

    /** Long names by code. */
    static Map<String, String> names(List<Term> terms, String language) {
        Map<String, String> names = new LinkedHashMap<>();
        terms.forEach(term -> names.put(term.code(), term.name(language)));
        return names;
    }

    /** The languages that labels have, by tag. */
    static Map<String, String> languages(String in) {
        Map<String, String> names = new LinkedHashMap<>();
        Messages.LANGUAGES.forEach(tag -> names.put(tag, language(tag, in)));
        return names;
    }

    static String language(String tag, String in) {
        Locale shown = Locale.forLanguageTag(in);
        String name = Locale.forLanguageTag(tag).getDisplayName(shown);
        return name.isEmpty() ? tag : name.substring(0, 1).toUpperCase(shown) + name.substring(1);
    }
}
