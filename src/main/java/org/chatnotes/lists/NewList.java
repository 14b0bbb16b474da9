package org.chatnotes.lists;

import org.jspecify.annotations.Nullable;

/** A list to be made, or what an existing one becomes; see {@link MailingList}. */
public record NewList(
        String name,
        @Nullable String description,
        boolean doubleOptIn,
        @Nullable String fromName,
        @Nullable String fromEmail,
        @Nullable String replyTo) {
    public NewList {
        name = name.strip();
        description = trimmed(description);
        fromName = trimmed(fromName);
        fromEmail = trimmed(fromEmail);
        replyTo = trimmed(replyTo);
    }

    /** A list with the group's sender, joined without a mail to confirm. */
    public static NewList named(String name) {
        return new NewList(name, null, false, null, null, null);
    }

    private static @Nullable String trimmed(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
