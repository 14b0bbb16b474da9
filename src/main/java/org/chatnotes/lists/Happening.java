package org.chatnotes.lists;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.chatnotes.events.Event;
import org.chatnotes.i18n.Messages;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a person, as her page tells it.
 *
 * @param key of the message that says it; null when a program wrote an event that we have no words for
 * @param until of a pause
 * @param list where it happened, if on one
 */
public record Happening(
        Instant at,
        @Nullable String key,
        String name,
        @Nullable LocalDate until,
        @Nullable String list) {
    static Happening of(Event event, @Nullable String list) {
        String key = "subscribers.event_" + event.name().replace('.', '_');
        return new Happening(
                event.at(),
                Messages.in("en").has(key) ? key : null,
                event.name(),
                day(event.data().get("until")),
                list);
    }

    private static @Nullable LocalDate day(@Nullable Object text) {
        try {
            return text == null ? null : LocalDate.parse(text.toString());
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
