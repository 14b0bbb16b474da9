package org.chatnotes.settings;

import org.jspecify.annotations.Nullable;

/**
 * The group that sends, as its owner describes it in Settings.
 *
 * @param name shown in mails and on public pages
 * @param senderName and {@code senderEmail}: the From of mails whose list names none; null: CHATNOTES_FROM
 * @param replyTo where answers go; null: the sender
 * @param postalLine the postal address in every mail's footer, one line
 * @param zone the time zone of plans, such as {@code America/New_York}
 * @param language of the labels when a reader chose none: en, fr or es
 * @param disclaimer a line under the postal line, such as whom the group does not speak for
 * @param lineColour and {@code markerColour}: #rrggbb of the margin line and of the marker in mails
 * @param reviewed whether the owner has looked at all this once, which the first real send asks for
 */
public record Group(
        String name,
        @Nullable String senderName,
        @Nullable String senderEmail,
        @Nullable String replyTo,
        @Nullable String postalLine,
        String zone,
        String language,
        @Nullable String disclaimer,
        String lineColour,
        String markerColour,
        boolean reviewed) {
    static final Group UNNAMED =
            new Group("Our notes", null, null, null, null, "UTC", "en", null, "#e3737f", "#ffe58a", false);
}
