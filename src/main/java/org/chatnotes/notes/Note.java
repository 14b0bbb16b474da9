package org.chatnotes.notes;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A note as it stands now.
 *
 * @param slug its part of public addresses, unique in its series
 * @param revisionId of its newest revision; {@code document} is that revision's
 * @param etag changes with every save, quoted as HTTP wants it
 * @param updatedBy who saved last, as events name actors, or null
 * @param binnedAt when it was put into the bin, or null
 */
public record Note(
        long id,
        long seriesId,
        String slug,
        NoteState state,
        long revisionId,
        int revisionNumber,
        String etag,
        Document document,
        Instant createdAt,
        Instant updatedAt,
        @Nullable String updatedBy,
        @Nullable Instant binnedAt) {

    /** Whether a tag that a client gives back is this one, weak or not, quoted or not. */
    public boolean hasEtag(String given) {
        String plain = given.strip().replaceFirst("^W/", "").replace("\"", "");
        return plain.equals(etag.replace("\"", ""));
    }
}
