package org.chatnotes.notes;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A {@link Note} in a list, without its document. */
public record NoteLine(
        long id,
        long seriesId,
        String slug,
        String title,
        @Nullable LocalDate chatDate,
        @Nullable Integer number,
        @Nullable String schoolYear,
        NoteState state,
        Instant updatedAt,
        @Nullable String updatedBy,
        @Nullable Instant binnedAt) {}
