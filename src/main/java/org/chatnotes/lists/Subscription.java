package org.chatnotes.lists;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person on a list.
 *
 * @param pausedUntil the first day on which mail comes again, in the group's zone; of a paused one only
 * @param since when this state began
 * @param reason why it is so, when someone or something said: {@code one-click}, {@code page}, {@code workshop}
 * @param joinedAt when the person first came to the list
 */
public record Subscription(
        long listId,
        long subscriberId,
        SubscriptionState state,
        @Nullable LocalDate pausedUntil,
        Instant since,
        @Nullable String reason,
        Consent consent,
        Instant joinedAt) {}
