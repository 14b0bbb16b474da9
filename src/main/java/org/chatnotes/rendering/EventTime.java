package org.chatnotes.rendering;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.chatnotes.i18n.Messages;
import org.chatnotes.notes.Content;
import org.jspecify.annotations.Nullable;

/** When an event is, in words: "16:00 to 17:15, New York time". */
final class EventTime {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private EventTime() {}

    /** Null for no date, or what is none. */
    static @Nullable LocalDateTime start(@Nullable String local) {
        try {
            return local == null || local.isBlank() ? null : LocalDateTime.parse(local.strip());
        } catch (DateTimeException e) {
            return null;
        }
    }

    static String inWords(LocalDateTime start, Content.Event event, Messages labels) {
        String zone = event.zone() == null || event.zone().isBlank() ? "" : Zones.inWords(event.zone(), labels);
        String from = CLOCK.format(start);
        String time = event.minutes() > 0
                ? labels.say("rendering.time", from, CLOCK.format(start.plusMinutes(event.minutes())))
                : from;
        return zone.isEmpty() ? time : time + ", " + zone;
    }
}
