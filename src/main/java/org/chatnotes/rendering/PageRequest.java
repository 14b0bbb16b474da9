package org.chatnotes.rendering;

import java.util.List;
import org.chatnotes.notes.Document;
import org.jspecify.annotations.Nullable;

/**
 * What a web page is to show.
 *
 * @param language of the labels
 * @param show code of one programme or role; null: all blocks
 * @param blockIds those of one variant, in the order of the note; null: all blocks
 * @param bodyPath from where an {@code html} block is served by itself, for its frame
 */
public record PageRequest(
        long noteId,
        Document document,
        String language,
        @Nullable String show,
        @Nullable List<String> blockIds,
        String bodyPath) {}
