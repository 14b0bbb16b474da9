package org.chatnotes.series;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Notes that belong together, and what the next of them starts with.
 *
 * @param slug its part of public addresses: {@code ibcc-notes}
 * @param rule when the chats are, in the editor's words: "second Wednesday"
 * @param zone of its times, such as {@code America/New_York}
 * @param language of the editor's words: a BCP 47 tag
 * @param design of its mails: a folder of {@code templates/email/}
 * @param shortLinks whether web links go out as short links that can be corrected later
 * @param listId the list that its notes usually go to, or null
 * @param numbered whether its notes are numbered within the school year
 * @param yearStarts month (1-12) in which a school year begins
 */
public record Series(
        long id,
        String slug,
        String name,
        @Nullable String rule,
        String zone,
        String language,
        String design,
        boolean shortLinks,
        @Nullable Long listId,
        boolean numbered,
        int yearStarts) {

    /** The label of the school year a day is in: {@code 2024-2025}, or {@code 2025} where it keeps within a year. */
    public String schoolYear(LocalDate day) {
        int first = day.getMonthValue() >= yearStarts ? day.getYear() : day.getYear() - 1;
        return yearStarts <= 2 ? String.valueOf(first) : first + "-" + (first + 1);
    }

    /** What an editor said of it, as the start of a change. */
    public SeriesDraft draft() {
        return new SeriesDraft(slug, name, rule, zone, language, design, shortLinks, listId, numbered, yearStarts);
    }
}
