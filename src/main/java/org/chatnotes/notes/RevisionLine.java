package org.chatnotes.notes;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A {@link Revision} in a list, without its document. */
public record RevisionLine(long id, int number, @Nullable String author, Instant at, boolean pinned) {}
