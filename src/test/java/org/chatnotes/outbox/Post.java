package org.chatnotes.outbox;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.chatnotes.db.Database;
import org.chatnotes.events.Events;
import org.chatnotes.mail.EmailAddress;
import org.chatnotes.mail.Headers;
import org.chatnotes.mail.MailTemplate;
import org.chatnotes.mail.Slots;
import org.chatnotes.runtime.SendingRight;
import org.chatnotes.signing.Signing;
import org.chatnotes.smtp.Relay;

/** A small post office for tests: an outbox, a composer of short mails, and as many senders as a test wants. */
final class Post implements AutoCloseable {
    static final long EDITION = 7;
    static final long LIST = 3;
    static final SenderSettings QUICK = new SenderSettings(
            "localhost",
            4,
            Duration.ofSeconds(2),
            List.of(Duration.ofMillis(150)),
            Duration.ofSeconds(30),
            true,
            Duration.ofMillis(50),
            Duration.ofSeconds(5));

    private static final MailTemplate TEMPLATE = MailTemplate.compile(
            new Headers()
                    .raw("Date", Slots.slot("date"))
                    .raw("Message-ID", "<" + Slots.slot("message_id") + "@example.org>")
                    .mailbox("From", "Notes", "notes@example.org")
                    .mailbox("To", "", Slots.slot("email"))
                    .text("Subject", "Notes"),
            null,
            "Dear " + Slots.slot("name") + "\n");

    final Database database;
    final Outbox outbox;
    private final List<Sender> senders = new ArrayList<>();

    Post(Database database) {
        this.database = database;
        this.outbox = new Outbox(database, Clock.systemUTC());
    }

    static String address(long subscriber) {
        return "reader" + subscriber + "@example.org";
    }

    /** The edition has readers 1 to the count. */
    void queue(int readers) {
        List<NewDelivery> deliveries = LongStream.rangeClosed(1, readers)
                .mapToObj(id -> new NewDelivery(
                        id, "v", "", "example.org", Clock.systemUTC().instant()))
                .toList();
        for (int from = 0; from < readers; from += 1000) {
            outbox.enqueue(EDITION, LIST, deliveries.subList(from, Math.min(readers, from + 1000)));
        }
        outbox.open(EDITION);
    }

    Sender sender(Supplier<Relay> relay, SenderSettings settings) {
        return sender(relay, settings, Duration.ofSeconds(30));
    }

    Sender sender(Supplier<Relay> relay, SenderSettings settings, Duration lease) {
        Clock clock = Clock.systemUTC();
        Sender sender = new Sender(
                database,
                clock,
                new Events(database, clock),
                new Signing(database, clock),
                relay,
                (edition, claimed) -> claimed.stream().map(Post::compose).toList(),
                settings,
                new SendingRight(null),
                lease);
        senders.add(sender);
        sender.start();
        return sender;
    }

    static Composed compose(Claimed claimed) {
        String address = address(claimed.subscriberId());
        return new Composed.Letter(
                "notes@example.org",
                EmailAddress.parse(address),
                TEMPLATE,
                Map.of("email", address, "name", "Reader " + claimed.subscriberId()));
    }

    List<String> readers(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(Post::address).toList();
    }

    Tally tally() {
        return outbox.tally(EDITION);
    }

    @Override
    public void close() {
        senders.forEach(sender -> {
            if (!sender.abandoned()) {
                sender.close();
            }
        });
        database.close();
    }
}
