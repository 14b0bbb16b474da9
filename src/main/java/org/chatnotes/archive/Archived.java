package org.chatnotes.archive;

import java.time.Instant;
import java.util.List;
import org.chatnotes.notes.Document;
import org.jspecify.annotations.Nullable;

/**
 * A note that was sent, as the archive lists it.
 *
 * @param editionId the newest edition that went out
 * @param path of its page: {@code /archive/{series}/{slug}}
 * @param title the month's theme, or else the note's own title
 * @param snippet a sentence that says what is in it
 * @param month and {@code year} of the chat, or else of sending, as its margin shows them
 * @param sentAt when it began to go out
 * @param programmes labels of those it has parts for
 * @param codes the first few it speaks of
 * @param resources how many it points to
 */
public record Archived(
        long editionId,
        long noteId,
        long seriesId,
        String path,
        Document document,
        String title,
        @Nullable String snippet,
        String month,
        String year,
        Instant sentAt,
        List<String> programmes,
        List<String> codes,
        int resources) {}
