package org.chatnotes.workshop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.chatnotes.editions.Edition;
import org.chatnotes.events.Event;
import org.chatnotes.events.Events;
import org.chatnotes.i18n.Messages;
import org.chatnotes.mail.EmailAddress;
import org.chatnotes.outbox.Delivery.Attempt;
import org.chatnotes.outbox.Setback;
import org.chatnotes.subscribers.Subscriber;
import org.chatnotes.subscribers.Subscribers;
import org.jspecify.annotations.Nullable;

/** What happened to an edition: what people did with it, and what relays said. */
final class EditionLog {
    private static final int LINES = 50;
    private static final int LONGEST_QUOTE = 200;

    private final Events events;
    private final Subscribers subscribers;
    private final Messages messages;

    EditionLog(Events events, Subscribers subscribers, Messages messages) {
        this.events = events;
        this.subscribers = subscribers;
        this.messages = messages;
    }

    /** @param quote what a relay said, or null */
    public record Line(Instant at, String text, @Nullable String quote) {}

    /** The newest lines, newest first. */
    List<Line> lines(long editionId, List<Setback> setbacks) {
        List<Line> lines = new ArrayList<>();
        for (Event event : events.about(Edition.subject(editionId), LINES)) {
            String key = "workshop.event_" + event.name().replace('.', '_');
            if (messages.has(key)) {
                Object reason = event.data().get("reason");
                String why = reason instanceof String said ? " " + said : "";
                lines.add(new Line(event.at(), messages.say(key) + why, null));
            }
        }
        lines.addAll(replies(setbacks));
        lines.sort(Comparator.comparing(Line::at).reversed());
        return List.copyOf(lines.subList(0, Math.min(LINES, lines.size())));
    }

    /** One line for those in a row that a domain told the same. */
    private List<Line> replies(List<Setback> setbacks) {
        Map<Long, Subscriber> readers = subscribers.all(setbacks.stream()
                .map(Setback::subscriberId)
                .filter(Objects::nonNull)
                .toList());
        List<Line> lines = new ArrayList<>();
        int from = 0;
        while (from < setbacks.size()) {
            int to = from + 1;
            while (to < setbacks.size() && alike(setbacks.get(from), setbacks.get(to))) {
                to++;
            }
            lines.add(line(setbacks.get(from), to - from, readers));
            from = to;
        }
        return lines;
    }

    private static boolean alike(Setback one, Setback other) {
        return one.domain().equals(other.domain())
                && one.attempt().outcome().equals(other.attempt().outcome())
                && Objects.equals(one.attempt().code(), other.attempt().code())
                && Objects.equals(one.attempt().enhanced(), other.attempt().enhanced());
    }

    private Line line(Setback newest, int count, Map<Long, Subscriber> readers) {
        Attempt attempt = newest.attempt();
        Subscriber reader = newest.subscriberId() == null ? null : readers.get(newest.subscriberId());
        String who = count > 1 || reader == null ? newest.domain() : hidden(reader.email());
        String text = messages.say("workshop.log_" + attempt.outcome(), who, count);
        String reply = shortened(attempt.reply());
        return new Line(attempt.at(), text + (reply.isEmpty() ? "." : ":"), reply.isEmpty() ? null : reply);
    }

    /** An address partly hidden: who knows the reader knows it again. */
    private static String hidden(EmailAddress email) {
        String local = email.local();
        return local.substring(0, local.offsetByCodePoints(0, 1)) + "…@" + email.domain();
    }

    private static String shortened(String reply) {
        return reply.length() <= LONGEST_QUOTE ? reply : reply.substring(0, LONGEST_QUOTE) + "…";
    }
}
