package org.chatnotes.editions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.chatnotes.db.Database;
import org.chatnotes.db.EachEngine;
import org.chatnotes.mail.EmailAddress;
import org.chatnotes.outbox.Domains;
import org.chatnotes.outbox.Setback;
import org.chatnotes.outbox.Share;
import org.chatnotes.outbox.Tally;
import org.chatnotes.problem.Problem;
import org.chatnotes.settings.Group;
import org.chatnotes.smtp.HostileSink;
import org.chatnotes.smtp.HostileSink.Stage;
import org.chatnotes.subscribers.Format;
import org.chatnotes.subscribers.SubscriberDraft;

/** What those see who watch an edition, and what the first real one asks for. */
class BreakdownTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    @EachEngine
    void variantsAndDomainsAddUpToTheAudience(Database database) throws Exception {
        try (Newsroom room = new Newsroom(database);
                HostileSink sink = new HostileSink(
                        0,
                        (stage, visit) -> stage != Stage.RCPT
                                ? null
                                : switch (visit.recipient()) {
                                    case "b@one.example" -> HostileSink.say("550 5.1.1 no such user");
                                    case "c@two.example" ->
                                        visit.tries() == 1 ? HostileSink.say("451 4.7.0 try later") : null;
                                    default -> null;
                                },
                        Duration.ZERO,
                        true)) {
            room.join("A", "a@one.example", Set.of("ONE"), Format.HTML);
            room.join("B", "b@one.example", Set.of("ONE"), Format.HTML);
            room.join("C", "c@two.example", Set.of("TWO"), Format.HTML);
            room.join("D", "d@three.example", Set.of("ONE"), Format.TEXT);
            Edition edition = room.editions.schedule(Order.now(room.note().id(), room.list.id()));
            room.tick(edition);
            Breakdown waiting = room.editions.breakdown(edition);
            assertThat(waiting.variants()).hasSize(3);
            assertThat(waiting.variants().get(0).profiles()).containsExactly("One");
            assertThat(waiting.variants().get(0).tally()).isEqualTo(new Tally(2, 2, 0, 0, 0, 0, 0, 0));
            assertThat(waiting.zones()).isEmpty();

            room.sender(sink::relay);
            await().atMost(LONG).until(() -> room.tick(edition) == State.SENT);
            Tally all = room.editions.status(edition.id()).tally();
            assertThat(room.editions.breakdown(edition).variants().stream()
                            .map(Breakdown.OfVariant::tally)
                            .reduce(Tally.NONE, Tally::plus))
                    .isEqualTo(all);
            Domains domains = room.outbox.byDomain(edition.id(), 2);
            assertThat(domains.count()).isEqualTo(3);
            assertThat(domains.largest()).extracting(Share::name).containsExactly("one.example", "three.example");
            List<Setback> setbacks = room.outbox.setbacks(edition.id(), 10);
            assertThat(all).isEqualTo(new Tally(4, 0, 0, 3, 0, 1, 0, 0));
            assertThat(setbacks).extracting(Setback::domain).containsExactlyInAnyOrder("one.example", "two.example");
            assertThat(setbacks)
                    .extracting(setback -> setback.attempt().outcome())
                    .containsExactlyInAnyOrder("failed", "deferred");
        }
    }

    @EachEngine
    void zonesWithOneMomentStandTogether(Database database) {
        try (Newsroom room = new Newsroom(database)) {
            for (String zone : List.of("Europe/Paris", "Europe/Berlin", "Pacific/Auckland")) {
                room.join(SubscriberDraft.of(EmailAddress.parse(zone.substring(zone.indexOf('/') + 1) + "@example.org"))
                        .in(zone));
            }
            room.join(SubscriberDraft.of(EmailAddress.parse("jordan@example.org")));
            LocalDateTime day = LocalDateTime.ofInstant(room.clock.instant().plus(Duration.ofDays(3)), ZoneOffset.UTC)
                    .toLocalDate()
                    .atTime(7, 0);
            Plan plan = Plan.inEachReadersZone(day, "UTC", Plan.IfPast.NOW);
            Edition edition = room.editions.schedule(new Order(room.note().id(), room.list.id(), plan, false, null));
            room.clock.move(
                    Duration.between(room.clock.instant(), edition.dueAt()).minus(Duration.ofMinutes(9)));
            room.tick(edition);
            List<Breakdown.OfZone> zones =
                    room.editions.breakdown(room.editions.require(edition.id())).zones();
            assertThat(zones)
                    .extracting(Breakdown.OfZone::zones)
                    .containsExactly(
                            List.of("Pacific/Auckland"), List.of("Europe/Berlin", "Europe/Paris"), List.of("UTC"));
            assertThat(zones.get(0).due()).isEqualTo(edition.dueAt());
            assertThat(zones.get(1).tally()).isEqualTo(new Tally(2, 2, 0, 0, 0, 0, 0, 0));
        }
    }

    @EachEngine
    void theFirstRealMailWaitsUntilTheSettingsWereSeen(Database database) {
        try (Newsroom room = new Newsroom(database)) {
            room.join("A", "a@one.example", Set.of("ONE"), Format.HTML);
            Order order = Order.now(room.note().id(), room.list.id());
            assertThat(room.editions.settingsUnseen()).isFalse();
            room.loopback = false;
            save(room, false);
            assertThat(room.editions.settingsUnseen()).isTrue();
            assertThatThrownBy(() -> room.editions.schedule(order))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining(Newsroom.URL + "/settings");
            assertThat(room.editions.list(null, Long.MAX_VALUE, 5)).isEmpty();

            save(room, true);
            assertThat(room.editions.settingsUnseen()).isFalse();
            assertThat(room.editions.schedule(order).state()).isEqualTo(State.SCHEDULED);
        }
    }

    private static void save(Newsroom room, boolean reviewed) {
        Group now = room.settings.group();
        room.settings.save(new Group(
                now.name(),
                now.senderName(),
                "notes@example.org",
                now.replyTo(),
                now.postalLine(),
                now.zone(),
                now.language(),
                now.disclaimer(),
                now.lineColour(),
                now.markerColour(),
                reviewed));
    }
}
