package org.chatnotes.lists;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A list as a person's page shows it: how she stands to it, whatever her address, of which the page speaks apart. */
public record ListLine(
        MailingList list, ShownState state, @Nullable Subscription subscription) {
    static ListLine of(MailingList list, @Nullable Subscription subscription, LocalDate today) {
        return new ListLine(list, ShownState.of(subscription, today), subscription);
    }
}
