package org.chatnotes.transfer;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.chatnotes.i18n.Messages;

/** Languages as people write them in a file: {@code fr}, {@code fr_CA}, French, français. */
final class Languages {
    private static final Map<String, String> BY_NAME = byName();

    private Languages() {}

    /** The tag of a language, or the text itself when it is no name that we know. */
    static String tag(String typed) {
        String known = BY_NAME.get(typed.toLowerCase(Locale.ROOT));
        return known != null ? known : typed.replace('_', '-');
    }

    private static Map<String, String> byName() {
        Map<String, String> names = new HashMap<>();
        for (String code : Locale.getISOLanguages()) {
            Locale language = Locale.forLanguageTag(code);
            add(names, language.getDisplayLanguage(language), code);
            Messages.LANGUAGES.forEach(in -> add(names, language.getDisplayLanguage(Locale.forLanguageTag(in)), code));
            names.put(code, code);
        }
        return names;
    }

    private static void add(Map<String, String> names, String name, String code) {
        names.putIfAbsent(name.toLowerCase(Locale.ROOT), code);
    }
}
