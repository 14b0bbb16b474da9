package org.chatnotes.notes;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The whole of a note at one revision, stored as one immutable JSON document.
 *
 * @param schema version of this shape, now 1
 * @param title of the note, as lists and the archive show it
 * @param subject of the mail; null: the title
 * @param preheader the line that mail clients show beside the subject
 * @param language of the editor's words: a BCP 47 tag
 * @param chatDate day of the chat the note tells of
 * @param number within the school year
 * @param schoolYear label such as {@code 2024-2025}
 * @param yearTheme and {@code yearLens}: "IB Dreams to Action", "Belonging"
 * @param monthTheme the month's own theme
 */
public record Document(
        int schema,
        String title,
        @Nullable String subject,
        @Nullable String preheader,
        String language,
        @Nullable LocalDate chatDate,
        @Nullable Integer number,
        @Nullable String schoolYear,
        @Nullable String yearTheme,
        @Nullable String yearLens,
        @Nullable String monthTheme,
        List<Block> blocks) {
    public static final int SCHEMA = 1;

    @SuppressWarnings("NullAway") // JSON may leave schema and blocks out
    public Document {
        schema = schema == 0 ? SCHEMA : schema;
        blocks = blocks == null ? List.of() : List.copyOf(blocks);
    }

    public static Document titled(String title, String language, List<Block> blocks) {
        return new Document(SCHEMA, title, null, null, language, null, null, null, null, null, null, blocks);
    }

    public Document with(List<Block> changed) {
        return new Document(
                schema,
                title,
                subject,
                preheader,
                language,
                chatDate,
                number,
                schoolYear,
                yearTheme,
                yearLens,
                monthTheme,
                changed);
    }

    /** This document with another number in another school year. */
    public Document numbered(@Nullable String inYear, @Nullable Integer changed) {
        return new Document(
                schema,
                title,
                subject,
                preheader,
                language,
                chatDate,
                changed,
                inYear,
                yearTheme,
                yearLens,
                monthTheme,
                blocks);
    }

    public Document titled(String changed) {
        return new Document(
                schema,
                changed,
                subject,
                preheader,
                language,
                chatDate,
                number,
                schoolYear,
                yearTheme,
                yearLens,
                monthTheme,
                blocks);
    }

    /** The subject line of the mail. */
    public String subjectLine() {
        return subject == null || subject.isBlank() ? title : subject;
    }
}
