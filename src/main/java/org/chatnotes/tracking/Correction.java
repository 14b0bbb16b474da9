package org.chatnotes.tracking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A change of where a short link leads: who, when, from where to where. */
public record Correction(
        String key,
        String from,
        String to,
        Instant at,
        @Nullable String actor) {}
