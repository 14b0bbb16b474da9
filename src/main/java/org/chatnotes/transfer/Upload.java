package org.chatnotes.transfer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that came by the workshop: first only counted, then brought in when someone says so.
 *
 * @param forecast what would happen, as of when it came
 * @param report what happened; null before
 */
public record Upload(
        long id,
        String fileName,
        long listId,
        ImportConsent consent,
        ImportReport forecast,
        @Nullable ImportReport report,
        Instant createdAt) {}
