package org.chatnotes.rendering;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chatnotes.i18n.Messages;
import org.chatnotes.notes.Block;
import org.chatnotes.notes.Content;
import org.chatnotes.notes.Document;
import org.jspecify.annotations.Nullable;

/** The head of a mail or page: title, day, number, theme, banner. */
final class Head {
    private Head() {}

    /** The header block that becomes the head: the first of those shown. */
    static @Nullable Block block(List<Block> shown) {
        return shown.stream()
                .filter(block -> block.content() instanceof Content.Header)
                .findFirst()
                .orElse(null);
    }

    static Map<String, @Nullable Object> model(Document document, List<Block> shown, Facts facts, Surface surface) {
        Block block = block(shown);
        Content.Header header = block == null ? null : (Content.Header) block.content();
        LocalDate day = header == null || header.date() == null ? document.chatDate() : header.date();
        String date = day == null ? "" : facts.formats().date(day);
        String number = number(document, facts.labels());
        Map<String, @Nullable Object> model = new LinkedHashMap<>();
        model.put("title", surface.plain(header == null ? document.title() : header.title()));
        model.put("date", date);
        model.put("number", number);
        model.put("line", date.isEmpty() || number.isEmpty() ? date + number : date + ". " + number);
        model.put("theme", theme(document, facts.note()));
        model.put("picture", header == null ? null : facts.picture(header.media(), null, surface));
        return model;
    }

    static String number(Document document, Messages labels) {
        if (document.number() == null) {
            return "";
        }
        String number = String.valueOf(document.number());
        return document.schoolYear() == null
                ? labels.say("rendering.number", number)
                : labels.say("rendering.number_of_year", number, Names.range(document.schoolYear()));
    }

    /** The year's theme and its lens, as one line in the language of the note. */
    static String theme(Document document, Messages note) {
        String theme = document.yearTheme();
        String lens = document.yearLens();
        if (theme == null || lens == null) {
            return theme == null ? (lens == null ? "" : lens) : theme;
        }
        return note.say("rendering.lens", theme, Names.small(lens, note.locale()));
    }
}
