package org.chatnotes.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chatnotes.db.Database;
import org.chatnotes.db.EachEngine;
import org.chatnotes.db.Engine;
import org.chatnotes.mail.EmailAddress;
import org.chatnotes.smtp.HostileSink;
import org.chatnotes.smtp.HostileSink.Stage;
import org.chatnotes.smtp.HostileSink.Taken;
import org.chatnotes.smtp.Relay;

/** The delivery contract against relays that misbehave. */
class SenderTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    @EachEngine
    void everybodyGetsItOnce(Database database) {
        try (Post post = new Post(database);
                HostileSink sink = HostileSink.good()) {
            post.queue(2000);
            post.sender(sink::relay, Post.QUICK);
            awaitSettled(post);
            assertThat(post.tally()).isEqualTo(new Tally(2000, 0, 0, 2000, 0, 0, 0, 0));
            assertThat(recipients(sink)).containsExactlyInAnyOrderElementsOf(post.readers(2000));
            assertThat(sink.connections()).isLessThanOrEqualTo(4);
        }
    }

    @EachEngine
    void deferredOnesAreTriedAgain(Database database) {
        try (Post post = new Post(database);
                HostileSink sink = new HostileSink((stage, visit) ->
                        stage == Stage.RCPT && visit.recipient().hashCode() % 10 == 0 && visit.tries() < 3
                                ? HostileSink.say("451 4.7.1 Greylisted")
                                : null)) {
            post.queue(300);
            post.sender(sink::relay, Post.QUICK);
            awaitSettled(post);
            assertThat(post.tally().sent()).isEqualTo(300);
            assertThat(recipients(sink)).containsExactlyInAnyOrderElementsOf(post.readers(300));
            Delivery late = post.outbox.deliveries(Post.EDITION, null, 0, 300).stream()
                    .filter(delivery -> delivery.attempts().size() == 3)
                    .findFirst()
                    .orElseThrow();
            assertThat(late.attempts().get(0).toString()).contains("deferred", "451", "4.7.1", "Greylisted");
            assertThat(late.attempts().get(2).outcome()).isEqualTo("sent");
        }
    }

    @EachEngine
    void refusedOnesFailAndNoOther(Database database) {
        try (Post post = new Post(database);
                HostileSink sink = new HostileSink((stage, visit) -> switch (stage) {
                    case RCPT ->
                        visit.recipient().equals(Post.address(5)) ? HostileSink.say("550 5.1.1 Unknown") : null;
                    case DOT -> visit.recipient().equals(Post.address(9)) ? HostileSink.say("554 5.7.1 Spam") : null;
                    default -> null;
                })) {
            post.queue(100);
            post.sender(sink::relay, Post.QUICK);
            awaitSettled(post);
            assertThat(post.tally()).isEqualTo(new Tally(100, 0, 0, 98, 0, 2, 0, 0));
            List<Delivery> failed = post.outbox.deliveries(Post.EDITION, DeliveryState.FAILED, 0, 10);
            assertThat(failed).extracting(Delivery::subscriberId).containsExactly(5L, 9L);
            assertThat(post.outbox.deadAddresses(10))
                    .extracting(DeadAddress::subscriberId)
                    .containsExactly(5L);
        }
    }

    @EachEngine
    void aLostReplyRepeatsTheSameMessage(Database database) {
        try (Post post = new Post(database);
                HostileSink sink = new HostileSink((stage, visit) ->
                        stage == Stage.DOT && visit.recipient().equals(Post.address(17)) && visit.tries() == 1
                                ? HostileSink.takeAndDrop()
                                : null)) {
            post.queue(50);
            post.sender(sink::relay, Post.QUICK);
            awaitSettled(post);
            assertThat(post.tally().sent()).isEqualTo(50);
            assertThat(sink.taken()).hasSize(51);
            List<Taken> twice = sink.takenBy(Post.address(17));
            assertThat(twice).hasSize(2);
            assertThat(twice.get(0).content()).isEqualTo(twice.get(1).content());
            assertThat(twice.get(0).messageId()).isNotEmpty();
        }
    }

    @EachEngine
    void aConnectionLostBeforeTheDotLosesNobody(Database database) {
        try (Post post = new Post(database);
                HostileSink sink = new HostileSink((stage, visit) -> switch (stage) {
                    case DATA, RCPT -> visit.message() % 7 == 6 && visit.tries() < 2 ? HostileSink.drop() : null;
                    case MAIL -> visit.message() == 10 ? HostileSink.say("421 4.3.2 Enough for now") : null;
                    default -> null;
                })) {
            post.queue(200);
            post.sender(sink::relay, Post.QUICK);
            awaitSettled(post);
            assertThat(post.tally().sent()).isEqualTo(200);
            assertThat(recipients(sink)).containsExactlyInAnyOrderElementsOf(post.readers(200));
        }
    }

    @EachEngine
    void aRelayThatIsDownAtFirstLosesNobody(Database database) {
        int port;
        try (HostileSink gone = HostileSink.good()) {
            port = gone.port();
        }
        try (Post post = new Post(database)) {
            post.queue(60);
            // Of a relay that was set before: no sender of today knows it.
            new MailingStore(database).holdRelay("gone.example:25", 1, "It is no more.");
            Sender sender = post.sender(() -> Relay.loopback(port), Post.QUICK);
            await().atMost(LONG)
                    .until(() -> sender.trouble().isPresent()
                            && post.outbox.relayHold().isPresent());
            assertThat(post.tally()).isEqualTo(new Tally(60, 60, 0, 0, 0, 0, 0, 0));
            try (HostileSink sink = new HostileSink(port, (stage, visit) -> null, Duration.ZERO, true)) {
                awaitSettled(post);
                assertThat(recipients(sink)).containsExactlyInAnyOrderElementsOf(post.readers(60));
                assertThat(post.outbox.relayHold()).isEmpty();
            }
        }
    }

    @EachEngine
    void aRelayThatRefusesUsIsHeldAndHarmsNobody(Database database) {
        try (Post post = new Post(database);
                HostileSink sink = new HostileSink((stage, visit) ->
                        stage == Stage.MAIL ? HostileSink.say("553 5.7.1 Sender address rejected") : null)) {
            post.queue(30);
            post.sender(sink::relay, Post.QUICK);
            await().atMost(LONG).until(() -> post.outbox.relayHold().orElse("").contains("Sender address rejected"));
            sink.behave((stage, visit) -> null);
            awaitSettled(post);
            assertThat(recipients(sink)).containsExactlyInAnyOrderElementsOf(post.readers(30));
        }
    }

    @EachEngine
    void twentyRefusalsInARowHoldTheEdition(Database database) {
        try (Post post = new Post(database);
                HostileSink sink = new HostileSink(
                        (stage, visit) -> stage == Stage.DOT ? HostileSink.say("554 5.7.1 Looks like spam") : null)) {
            post.queue(500);
            post.sender(sink::relay, Post.QUICK);
            await().atMost(LONG)
                    .until(() -> post.outbox.heldBecause(Post.EDITION).isPresent());
            assertThat(post.outbox.heldBecause(Post.EDITION))
                    .hasValueSatisfying(reason -> assertThat(reason).contains("20", "554 5.7.1 Looks like spam"));
            await().atMost(LONG).until(() -> post.tally().started() == 0);
            assertThat(post.tally().failed()).isBetween(20L, 24L);
            assertThat(sum(post.tally())).isEqualTo(500);
            assertThat(post.outbox.deadAddresses(10)).isEmpty();

            sink.behave((stage, visit) -> null);
            post.outbox.retryFailed(Post.EDITION, 1000);
            post.outbox.open(Post.EDITION);
            awaitSettled(post);
            assertThat(recipients(sink)).containsExactlyInAnyOrderElementsOf(post.readers(500));
        }
    }

    @EachEngine
    void whoLeavesInTimeGetsNothing(Database database) {
        try (Post post = new Post(database);
                HostileSink sink = new HostileSink(0, (stage, visit) -> null, Duration.ofMillis(5), true)) {
            post.queue(200);
            post.sender(sink::relay, Post.QUICK.withConnections(2));
            await().atMost(LONG).until(() -> sink.count() > 10);
            Map<Long, Boolean> had = new HashMap<>();
            for (long reader = 101; reader <= 200; reader++) {
                post.outbox.withdraw(reader, Post.LIST, "left");
                had.put(reader, !state(post, reader).equals("skipped"));
            }
            awaitSettled(post);
            for (long reader = 101; reader <= 200; reader++) {
                assertThat(sink.takenBy(Post.address(reader))).hasSize(had.get(reader) ? 1 : 0);
            }
            assertThat(post.tally().skipped()).isGreaterThan(50);
            assertThat(sum(post.tally())).isEqualTo(200);
        }
    }

    @EachEngine
    void stoppingHoldsWhatWaitsAndOpeningGoesOn(Database database) {
        try (Post post = new Post(database);
                HostileSink sink = new HostileSink(0, (stage, visit) -> null, Duration.ofMillis(3), true)) {
            post.queue(300);
            post.sender(sink::relay, Post.QUICK);
            await().atMost(LONG).until(() -> sink.count() > 20);
            post.outbox.stop(Post.EDITION);
            await().atMost(Duration.ofSeconds(5)).until(() -> post.tally().started() == 0);
            long sent = post.tally().sent();
            post.outbox.single(new SingleMail(
                    "notes@example.org",
                    EmailAddress.parse("single@example.org"),
                    "Subject: Reset\r\n\r\nHello\r\n.\r\n".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                    null));
            await().atMost(LONG).until(() -> !sink.takenBy("single@example.org").isEmpty());
            assertThat(new String(
                            sink.takenBy("single@example.org").get(0).content(),
                            java.nio.charset.StandardCharsets.UTF_8))
                    .isEqualTo("Subject: Reset\r\n\r\nHello\r\n..\r\n");
            assertThat(post.tally().sent()).isEqualTo(sent);
            post.outbox.open(Post.EDITION);
            awaitSettled(post);
            assertThat(post.tally().sent()).isEqualTo(300);
            assertThat(sink.taken()).hasSize(301);
        }
    }

    @EachEngine
    void aKilledSenderRepeatsAtMostOnePerConnection(Database database) {
        try (Post post = new Post(database);
                HostileSink sink = new HostileSink(0, (stage, visit) -> null, Duration.ofMillis(1), true)) {
            post.queue(600);
            int kills = 0;
            Sender sender = post.sender(sink::relay, Post.QUICK, Duration.ofSeconds(1));
            while (kills < 4) {
                long before = sink.count();
                await().atMost(LONG).until(() -> sink.count() > before + 60);
                sender.abandon();
                kills++;
                sender = post.sender(sink::relay, Post.QUICK, Duration.ofSeconds(1));
            }
            awaitSettled(post);
            assertThat(post.tally().sent()).isEqualTo(600);
            assertThat(sum(post.tally())).isEqualTo(600);
            Map<String, List<Taken>> byReader = new HashMap<>();
            sink.taken()
                    .forEach(mail -> byReader.computeIfAbsent(mail.recipient(), r -> new ArrayList<>())
                            .add(mail));
            assertThat(byReader.keySet()).containsExactlyInAnyOrderElementsOf(post.readers(600));
            assertThat(sink.taken().size() - 600).isLessThanOrEqualTo(kills * 4);
            byReader.values()
                    .forEach(copies -> assertThat(copies)
                            .allMatch(copy -> java.util.Arrays.equals(
                                    copy.content(), copies.get(0).content())));
        }
    }

    @EachEngine
    void stoppingPolitelyLosesAndRepeatsNothing(Database database) {
        try (Post post = new Post(database);
                HostileSink sink = new HostileSink(0, (stage, visit) -> null, Duration.ofMillis(2), true)) {
            post.queue(400);
            for (int i = 0; i < 3; i++) {
                long before = sink.count();
                Sender sender = post.sender(sink::relay, Post.QUICK);
                await().atMost(LONG).until(() -> sink.count() > before + 40);
                sender.close();
                assertThat(post.tally().started()).isZero();
                assertThat(post.tally().sent()).isEqualTo(sink.count());
            }
            post.sender(sink::relay, Post.QUICK);
            awaitSettled(post);
            assertThat(recipients(sink)).containsExactlyInAnyOrderElementsOf(post.readers(400));
        }
    }

    @EachEngine
    void aRelayThatStallsOrBabblesLosesNobody(Database database) {
        try (Post post = new Post(database);
                HostileSink sink = new HostileSink((stage, visit) -> {
                    if (visit.tries() > 1 || stage != Stage.DATA && stage != Stage.DOT) {
                        return null;
                    }
                    return switch (visit.recipient().hashCode() % 20) {
                        case 1 -> HostileSink.stall();
                        case 2 -> HostileSink.say("what do you mean?");
                        default -> null;
                    };
                })) {
            post.queue(60);
            SenderSettings impatient = new SenderSettings(
                    "localhost",
                    6,
                    Duration.ofMillis(200),
                    List.of(Duration.ofMillis(100)),
                    Duration.ofSeconds(30),
                    true,
                    Duration.ofMillis(20),
                    Duration.ofSeconds(5));
            post.sender(sink::relay, impatient);
            awaitSettled(post);
            assertThat(post.tally().sent()).isEqualTo(60);
            assertThat(recipients(sink)).containsExactlyInAnyOrderElementsOf(post.readers(60));
        }
    }

    @EachEngine
    void twoSendersShareTheWorkAndRepeatNothing(Database database) {
        try (Post post = new Post(database);
                HostileSink sink = new HostileSink(0, (stage, visit) -> null, Duration.ofMillis(1), true)) {
            post.queue(800);
            post.sender(sink::relay, Post.QUICK);
            if (database.engine() == Engine.POSTGRESQL) {
                post.sender(sink::relay, Post.QUICK);
            }
            awaitSettled(post);
            assertThat(recipients(sink)).containsExactlyInAnyOrderElementsOf(post.readers(800));
            assertThat(sink.connections()).isGreaterThan(database.engine() == Engine.POSTGRESQL ? 4 : 1);
        }
    }

    @EachEngine
    void aDeliveryInDoubtStaysUnknownWhenToldSo(Database database) {
        try (Post post = new Post(database);
                HostileSink sink = new HostileSink((stage, visit) ->
                        stage == Stage.DOT && visit.recipient().equals(Post.address(3))
                                ? HostileSink.takeAndDrop()
                                : null)) {
            post.queue(10);
            post.sender(sink::relay, Post.QUICK.holdingDoubts());
            awaitSettled(post);
            assertThat(post.tally()).isEqualTo(new Tally(10, 0, 0, 9, 0, 0, 0, 1));
            assertThat(sink.takenBy(Post.address(3))).hasSize(1);
            assertThat(state(post, 3)).isEqualTo("unknown");
        }
    }

    @EachEngine
    void whoeverKeepsRepliesToHimselfGetsThreeRepeatsAtMost(Database database) {
        try (Post post = new Post(database);
                HostileSink sink = new HostileSink((stage, visit) ->
                        stage == Stage.DOT && visit.recipient().equals(Post.address(3))
                                ? HostileSink.takeAndDrop()
                                : null)) {
            post.queue(40);
            post.sender(sink::relay, Post.QUICK);
            awaitSettled(post);
            assertThat(post.tally().unknown()).isEqualTo(1);
            assertThat(sink.takenBy(Post.address(3))).hasSize(4);
            assertThat(post.outbox
                            .deliveries(Post.EDITION, DeliveryState.UNKNOWN, 0, 5)
                            .get(0)
                            .attempts())
                    .hasSize(4)
                    .allMatch(attempt -> attempt.outcome().equals("doubt"));
        }
    }

    private static void awaitSettled(Post post) {
        await().atMost(LONG).pollInterval(Duration.ofMillis(20)).until(() -> {
            assertThat(sum(post.tally())).isEqualTo(post.tally().audience());
            return post.outbox.settled(Post.EDITION);
        });
    }

    private static long sum(Tally tally) {
        return tally.queued()
                + tally.started()
                + tally.sent()
                + tally.retrying()
                + tally.failed()
                + tally.skipped()
                + tally.unknown();
    }

    private static String state(Post post, long reader) {
        return post.outbox.ofSubscriber(reader, 1).get(0).state().word();
    }

    private static List<String> recipients(HostileSink sink) {
        return sink.taken().stream().map(Taken::recipient).toList();
    }
}
