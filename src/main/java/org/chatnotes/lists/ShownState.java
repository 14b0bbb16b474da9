package org.chatnotes.lists;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.Locale;
import org.chatnotes.subscribers.AddressState;
import org.chatnotes.subscribers.Subscriber;
import org.jspecify.annotations.Nullable;

/** The state that people see: the stronger of the address and the subscription. Worked out, never stored. */
public enum ShownState {
    ACTIVE,
    PAUSED,
    PENDING,
    UNSUBSCRIBED,
    BOUNCED,
    COMPLAINED,
    ERASED,
    /** on no list, with an address that is fine */
    NONE;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for a word that is no state */
    static ShownState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** @param today in the group's zone: a pause whose day has come is over */
    public static ShownState of(Subscriber subscriber, @Nullable Subscription subscription, LocalDate today) {
        return subscriber.state() == AddressState.OK
                ? of(subscription, today)
                : of(subscriber.state().code());
    }

    /** How someone stands to a list, whatever her address. */
    public static ShownState of(@Nullable Subscription subscription, LocalDate today) {
        if (subscription == null) {
            return NONE;
        }
        LocalDate until = subscription.pausedUntil();
        boolean over = subscription.state() == SubscriptionState.PAUSED && until != null && !until.isAfter(today);
        return over ? ACTIVE : of(subscription.state().code());
    }
}
