package org.chatnotes.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.chatnotes.db.Json;
import org.jspecify.annotations.Nullable;

/** Everyday words by which the parts of notes are known, in several languages; they stand in {@code intake/words.json}. */
final class Lexicon {
    /** "Next roundtables": the next of anything is a date, unless it is a step. */
    private static final int MAX_NEXT = 4;

    private static final int MAX_HEADING_WORDS = 9;

    /** A wording that is probably a slip, and what was probably meant. */
    record Doubt(Pattern pattern, String suggestion) {}

    private record Known(SectionKind kind, List<String> words) {}

    private final Map<String, Set<String>> common = new LinkedHashMap<>();
    private final List<Known> headings = new ArrayList<>();
    private final Map<String, List<List<String>>> phrases = new HashMap<>();
    private final List<List<List<String>>> people = new ArrayList<>();
    private final Map<String, Integer> months = new HashMap<>();
    private final Map<String, String> zones = new HashMap<>();
    private final List<Pattern> themes = new ArrayList<>();
    private final List<Doubt> doubts = new ArrayList<>();

    Lexicon() {
        JsonNode words = load();
        words.get("common")
                .properties()
                .forEach(entry -> common.put(
                        entry.getKey(),
                        new HashSet<>(Plain.words(entry.getValue().asText()))));
        words.get("headings")
                .properties()
                .forEach(entry -> entry.getValue()
                        .forEach(phrase -> headings.add(new Known(
                                SectionKind.valueOf(entry.getKey().toUpperCase(Locale.ROOT)),
                                Plain.words(phrase.asText())))));
        words.properties().stream()
                .filter(entry -> entry.getValue().isArray()
                        && entry.getValue().path(0).isTextual()
                        && !entry.getKey().equals("themes"))
                .forEach(entry -> phrases.put(entry.getKey(), phrases(entry.getValue())));
        words.get("people").forEach(group -> people.add(phrases(group)));
        words.get("months")
                .properties()
                .forEach(month -> months.put(month.getKey(), month.getValue().asInt()));
        words.get("zones")
                .properties()
                .forEach(zone -> zones.put(zone.getKey(), zone.getValue().asText()));
        words.get("themes").forEach(theme -> themes.add(Pattern.compile(theme.asText())));
        words.get("doubts")
                .forEach(doubt -> doubts.add(new Doubt(
                        Pattern.compile(doubt.get("regex").asText()),
                        doubt.get("suggest").asText())));
    }

    private static JsonNode load() {
        try (InputStream in = Lexicon.class.getResourceAsStream("/intake/words.json")) {
            return Json.mapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<List<String>> phrases(JsonNode array) {
        List<List<String>> all = new ArrayList<>();
        array.forEach(phrase -> all.add(Plain.words(phrase.asText())));
        return all;
    }

    /** The language whose commonest words a text uses most; English when none stands out. */
    String language(List<String> words) {
        String best = "en";
        long most = 0;
        for (Map.Entry<String, Set<String>> language : common.entrySet()) {
            long count = words.stream().filter(language.getValue()::contains).count();
            if (count > most) {
                most = count;
                best = language.getKey();
            }
        }
        return best;
    }

    /**
     * What a heading promises: it is a known one, ends with one ("World Café Provocations"), or begins with one that a
     * small word follows ("Resources for the exhibition"). The longest wins.
     */
    Optional<SectionKind> heading(String text) {
        List<String> words = Plain.words(text);
        if (words.isEmpty() || words.size() > MAX_HEADING_WORDS) {
            return Optional.empty();
        }
        @Nullable Known best = null;
        for (Known known : headings) {
            int size = known.words().size();
            boolean fits = Plain.at(words, words.size() - size, known.words())
                    || (Plain.at(words, 0, known.words()) && is("around", List.of(words.get(size))));
            if (fits && (best == null || size > best.words().size())) {
                best = known;
            }
        }
        if (best == null && words.size() <= MAX_NEXT && begins("next", text) && !ends("steps", text)) {
            return Optional.of(SectionKind.EVENT);
        }
        return Optional.ofNullable(best).map(Known::kind);
    }

    /** Whether a heading is one of those known, word for word. */
    boolean generic(String text) {
        List<String> words = Plain.words(text);
        return headings.stream().anyMatch(known -> known.words().equals(words));
    }

    /** Whether words are a phrase of a group. */
    boolean is(String group, List<String> words) {
        return group(group).contains(words);
    }

    /** Whether a text begins with a phrase of a group. */
    boolean begins(String group, String text) {
        List<String> words = Plain.words(text.substring(0, Math.min(text.length(), 120)));
        return group(group).stream().anyMatch(phrase -> Plain.at(words, 0, phrase));
    }

    /** Whether a text ends with a phrase of a group. */
    boolean ends(String group, String text) {
        List<String> words = Plain.words(text);
        return group(group).stream().anyMatch(phrase -> Plain.at(words, words.size() - phrase.size(), phrase));
    }

    /** A text without the phrases of a group at its end. */
    String withoutEnding(String group, String text) {
        String rest = text;
        for (int space = rest.lastIndexOf(' '); space > 0; space = rest.lastIndexOf(' ')) {
            if (!is(group, Plain.words(rest.substring(space)))) {
                break;
            }
            rest = rest.substring(0, space);
        }
        return rest;
    }

    /** Whether a text has a phrase of a group. */
    boolean has(String group, String text) {
        List<String> words = Plain.words(text);
        return group(group).stream().anyMatch(phrase -> Plain.within(words, phrase));
    }

    private List<List<String>> group(String name) {
        return phrases.getOrDefault(name, List.of());
    }

    /** Groups of words for the same people. */
    List<List<List<String>>> people() {
        return people;
    }

    Map<String, Integer> months() {
        return months;
    }

    /** Names of the days of the week, folded. */
    List<String> weekdays() {
        return group("weekdays").stream().map(words -> String.join(" ", words)).toList();
    }

    Map<String, String> zones() {
        return zones;
    }

    List<Pattern> themes() {
        return themes;
    }

    List<Doubt> doubts() {
        return doubts;
    }
}
