package org.chatnotes.editions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chatnotes.lists.Lists;
import org.chatnotes.lists.MailingList;
import org.chatnotes.lists.Subscription;
import org.chatnotes.lists.SubscriptionState;
import org.chatnotes.outbox.Claimed;
import org.chatnotes.outbox.Composed;
import org.chatnotes.outbox.Composer;
import org.chatnotes.preferences.PreferenceLinks;
import org.chatnotes.subscribers.AddressState;
import org.chatnotes.subscribers.Subscriber;
import org.chatnotes.subscribers.Subscribers;
import org.jspecify.annotations.Nullable;

/** Makes the copies of an edition: names and addresses are read now, what is shown was decided at the freeze. */
final class EditionComposer implements Composer {
    /** Encoded variants kept in memory, some 60 KB each. */
    private static final int CACHE = 100;

    private final EditionStore editions;
    private final VariantStore variants;
    private final Subscribers subscribers;
    private final Lists lists;
    private final PreferenceLinks links;
    private final ViewLinks views;
    private final PostOffice office;
    private final Map<String, VariantStore.Stored> cache = new LinkedHashMap<>(CACHE, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, VariantStore.Stored> eldest) {
            return size() > CACHE;
        }
    };

    EditionComposer(
            EditionStore editions,
            VariantStore variants,
            Subscribers subscribers,
            Lists lists,
            PreferenceLinks links,
            ViewLinks views,
            PostOffice office) {
        this.editions = editions;
        this.variants = variants;
        this.subscribers = subscribers;
        this.lists = lists;
        this.links = links;
        this.views = views;
        this.office = office;
    }

    @Override
    public List<Composed> compose(long editionId, List<Claimed> claimed) {
        Edition edition = editions.find(editionId).orElseThrow();
        MailingList list = lists.require(edition.listId());
        String sender = office.sender(list);
        LocalDate today = lists.today();
        List<Long> ids = claimed.stream().map(Claimed::subscriberId).toList();
        Map<Long, Subscriber> readers = subscribers.all(ids);
        Map<Long, Subscription> subscriptions = lists.subscriptions(list.id(), ids);
        List<Composed> composed = new ArrayList<>(claimed.size());
        for (Claimed delivery : claimed) {
            Subscriber reader = readers.get(delivery.subscriberId());
            String gone = gone(reader, subscriptions.get(delivery.subscriberId()), today);
            composed.add(
                    gone != null || reader == null
                            ? new Composed.Skip(gone == null ? "erased" : gone)
                            : letter(edition, sender, delivery, reader));
        }
        return composed;
    }

    /** Who left after her delivery had been on the wire once gets no second try. */
    private static @Nullable String gone(
            @Nullable Subscriber reader, @Nullable Subscription subscription, LocalDate today) {
        if (reader == null) {
            return "erased";
        }
        if (reader.state() != AddressState.OK) {
            return reader.state().code();
        }
        if (subscription == null) {
            return "left";
        }
        LocalDate until = subscription.pausedUntil();
        boolean paused = subscription.state() == SubscriptionState.PAUSED && (until == null || until.isAfter(today));
        boolean active = subscription.state() == SubscriptionState.ACTIVE
                || subscription.state() == SubscriptionState.PAUSED && !paused;
        return active ? null : paused ? "paused" : "left";
    }

    private Composed letter(Edition edition, String sender, Claimed delivery, Subscriber reader) {
        VariantStore.Stored variant = variant(edition.id(), delivery.variant());
        Map<String, String> values = ReaderValues.of(reader);
        values.put("unsubscribe_url", links.unsubscribe(reader.id(), edition.listId()));
        values.put("preferences_url", links.preferences(reader.id(), edition.listId(), reader.addressEpoch()));
        values.put("view_url", views.of(edition.id(), variant.id()));
        values.put("shown_for", delivery.profile());
        return new Composed.Letter(sender, reader.email(), variant.template(), values);
    }

    private synchronized VariantStore.Stored variant(long editionId, String code) {
        String key = editionId + " " + code;
        VariantStore.Stored known = cache.get(key);
        if (known == null) {
            known = variants.stored(editionId, code)
                    .orElseThrow(() -> new IllegalStateException("Edition " + editionId + " has no variant " + code));
            cache.put(key, known);
        }
        return known;
    }
}
