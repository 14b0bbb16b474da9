package org.chatnotes.editions;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chatnotes.lists.AudienceGroup;
import org.chatnotes.lists.Lists;
import org.chatnotes.lists.MailingList;
import org.chatnotes.lists.Recipient;
import org.chatnotes.mail.EmailAddress;
import org.chatnotes.mail.MailTemplate;
import org.chatnotes.notes.Note;
import org.chatnotes.notes.Notes;
import org.chatnotes.outbox.Outbox;
import org.chatnotes.outbox.SingleMail;
import org.chatnotes.preferences.PreferenceLinks;
import org.chatnotes.rendering.Rendered;
import org.chatnotes.rendering.VariantKey;
import org.chatnotes.settings.Settings;
import org.chatnotes.subscribers.Subscriber;
import org.chatnotes.subscribers.Subscribers;
import org.jspecify.annotations.Nullable;

/** Looks ahead: who would get what, and single copies to look at. */
final class Samples {
    /** Nobody has this number: links of a sample act on nobody. */
    private static final long NOBODY = 0;

    private static final int CHUNK = 1000;
    private static final Instant SAMPLE_DATE = Instant.parse("2025-03-13T11:00:00Z");
    private static final DateTimeFormatter RFC_5322 =
            DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss xx", Locale.ENGLISH);

    private final Clock clock;
    private final Outbox outbox;
    private final Notes notes;
    private final Lists lists;
    private final Subscribers subscribers;
    private final Printer printer;
    private final PreferenceLinks links;
    private final ViewLinks views;
    private final PostOffice office;
    private final Settings settings;

    Samples(
            Clock clock,
            Outbox outbox,
            Notes notes,
            Lists lists,
            Subscribers subscribers,
            Printer printer,
            PreferenceLinks links,
            ViewLinks views,
            PostOffice office,
            Settings settings) {
        this.clock = clock;
        this.outbox = outbox;
        this.notes = notes;
        this.lists = lists;
        this.subscribers = subscribers;
        this.printer = printer;
        this.links = links;
        this.views = views;
        this.office = office;
        this.settings = settings;
    }

    Forecast forecast(long noteId, long listId) {
        Printer.Press press = press(noteId, lists.require(listId));
        return count(press, listId);
    }

    /** Makes every copy, as the sender would, and throws it away. */
    long dryRun(long noteId, long listId) {
        MailingList list = lists.require(listId);
        office.sender(list);
        Printer.Press press = press(noteId, list);
        Map<String, MailTemplate> mails = new HashMap<>();
        long copies = 0;
        List<Recipient> chunk = lists.recipients(listId, 0, CHUNK);
        while (!chunk.isEmpty()) {
            Map<Long, Subscriber> readers =
                    subscribers.all(chunk.stream().map(Recipient::subscriberId).toList());
            for (Recipient recipient : chunk) {
                Persona persona = new Persona(
                        recipient.programmes(), recipient.roles(), recipient.language(), recipient.format());
                VariantKey key = press.key(persona);
                Map<String, String> values = sample(press, persona);
                Optional.ofNullable(readers.get(recipient.subscriberId()))
                        .ifPresent(reader -> values.putAll(ReaderValues.of(reader)));
                mails.computeIfAbsent(key.code(), code -> press.encode(press.render(key), "dry-run", ""))
                        .fill(values);
                copies++;
            }
            chunk = lists.recipients(listId, chunk.get(chunk.size() - 1).subscriberId(), CHUNK);
        }
        return copies;
    }

    private Forecast count(Printer.Press press, long listId) {
        Map<String, Forecast.Share> shares = new LinkedHashMap<>();
        long total = 0;
        for (AudienceGroup group : lists.audience(listId)) {
            Persona persona = new Persona(group.programmes(), group.roles(), group.language(), group.format());
            VariantKey key = press.key(persona);
            total += group.count();
            shares.merge(
                    key.code(), new Forecast.Share(key.code(), List.of(persona), group.count()), Samples::together);
        }
        List<Forecast.Share> byCount = new ArrayList<>(shares.values());
        byCount.sort((one, other) -> Long.compare(other.count(), one.count()));
        return new Forecast(total, byCount);
    }

    private static Forecast.Share together(Forecast.Share one, Forecast.Share other) {
        List<Persona> personas = new ArrayList<>(one.personas());
        personas.addAll(other.personas());
        return new Forecast.Share(one.code(), List.copyOf(personas), one.count() + other.count());
    }

    long testSend(long noteId, long listId, EmailAddress to, Persona persona) {
        MailingList list = lists.require(listId);
        office.guard();
        Printer.Press press = press(noteId, list);
        Rendered rendered = press.render(press.key(persona));
        Map<String, String> values = sample(press, persona);
        values.put("email", to.toString());
        values.put("date", RFC_5322.format(clock.instant().atOffset(ZoneOffset.UTC)));
        values.put("message_id", "test." + UUID.randomUUID());
        byte[] message = press.encode(rendered, "test", "[TEST] ").fill(values);
        return outbox.single(new SingleMail(office.sender(list), to, message, null));
    }

    byte[] eml(long noteId, @Nullable Long listId, Persona persona, @Nullable EmailAddress address) {
        MailingList list = listId == null ? anyList() : lists.require(listId);
        Optional<Subscriber> reader = Optional.ofNullable(address).flatMap(subscribers::byEmail);
        Persona as = reader.map(
                        known -> new Persona(known.programmes(), known.roles(), known.language(), known.format()))
                .orElse(persona);
        Printer.Press press = press(noteId, list);
        Map<String, String> values = sample(press, as);
        reader.ifPresent(known -> {
            values.putAll(ReaderValues.of(known));
            values.put("unsubscribe_url", links.unsubscribe(known.id(), list.id()));
            values.put("preferences_url", links.preferences(known.id(), list.id(), known.addressEpoch()));
        });
        if (address != null && reader.isEmpty()) {
            values.put("email", address.toString());
        }
        return press.encode(press.render(press.key(as)), "sample", "").fill(values);
    }

    /** A sample of a note needs some list's name; an installation may have none yet. */
    private MailingList anyList() {
        return lists.all().stream()
                .findFirst()
                .orElseGet(() -> new MailingList(
                        NOBODY, settings.group().name(), "notes", null, false, null, null, null, SAMPLE_DATE));
    }

    private Printer.Press press(long noteId, MailingList list) {
        Note note = notes.require(noteId);
        return printer.press(note, note.document(), list);
    }

    private Map<String, String> sample(Printer.Press press, Persona persona) {
        Map<String, String> values = new HashMap<>();
        values.put("email", "reader@example.org");
        values.put("unsubscribe_url", links.unsubscribe(NOBODY, NOBODY));
        values.put("preferences_url", links.preferences(NOBODY, NOBODY, 0));
        values.put("view_url", views.of(NOBODY, NOBODY));
        values.put("shown_for", press.shownFor(persona));
        values.put("date", RFC_5322.format(SAMPLE_DATE.atOffset(ZoneOffset.UTC)));
        values.put("message_id", "sample");
        return values;
    }
}
