package org.chatnotes.preferences;

import org.chatnotes.lists.MailingList;
import org.chatnotes.lists.Subscription;
import org.chatnotes.subscribers.Subscriber;
import org.jspecify.annotations.Nullable;

/**
 * Whom a personal link is about.
 *
 * @param subscription to the list of the mail the link came in; null: not on it
 */
public record Reader(
        Subscriber subscriber, MailingList list, @Nullable Subscription subscription) {
    /** The address, partly hidden. */
    public String masked() {
        return Mask.of(subscriber.email());
    }
}
