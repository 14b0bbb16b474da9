package org.chatnotes.i18n;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The words of the interface in one language. A key starts with the name of its bundle ({@code editions.pause} stands in
 * {@code i18n/editions_en.properties}), so that a reader of a template finds it at once. A language without a word falls
 * back to English. Patterns follow ICU's MessageFormat: <code>{0, plural, one {# reader} other {# readers}}</code>.
 */
public final class Messages {
    /** Languages with labels of their own; the first is the fallback. */
    public static final List<String> LANGUAGES = List.of("en", "fr", "es");

    private static final Map<String, Messages> BY_LANGUAGE = new ConcurrentHashMap<>();

    private final String language;
    private final Locale locale;
    private final Map<String, Properties> bundles = new ConcurrentHashMap<>();

    private Messages(String language) {
        this.language = language;
        this.locale = Locale.forLanguageTag(language);
    }

    /** Messages in a language tag such as {@code fr} or {@code fr-CA}; an unknown language speaks English. */
    public static Messages in(@Nullable String languageTag) {
        String language = languageTag == null
                ? LANGUAGES.get(0)
                : Locale.forLanguageTag(languageTag).getLanguage();
        return BY_LANGUAGE.computeIfAbsent(LANGUAGES.contains(language) ? language : LANGUAGES.get(0), Messages::new);
    }

    public String language() {
        return language;
    }

    public Locale locale() {
        return locale;
    }

    /**
     * The message of a key, with its arguments filled in.
     *
     * @throws IllegalArgumentException when no bundle has the key: a mistake of ours, found by the tests
     */
    public String say(String key, @Nullable Object... arguments) {
        String pattern = pattern(key);
        if (pattern == null) {
            throw new IllegalArgumentException("No message has the key " + key);
        }
        return arguments.length == 0 && pattern.indexOf('{') < 0
                ? pattern
                : new MessageFormat(pattern, locale).format(arguments);
    }

    /** Whether a key has a message in this language or in English. */
    public boolean has(String key) {
        return pattern(key) != null;
    }

    private @Nullable String pattern(String key) {
        int dot = key.indexOf('.');
        if (dot < 0) {
            return null;
        }
        String own = bundle(key.substring(0, dot)).getProperty(key);
        return own != null || language.equals(LANGUAGES.get(0))
                ? own
                : in(LANGUAGES.get(0)).pattern(key);
    }

    private Properties bundle(String name) {
        return bundles.computeIfAbsent(name, this::load);
    }

    private Properties load(String name) {
        Properties words = new Properties();
        String path = "/i18n/" + name + "_" + language + ".properties";
        try (InputStream in = Messages.class.getResourceAsStream(path)) {
            if (in != null) {
                words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
