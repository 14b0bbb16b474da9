package org.chatnotes.lists;

import java.time.LocalDate;
import java.time.ZoneId;
import org.chatnotes.subscribers.Subscriber;
import org.jspecify.annotations.Nullable;

/**
 * A person as a page of people shows her.
 *
 * @param pausedUntil of a paused one only
 * @param since when she came to the list, or to us
 */
public record PersonLine(
        Subscriber subscriber, ShownState state, @Nullable LocalDate pausedUntil, LocalDate since) {
    static PersonLine of(Subscriber subscriber, @Nullable Subscription subscription, LocalDate today, ZoneId zone) {
        ShownState state = ShownState.of(subscriber, subscription, today);
        return new PersonLine(
                subscriber,
                state,
                state == ShownState.PAUSED && subscription != null ? subscription.pausedUntil() : null,
                LocalDate.ofInstant(subscription == null ? subscriber.createdAt() : subscription.joinedAt(), zone));
    }
}
