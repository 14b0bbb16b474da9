package org.chatnotes.lists;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chatnotes.subscribers.AddressState;
import org.chatnotes.subscribers.Format;
import org.chatnotes.subscribers.Subscriber;
import org.jspecify.annotations.Nullable;

/** A person as the API shows her. */
public record SubscriberView(
        long id,
        String email,
        @Nullable String name,
        @Nullable String school,
        @Nullable String country,
        @Nullable String region,
        @Nullable String language,
        Format format,
        @Nullable String zone,
        Set<String> programmes,
        Set<String> roles,
        Map<String, String> fields,
        AddressState addressState,
        List<OnList> subscriptions,
        Instant createdAt,
        Instant updatedAt) {
    /** One of her lists; {@code state} is the subscription's, to which {@code address_state} is the stronger. */
    public record OnList(
            long list, SubscriptionState state, @Nullable LocalDate pausedUntil, Instant since, Consent consent) {
        static OnList of(Subscription it) {
            return new OnList(it.listId(), it.state(), it.pausedUntil(), it.since(), it.consent());
        }
    }

    static SubscriberView of(Subscriber it, List<Subscription> subscriptions) {
        return new SubscriberView(
                it.id(),
                it.email().toString(),
                it.name(),
                it.school(),
                it.country(),
                it.region(),
                it.language(),
                it.format(),
                it.zone(),
                it.programmes(),
                it.roles(),
                it.fields(),
                it.state(),
                subscriptions.stream().map(OnList::of).toList(),
                it.createdAt(),
                it.updatedAt());
    }
}
