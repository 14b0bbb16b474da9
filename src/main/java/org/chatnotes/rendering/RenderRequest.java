package org.chatnotes.rendering;

import org.chatnotes.notes.Document;
import org.jspecify.annotations.Nullable;

/**
 * What is to be rendered.
 *
 * @param shortLinks whether web links go out as {@code /l/{key}/{variant}}, which can be corrected after sending
 * @param listName as its readers know it, for "why am I getting this"; null for a sample
 * @param replyTo address that answers go to, shown in the footer; null: none is shown
 * @param archivePath page of the whole note, {@code /archive/{series}/{slug}}; null: {@code view_url} stands for it
 */
public record RenderRequest(
        long noteId,
        Document document,
        VariantKey key,
        boolean shortLinks,
        @Nullable String listName,
        @Nullable String replyTo,
        @Nullable String archivePath) {}
