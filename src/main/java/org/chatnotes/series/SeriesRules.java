package org.chatnotes.series;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import org.chatnotes.i18n.Slugs;
import org.chatnotes.markup.PlainLine;
import org.chatnotes.problem.Problem;
import org.chatnotes.problem.Problem.Field;
import org.jspecify.annotations.Nullable;

/** What a series must be before it is stored. */
final class SeriesRules {
    private SeriesRules() {}

    /** The draft with its texts trimmed. */
    static SeriesDraft checked(SeriesDraft draft) {
        List<Field> wrong = new ArrayList<>();
        String name = PlainLine.of(draft.name());
        String slug = blankToNull(draft.slug());
        if (name.isEmpty() || name.length() > 120) {
            wrong.add(new Field("name", "Give the series a name of at most 120 characters."));
        }
        if (slug != null && !Slugs.valid(slug)) {
            wrong.add(new Field(
                    "slug", "“" + slug + "” cannot stand in an address. Use small letters, figures and hyphens."));
        }
        if (!zone(draft.zone())) {
            wrong.add(new Field("zone", "“" + draft.zone() + "” is not a time zone. Write it as Europe/Berlin."));
        }
        if (!language(draft.language())) {
            wrong.add(new Field("language", "“" + draft.language() + "” is not a language. Write it as en or fr-CA."));
        }
        if (!draft.design().matches("[a-z][a-z0-9-]{0,40}")) {
            wrong.add(new Field("design", "There is no design “" + draft.design() + "”."));
        }
        if (draft.yearStarts() < 1 || draft.yearStarts() > 12) {
            wrong.add(new Field("year_starts", "The month in which the school year begins is a number from 1 to 12."));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
        return new SeriesDraft(
                slug,
                name,
                blankToNull(draft.rule()),
                draft.zone().strip(),
                draft.language().strip(),
                draft.design(),
                draft.shortLinks(),
                draft.listId(),
                draft.numbered(),
                draft.yearStarts());
    }

    static Series series(long id, String slug, SeriesDraft draft) {
        return new Series(
                id,
                slug,
                draft.name(),
                draft.rule(),
                draft.zone(),
                draft.language(),
                draft.design(),
                draft.shortLinks(),
                draft.listId(),
                draft.numbered(),
                draft.yearStarts());
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static boolean zone(String zone) {
        try {
            ZoneId.of(zone.strip());
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean language(String tag) {
        try {
            return !new Locale.Builder()
                    .setLanguageTag(tag.strip())
                    .build()
                    .getLanguage()
                    .isEmpty();
        } catch (IllformedLocaleException e) {
            return false;
        }
    }
}
