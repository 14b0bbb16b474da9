package org.chatnotes.library;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chatnotes.markup.PlainLine;
import org.chatnotes.problem.Problem;
import org.chatnotes.problem.Problem.Field;
import org.jspecify.annotations.Nullable;

/** What a resource must be to stand in the library. */
final class ResourceRules {
    private static final int MAX_TITLE = 300;
    private static final int MAX_PUBLISHER = 200;
    private static final Pattern DAY = Pattern.compile("[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern TAG = Pattern.compile("[\\p{L}\\p{N}._-]{1,40}");

    private ResourceRules() {}

    /** The draft as it will be kept: trimmed, its address canonical. */
    static ResourceDraft check(ResourceDraft draft) {
        List<Field> wrong = new ArrayList<>();
        String title = PlainLine.of(draft.title());
        if (title.isEmpty() || title.length() > MAX_TITLE) {
            wrong.add(new Field("title", "Give the resource a title of 1 to " + MAX_TITLE + " characters."));
        }
        String url = blank(draft.url());
        String canonical = url == null ? null : WebAddress.canonical(url).orElse(null);
        if (url != null && canonical == null) {
            wrong.add(new Field("url", "“" + url + "” is no web address. Write it in full: https://example.org/page."));
        }
        String publisher = draft.publisher() == null ? null : blank(PlainLine.of(draft.publisher()));
        if (publisher != null && publisher.length() > MAX_PUBLISHER) {
            wrong.add(new Field("publisher", "The publisher has more than " + MAX_PUBLISHER + " characters."));
        }
        String appliesFrom = blank(draft.appliesFrom());
        if (appliesFrom != null && !DAY.matcher(appliesFrom).matches()) {
            wrong.add(new Field("applies_from", "Write the date as 2027, 2027-09 or 2027-09-01."));
        }
        checkTags(draft, wrong);
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
        return new ResourceDraft(
                title,
                canonical,
                draft.kind(),
                publisher,
                language(draft.language()),
                draft.programmes(),
                draft.roles(),
                draft.codes(),
                draft.login(),
                appliesFrom,
                draft.replacedBy());
    }

    private static void checkTags(ResourceDraft draft, List<Field> wrong) {
        Stream.of(draft.programmes(), draft.roles(), draft.codes())
                .flatMap(Set::stream)
                .filter(tag -> !TAG.matcher(tag).matches())
                .findFirst()
                .ifPresent(tag -> wrong.add(new Field(
                        "codes", "“" + tag + "” is no code: letters, digits, hyphens and stops, at most 40.")));
    }

    private static @Nullable String language(@Nullable String tag) {
        String given = blank(tag);
        try {
            return given == null
                    ? null
                    : new Locale.Builder().setLanguageTag(given).build().toLanguageTag();
        } catch (IllformedLocaleException e) {
            throw Problem.invalid("language", "“" + given + "” is no language tag. Write en, fr or es.");
        }
    }

    /** What a search compares: words in lower case without accents. */
    static List<String> words(String text) {
        return Arrays.stream(plain(text).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(10)
                .toList();
    }

    /** All that a resource can be found by. */
    static String searchable(ResourceDraft draft) {
        return plain(Stream.of(
                        Stream.of(
                                draft.title(),
                                draft.publisher(),
                                draft.url(),
                                draft.kind().code()),
                        draft.codes().stream(),
                        draft.programmes().stream(),
                        draft.roles().stream())
                .flatMap(part -> part)
                .filter(part -> part != null)
                .collect(Collectors.joining(" ")));
    }

    private static String plain(String text) {
        return ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
