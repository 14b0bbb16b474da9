package org.chatnotes.rendering;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A note as a web page: everything with its marks, or what one programme, role or variant sees. No slots are open.
 *
 * @param language of the editor's words
 * @param dateline day, number, minutes of reading
 * @param theme of the year, as one line
 * @param article safe HTML of all blocks shown; headings start at level 2
 * @param contents headings with the ids they carry in the article
 * @param choices programmes and roles that some block is for; empty: nothing is tailored
 */
public record NotePage(
        String title,
        String language,
        String dateline,
        @Nullable String theme,
        String article,
        List<Entry> contents,
        List<Choice> choices) {
    /** One line of "in these notes". */
    public record Entry(String anchor, String text) {}

    /** One tab of "shown for": the code for {@code ?show=}, empty for all. */
    public record Choice(String code, String label, boolean chosen) {}
}
