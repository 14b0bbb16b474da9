package org.chatnotes.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A program's key to the API, without its secret. */
public record ApiToken(
        long id,
        String name,
        @Nullable String createdBy,
        Instant createdAt,
        @Nullable Instant usedAt) {
    public String actor() {
        return "token:" + id;
    }
}
