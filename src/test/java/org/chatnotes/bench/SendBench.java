package org.chatnotes.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.chatnotes.db.Database;
import org.chatnotes.db.Engine;
import org.chatnotes.db.FreshDatabases;
import org.chatnotes.events.Events;
import org.chatnotes.mail.EmailAddress;
import org.chatnotes.mail.Headers;
import org.chatnotes.mail.MailTemplate;
import org.chatnotes.mail.Slots;
import org.chatnotes.outbox.Claimed;
import org.chatnotes.outbox.Composed;
import org.chatnotes.outbox.NewDelivery;
import org.chatnotes.outbox.Outbox;
import org.chatnotes.outbox.Sender;
import org.chatnotes.outbox.SenderSettings;
import org.chatnotes.runtime.SendingRight;
import org.chatnotes.signing.Signing;
import org.chatnotes.smtp.Relay;

/**
 * How fast the ledger sends: personalised copies of a 35 KB newsletter with 25 links to a sink of its own process, and
 * beside it, in the same run, the same bytes blasted by bare sockets. Options: {@code --messages 20000 --connections 8
 * --engine sqlite|postgresql --latency 0 --rounds 1}.
 */
public final class SendBench {
    private static final long EDITION = 1;

    private SendBench() {}

    public static void main(String[] arguments) throws Exception {
        int messages = Integer.parseInt(option(arguments, "--messages", "20000"));
        int connections = Integer.parseInt(option(arguments, "--connections", "8"));
        int rounds = Integer.parseInt(option(arguments, "--rounds", "1"));
        Engine engine = Engine.valueOf(option(arguments, "--engine", "sqlite").toUpperCase(Locale.ROOT));
        String latency = option(arguments, "--latency", "0");
        Process sink = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SinkProcess.class.getName(),
                        latency)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(sink.getInputStream(), StandardCharsets.UTF_8))) {
            int port = Integer.parseInt(out.readLine());
            MailTemplate template = newsletter();
            byte[] sample = template.fill(values(1));
            System.out.printf(
                    Locale.ROOT,
                    "%,d copies of %.1f KB, %d connections, %s, %s ms a reply%n",
                    messages,
                    sample.length / 1024.0,
                    connections,
                    engine,
                    latency);
            Blast.run(port, connections, Math.min(messages, 5000), sample);
            for (int round = 0; round < rounds; round++) {
                ledger(engine, port, messages, connections, template);
                double seconds = Blast.run(port, connections, messages, sample);
                System.out.printf(Locale.ROOT, "  bare sockets  %,9.0f messages/s%n", messages / seconds);
            }
        } finally {
            sink.destroy();
        }
        System.exit(0);
    }

    private static void ledger(Engine engine, int port, int messages, int connections, MailTemplate template)
            throws IOException {
        Clock clock = Clock.systemUTC();
        try (Database database = FreshDatabases.open(engine)) {
            Outbox outbox = new Outbox(database, clock);
            long begun = System.nanoTime();
            queue(outbox, messages, clock);
            double queued = (System.nanoTime() - begun) / 1e9;
            long cpu = cpu();
            long start = System.nanoTime();
            try (Sender sender = new Sender(
                    database,
                    clock,
                    new Events(database, clock),
                    new Signing(database, clock),
                    () -> Relay.loopback(port),
                    (edition, claimed) ->
                            claimed.stream().map(one -> compose(one, template)).toList(),
                    SenderSettings.DEFAULT.withConnections(connections),
                    new SendingRight(null),
                    Duration.ofSeconds(30))) {
                sender.start();
                while (!outbox.settled(EDITION)) {
                    LockSupport.parkNanos(5_000_000);
                }
                double seconds = (System.nanoTime() - start) / 1e9;
                System.out.printf(
                        Locale.ROOT,
                        "  with a ledger %,9.0f messages/s, %.3f CPU s per 1,000, peak %d MB (queued in %.1f s)%n",
                        messages / seconds,
                        (cpu() - cpu) / 1e9 / messages * 1000,
                        peakMegabytes(),
                        queued);
            }
        }
    }

    private static void queue(Outbox outbox, int messages, Clock clock) {
        List<NewDelivery> chunk = new ArrayList<>();
        for (int reader = 1; reader <= messages; reader++) {
            chunk.add(new NewDelivery(reader, "all", "", "example.org", clock.instant()));
            if (chunk.size() == 1000 || reader == messages) {
                outbox.enqueue(EDITION, 1, chunk);
                chunk.clear();
            }
        }
        outbox.open(EDITION);
    }

    private static Composed compose(Claimed claimed, MailTemplate template) {
        return new Composed.Letter(
                "notes@example.org",
                EmailAddress.parse("reader" + claimed.subscriberId() + "@example.org"),
                template,
                values(claimed.subscriberId()));
    }

    private static Map<String, String> values(long reader) {
        return Map.of(
                "first_name", "Reader" + reader,
                "name", "Reader Number " + reader,
                "email", "reader" + reader + "@example.org",
                "unsubscribe_url", "https://notes.example.org/unsubscribe/" + "A".repeat(36) + reader,
                "preferences_url", "https://notes.example.org/preferences/" + "B".repeat(36) + reader);
    }

    /** HTML and text of some 35 KB together, with 25 links and five personal slots. */
    private static MailTemplate newsletter() {
        StringBuilder html = new StringBuilder("<!doctype html><html lang=\"en\"><body><p>Dear ");
        html.append(Slots.slot("first_name", "colleague")).append(",</p>");
        StringBuilder text = new StringBuilder("Dear ")
                .append(Slots.slot("first_name", "colleague"))
                .append(",\n\n");
        String words = "A culture of belonging grows where people are asked, heard and answered. ".repeat(12);
        for (int link = 1; link <= 25; link++) {
            html.append("<table role=\"presentation\" width=\"100%\"><tr><td style=\"padding:12px 0\"><p>")
                    .append(words)
                    .append("<a href=\"https://notes.example.org/l/k")
                    .append(link)
                    .append("/abcdefgh\">Read more</a></p></td></tr></table>\n");
            text.append(words, 0, 300)
                    .append("\nhttps://notes.example.org/l/k")
                    .append(link)
                    .append("/abcdefgh\n");
        }
        html.append("<p><a href=\"").append(Slots.slot("unsubscribe_url")).append("\">Leave</a></p></body></html>");
        text.append(Slots.slot("unsubscribe_url")).append("\n");
        Headers headers = new Headers()
                .raw("Date", Slots.slot("date"))
                .mailbox("From", "Notes", "notes@example.org")
                .mailbox("To", Slots.slot("name"), Slots.slot("email"))
                .text("Subject", "The notes of March")
                .raw("Message-ID", "<" + Slots.slot("message_id") + "@example.org>")
                .raw("List-Unsubscribe", "<" + Slots.slot("unsubscribe_url") + ">")
                .raw("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
                .raw("List-Help", "<" + Slots.slot("preferences_url") + ">")
                .raw("Precedence", "list");
        return MailTemplate.compile(headers, html.toString(), text.toString());
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    /** Peak resident memory of this process, or 0 where /proc does not tell. */
    private static long peakMegabytes() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    private static String option(String[] arguments, String name, String instead) {
        for (int i = 0; i + 1 < arguments.length; i++) {
            if (arguments[i].equals(name)) {
                return arguments[i + 1];
            }
        }
        return instead;
    }
}
