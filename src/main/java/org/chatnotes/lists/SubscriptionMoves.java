package org.chatnotes.lists;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The legal moves of a subscription. Everybody who writes one goes through here. Coming back after leaving is legal, but
 * asks for a consent given since ({@link Lists#subscribe}); an import has none, so that it never moves anyone back.
 */
final class SubscriptionMoves {
    private SubscriptionMoves() {}

    /** @param from null: not on the list yet */
    static boolean legal(@Nullable SubscriptionState from, SubscriptionState to) {
        return next(from).contains(to);
    }

    private static Set<SubscriptionState> next(@Nullable SubscriptionState from) {
        if (from == null) {
            return EnumSet.of(SubscriptionState.PENDING, SubscriptionState.ACTIVE, SubscriptionState.UNSUBSCRIBED);
        }
        return switch (from) {
            case PENDING -> EnumSet.of(SubscriptionState.ACTIVE, SubscriptionState.UNSUBSCRIBED);
            case ACTIVE -> EnumSet.of(SubscriptionState.PAUSED, SubscriptionState.UNSUBSCRIBED);
            case PAUSED ->
                EnumSet.of(SubscriptionState.PAUSED, SubscriptionState.ACTIVE, SubscriptionState.UNSUBSCRIBED);
            case UNSUBSCRIBED -> EnumSet.of(SubscriptionState.PENDING, SubscriptionState.ACTIVE);
        };
    }
}
