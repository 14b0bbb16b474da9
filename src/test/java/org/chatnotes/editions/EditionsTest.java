package org.chatnotes.editions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.chatnotes.db.Database;
import org.chatnotes.db.EachEngine;
import org.chatnotes.events.Event;
import org.chatnotes.mail.EmailAddress;
import org.chatnotes.notes.Block;
import org.chatnotes.notes.Content;
import org.chatnotes.notes.Document;
import org.chatnotes.notes.Note;
import org.chatnotes.notes.NoteState;
import org.chatnotes.outbox.DeliveryState;
import org.chatnotes.outbox.NewDelivery;
import org.chatnotes.outbox.Tally;
import org.chatnotes.problem.Problem;
import org.chatnotes.smtp.HostileSink;
import org.chatnotes.smtp.HostileSink.Stage;
import org.chatnotes.smtp.Relay;
import org.chatnotes.subscribers.AddressState;
import org.chatnotes.subscribers.Format;
import org.chatnotes.subscribers.Subscriber;
import org.chatnotes.subscribers.SubscriberDraft;

/** A note on its way to a list. */
class EditionsTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    @EachEngine
    void aNoteArrivesTailoredWithItsHeaders(Database database) throws Exception {
        GreenMail mail = new GreenMail(ServerSetup.SMTP.dynamicPort());
        mail.start();
        try (Newsroom room = new Newsroom(database)) {
            Subscriber mere = room.join("Mere Tūī", "mere@example.org", Set.of("ONE"), Format.HTML);
            room.join("Claire", "claire@example.org", Set.of("TWO"), Format.TEXT);
            Note note = room.note();
            Edition edition = room.editions.schedule(Order.now(note.id(), room.list.id()));
            assertThat(room.notes.require(note.id()).state()).isEqualTo(NoteState.APPROVED);
            room.sender(() -> Relay.loopback(mail.getSmtp().getPort()));
            await().atMost(LONG).until(() -> room.tick(edition) == State.SENT);

            assertThat(room.editions.status(edition.id()).tally()).isEqualTo(new Tally(2, 0, 0, 2, 0, 0, 0, 0));
            MimeMessage toMere = to(mail, "mere@example.org");
            assertThat(((InternetAddress) toMere.getAllRecipients()[0]).getPersonal())
                    .isEqualTo("Mere Tūī");
            assertThat(toMere.getSubject()).isEqualTo("The March notes");
            assertThat(toMere.getHeader("List-Id")).containsExactly("Readers <readers.notes.example.org>");
            assertThat(toMere.getHeader("List-Unsubscribe")[0].strip())
                    .startsWith("<" + Newsroom.URL + "/unsubscribe/")
                    .endsWith(">");
            assertThat(toMere.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
            for (String header : List.of(
                    "List-Help",
                    "List-Owner",
                    "List-Archive",
                    "Archived-At",
                    "List-Post",
                    "Precedence",
                    "Feedback-ID",
                    "MIME-Version",
                    "Date",
                    "Message-ID",
                    "From")) {
                assertThat(toMere.getHeader(header)).as(header).hasSize(1);
            }
            String html = ((Multipart) toMere.getContent())
                    .getBodyPart(1)
                    .getContent()
                    .toString();
            assertThat(html)
                    .contains("Dear Mere,", "Only for the first.", Newsroom.URL + "/l/", "/unsubscribe/", "/view/")
                    .doesNotContain("Only for the second.", "\uE000", "example.com/a?b");
            MimeMessage toClaire = to(mail, "claire@example.org");
            assertThat(toClaire.isMimeType("text/plain")).isTrue();
            assertThat(toClaire.getContent().toString()).contains("Dear colleagues,", "Only for the second.");
            assertThat(room.events.about(Edition.subject(edition.id()), 10))
                    .extracting(Event::name)
                    .containsExactly("edition.sent", "edition.started", "edition.scheduled");
            assertThat(room.outbox.ofSubscriber(mere.id(), 5)).hasSize(1);
        } finally {
            mail.stop();
        }
    }

    private static MimeMessage to(GreenMail mail, String address) throws Exception {
        for (MimeMessage message : mail.getReceivedMessages()) {
            if (((InternetAddress) message.getAllRecipients()[0]).getAddress().equals(address)) {
                return message;
            }
        }
        throw new AssertionError("nothing for " + address);
    }

    @EachEngine
    void noRevisionGoesToAListTwiceByAccident(Database database) throws Exception {
        try (Newsroom room = new Newsroom(database)) {
            room.joinMany(10);
            Note note = room.note();
            Order order = Order.now(note.id(), room.list.id());
            ExecutorService two = Executors.newFixedThreadPool(4);
            Callable<Long> call = () -> {
                try {
                    return room.editions.schedule(order).id();
                } catch (Problem twice) {
                    return 0L;
                }
            };
            long made = 0;
            for (Future<Long> answer : two.invokeAll(List.of(call, call, call, call))) {
                made += answer.get() > 0 ? 1 : 0;
            }
            two.shutdown();
            assertThat(made).isEqualTo(1);
            Edition first = room.editions.list(note.id(), Long.MAX_VALUE, 10).get(0);
            assertThatThrownBy(() -> room.editions.schedule(order))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("edition " + first.id());
            Order again = new Order(note.id(), room.list.id(), Plan.now(), true, "key-1");
            Edition second = room.editions.schedule(again);
            assertThat(room.editions.schedule(again).id()).isEqualTo(second.id());
            assertThat(second.id()).isNotEqualTo(first.id());
        }
    }

    @EachEngine
    void aNoteWithFaultsIsNotSent(Database database) {
        try (Newsroom room = new Newsroom(database)) {
            Note note = room.notes.create(
                    null,
                    Document.titled(
                            "Broken", "en", List.of(Block.of("b01", new Content.Prose("<p>{{shoe_size}}</p>")))));
            assertThatThrownBy(() -> room.editions.schedule(Order.now(note.id(), room.list.id())))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("shoe_size");
            assertThat(room.notes.require(note.id()).state()).isEqualTo(NoteState.DRAFT);
        }
    }

    @EachEngine
    void nothingLeavesWithLinksToThisMachine(Database database) {
        try (Newsroom room = new Newsroom(database, "http://localhost:8080")) {
            room.loopback = false;
            Note note = room.note();
            assertThatThrownBy(() -> room.editions.schedule(Order.now(note.id(), room.list.id())))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("CHATNOTES_PUBLIC_URL");
        }
    }

    @EachEngine
    void everyReaderInHerOwnZone(Database database) {
        try (Newsroom room = new Newsroom(database)) {
            room.join(SubscriberDraft.of(EmailAddress.parse("mere@example.org")).in("Pacific/Auckland"));
            room.join(
                    SubscriberDraft.of(EmailAddress.parse("claire@example.org")).in("Europe/Paris"));
            room.join(SubscriberDraft.of(EmailAddress.parse("jordan@example.org")));
            LocalDateTime day = LocalDateTime.ofInstant(room.clock.instant().plus(Duration.ofDays(3)), ZoneOffset.UTC)
                    .toLocalDate()
                    .atTime(7, 0);
            Edition edition = room.editions.schedule(new Order(
                    room.note().id(),
                    room.list.id(),
                    Plan.inEachReadersZone(day, "UTC", Plan.IfPast.NOW),
                    false,
                    null));
            Instant first = day.atZone(java.time.ZoneId.of("Pacific/Auckland")).toInstant();
            assertThat(edition.dueAt()).isEqualTo(first);
            assertThat(room.tick(edition)).isEqualTo(State.SCHEDULED);

            room.clock.move(Duration.between(room.clock.instant(), first).minus(Duration.ofMinutes(9)));
            assertThat(room.tick(edition)).isEqualTo(State.SENDING);
            assertThat(room.outbox.deliveries(edition.id(), null, 0, 10))
                    .extracting(delivery -> delivery.dueAt())
                    .containsExactly(
                            first,
                            day.atZone(java.time.ZoneId.of("Europe/Paris")).toInstant(),
                            day.toInstant(ZoneOffset.UTC));
        }
    }

    @EachEngine
    void pausingResumingAndCancelling(Database database) {
        try (Newsroom room = new Newsroom(database);
                HostileSink sink = new HostileSink(0, (stage, visit) -> null, Duration.ofMillis(4), true)) {
            room.joinMany(300);
            Edition edition = room.editions.schedule(Order.now(room.note().id(), room.list.id()));
            room.sender(sink::relay);
            room.tick(edition);
            await().atMost(LONG).until(() -> sink.count() > 20);
            assertThat(room.editions.pause(edition.id()).state()).isEqualTo(State.PAUSED);
            await().atMost(Duration.ofSeconds(5))
                    .until(() -> room.editions.status(edition.id()).tally().started() == 0);
            long paused = sink.count();
            assertThat(room.tick(edition)).isEqualTo(State.PAUSED);
            assertThat(room.editions.resume(edition.id()).state()).isEqualTo(State.SENDING);
            await().atMost(LONG).until(() -> sink.count() > paused + 20);
            room.editions.cancel(edition.id());
            await().atMost(LONG).until(() -> {
                room.tick(edition);
                return room.outbox.settled(edition.id());
            });
            Tally tally = room.editions.status(edition.id()).tally();
            assertThat(tally.sent()).isEqualTo(sink.count());
            assertThat(tally.sent() + tally.skipped()).isEqualTo(300);
            assertThat(room.outbox
                            .deliveries(edition.id(), DeliveryState.SKIPPED, 0, 1)
                            .get(0)
                            .reason())
                    .isEqualTo("cancelled");
            assertThatThrownBy(() -> room.editions.resume(edition.id())).isInstanceOf(Problem.class);
        }
    }

    @EachEngine
    void whoLeavesWhileItWaitsGetsNothing(Database database) {
        try (Newsroom room = new Newsroom(database);
                HostileSink sink = HostileSink.good()) {
            Subscriber stays = room.join("Ana Ruiz", "ana@example.org", Set.of(), Format.HTML);
            Subscriber leaves = room.join("Bo Lind", "bo@example.org", Set.of(), Format.HTML);
            Subscriber bounced = room.join("Cy Ono", "cy@example.org", Set.of(), Format.HTML);
            Edition edition = room.editions.schedule(Order.now(room.note().id(), room.list.id()));
            room.tick(edition);
            room.lists.unsubscribe(room.list.id(), leaves.id(), "page");
            room.subscribers.mark(bounced.id(), AddressState.BOUNCED, "no such user");
            room.sender(sink::relay);
            await().atMost(LONG).until(() -> room.tick(edition) == State.SENT);
            assertThat(sink.taken())
                    .extracting(HostileSink.Taken::recipient)
                    .containsExactly(stays.email().toString());
            assertThat(room.editions.status(edition.id()).tally().skipped()).isEqualTo(2);
        }
    }

    @EachEngine
    void aDeadAddressIsMarkedAndOthersAreNot(Database database) {
        try (Newsroom room = new Newsroom(database);
                HostileSink sink = new HostileSink((stage, visit) -> stage != Stage.RCPT
                        ? null
                        : switch (visit.recipient()) {
                            case "gone@example.org" -> HostileSink.say("550 5.1.1 No such user");
                            case "policy@example.org" -> HostileSink.say("550 5.7.1 Not from you");
                            default -> null;
                        })) {
            Subscriber gone = room.join("Gone Away", "gone@example.org", Set.of(), Format.HTML);
            Subscriber policy = room.join("Po Licy", "policy@example.org", Set.of(), Format.HTML);
            Edition edition = room.editions.schedule(Order.now(room.note().id(), room.list.id()));
            room.sender(sink::relay);
            await().atMost(LONG).until(() -> room.tick(edition) == State.SENT);
            await().atMost(LONG).until(() -> {
                room.tick(edition);
                return room.subscribers.require(gone.id()).state() == AddressState.BOUNCED;
            });
            assertThat(room.subscribers.require(policy.id()).state()).isEqualTo(AddressState.OK);
            assertThat(room.editions.retryFailed(edition.id())).isEqualTo(2);
            sink.behave((stage, visit) -> null);
            await().atMost(LONG).until(() -> room.tick(edition) == State.SENT);
            assertThat(sink.taken()).extracting(HostileSink.Taken::recipient).containsExactly("policy@example.org");
        }
    }

    @EachEngine
    void thoseWhoJoinedSinceCanGetItToo(Database database) {
        try (Newsroom room = new Newsroom(database);
                HostileSink sink = HostileSink.good()) {
            room.joinMany(20);
            Edition edition = room.editions.schedule(Order.now(room.note().id(), room.list.id()));
            room.sender(sink::relay);
            await().atMost(LONG).until(() -> room.tick(edition) == State.SENT);
            room.join("Late Comer", "late@example.org", Set.of("TWO"), Format.HTML);
            room.editions.sendToJoined(edition.id());
            await().atMost(LONG).until(() -> room.tick(edition) == State.SENT);
            assertThat(sink.taken()).hasSize(21);
            assertThat(sink.takenBy("late@example.org")).hasSize(1);
        }
    }

    @EachEngine
    void freezingGoesOnWhereADeadProcessStopped(Database database) {
        try (Newsroom room = new Newsroom(database);
                HostileSink sink = HostileSink.good()) {
            room.joinMany(30);
            Edition edition = room.editions.schedule(Order.now(room.note().id(), room.list.id()));
            // A process that died after its first chunk, whose mark was lost: the chunk is there already.
            room.outbox.enqueue(
                    edition.id(),
                    room.list.id(),
                    room.lists.recipients(room.list.id(), 0, 10).stream()
                            .map(reader -> new NewDelivery(
                                    reader.subscriberId(),
                                    variantOf(room, edition),
                                    "",
                                    reader.domain(),
                                    room.clock.instant()))
                            .toList());
            room.sender(sink::relay);
            await().atMost(LONG).until(() -> room.tick(edition) == State.SENT);
            assertThat(room.editions.status(edition.id()).tally().sent()).isEqualTo(30);
            assertThat(sink.taken()).hasSize(30);
        }
    }

    private static String variantOf(Newsroom room, Edition edition) {
        return room.editions
                .forecast(edition.noteId(), room.list.id())
                .variants()
                .get(0)
                .code();
    }

    @EachEngine
    void theForecastCountsReadersPerVariantAndDryRunSendsNothing(Database database) {
        try (Newsroom room = new Newsroom(database)) {
            room.joinMany(30);
            long note = room.note().id();
            Forecast forecast = room.editions.forecast(note, room.list.id());
            assertThat(forecast.total()).isEqualTo(30);
            assertThat(forecast.variants()).extracting(Forecast.Share::count).containsExactly(10L, 10L, 10L);
            assertThat(room.editions.dryRun(note, room.list.id())).isEqualTo(30);
            assertThat(room.editions.list(note, Long.MAX_VALUE, 10)).isEmpty();
        }
    }

    @EachEngine
    void aTestIsMarkedAndActsOnNobody(Database database) {
        try (Newsroom room = new Newsroom(database);
                HostileSink sink = HostileSink.good()) {
            room.sender(sink::relay);
            long note = room.note().id();
            room.editions.testSend(
                    note,
                    room.list.id(),
                    EmailAddress.parse("editor@example.org"),
                    new Persona(Set.of("TWO"), Set.of(), "en", Format.TEXT));
            await().atMost(LONG).until(() -> sink.count() == 1);
            String text = new String(sink.taken().get(0).content(), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(text).contains("Subject: [TEST] The March notes", "Only for the second.");
            String sample = new String(
                    room.editions.eml(note, null, new Persona(Set.of(), Set.of(), null, Format.HTML), null),
                    java.nio.charset.StandardCharsets.UTF_8);
            assertThat(sample).contains("Date: Thu, 13 Mar 2025 11:00:00 +0000");
            assertThat(Map.of("open", "\uE000"))
                    .allSatisfy((name, mark) -> assertThat(sample).doesNotContain(mark));
        }
    }
}
