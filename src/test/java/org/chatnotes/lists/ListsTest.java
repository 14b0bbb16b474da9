package org.chatnotes.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chatnotes.db.Database;
import org.chatnotes.db.EachEngine;
import org.chatnotes.mail.EmailAddress;
import org.chatnotes.problem.Problem;
import org.chatnotes.subscribers.AddressState;
import org.chatnotes.subscribers.Format;
import org.chatnotes.subscribers.Subscriber;
import org.chatnotes.subscribers.SubscriberDraft;
import org.junit.jupiter.api.Test;

class ListsTest {
    private static final LocalDate APRIL = LocalDate.parse("2025-04-13");

    @EachEngine
    void listsAreFoundByNameAndSlug(Database database) {
        Lists lists = new ListRooms(database).lists;
        MailingList notes = lists.create(NewList.named("Réseau Notes"));

        assertThat(notes.slug()).isEqualTo("reseau-notes");
        assertThat(lists.find("réseau notes")).contains(notes);
        assertThat(lists.find("reseau-notes")).contains(notes);
        assertThat(lists.create(NewList.named("Reseau: notes!")).slug()).isEqualTo("reseau-notes-2");
        assertThatThrownBy(() -> lists.create(NewList.named("RÉSEAU NOTES"))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> lists.require("other"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("Réseau Notes");
    }

    @EachEngine
    void onlyActiveOnesWithAGoodAddressReceive(Database database) {
        ListRooms rooms = new ListRooms(database);
        MailingList list = rooms.lists.create(NewList.named("Notes"));
        Subscriber active = reader(rooms, list, "active");
        Subscriber paused = reader(rooms, list, "paused");
        rooms.lists.pause(list.id(), paused.id(), APRIL);
        Subscriber left = reader(rooms, list, "left");
        rooms.lists.unsubscribe(list.id(), left.id(), "page");
        Subscriber bounced = reader(rooms, list, "bounced");
        rooms.subscribers.mark(bounced.id(), AddressState.BOUNCED, "550");
        Subscriber complained = reader(rooms, list, "complained");
        rooms.subscribers.mark(complained.id(), AddressState.COMPLAINED, "abuse");
        Subscriber pending = rooms.person("pending@example.org");
        rooms.lists.subscribe(list.id(), pending.id(), SubscriptionState.PENDING, rooms.consent());
        rooms.person("nobody@example.org");

        assertThat(ids(rooms, list)).containsExactly(active.id());
        assertThat(rooms.lists.counts(list.id())).isEqualTo(new StateCounts(1, 1, 1, 1, 1, 1));
        assertThat(rooms.lists.audience(list.id()))
                .containsExactly(new AudienceGroup(Set.of(), Set.of(), null, Format.HTML, 1));

        ListRooms inApril = rooms.at(ListRooms.NOON.plus(Duration.ofDays(40)));
        assertThat(ids(inApril, list)).containsExactly(active.id(), paused.id());
        assertThat(inApril.lists.isActive(list.id(), paused.id())).isTrue();
        assertThat(inApril.lists.counts(list.id())).isEqualTo(new StateCounts(1, 2, 0, 1, 1, 1));
    }

    @EachEngine
    void recipientsComeInChunksWithWhatTheyChose(Database database) {
        ListRooms rooms = new ListRooms(database);
        MailingList list = rooms.lists.create(NewList.named("Notes"));
        List<Long> all = new ArrayList<>();
        for (int number = 0; number < 7; number++) {
            all.add(rooms.reader(
                            list,
                            SubscriberDraft.of(EmailAddress.parse("r" + number + "@Example.org"))
                                    .choosing(Set.of("B", "A"), Set.of("r"))
                                    .reading("fr", Format.TEXT)
                                    .in("Europe/Paris"))
                    .id());
        }
        List<Recipient> first = rooms.lists.recipients(list.id(), 0, 4);
        List<Recipient> rest = rooms.lists.recipients(list.id(), first.get(3).subscriberId(), 4);

        assertThat(first)
                .first()
                .isEqualTo(new Recipient(
                        all.get(0), "example.org", Set.of("A", "B"), Set.of("r"), "fr", Format.TEXT, "Europe/Paris"));
        assertThat(first).hasSize(4);
        assertThat(rest).extracting(Recipient::subscriberId).isEqualTo(all.subList(4, 7));
    }

    @EachEngine
    void leavingCanBeUndoneForTenMinutes(Database database) {
        ListRooms rooms = new ListRooms(database);
        MailingList list = rooms.lists.create(NewList.named("Notes"));
        Subscriber reader = reader(rooms, list, "reader");
        rooms.lists.pause(list.id(), reader.id(), APRIL);

        assertThat(rooms.lists.unsubscribe(list.id(), reader.id(), "page")).isTrue();
        assertThat(rooms.lists.unsubscribe(list.id(), reader.id(), "one-click")).isFalse();
        ListRooms soon = rooms.at(ListRooms.NOON.plus(Duration.ofMinutes(9)));
        ListRooms late = rooms.at(ListRooms.NOON.plus(Duration.ofMinutes(10)));
        assertThat(late.lists.mayUndoUnsubscribe(list.id(), reader.id())).isFalse();
        assertThatThrownBy(() -> late.lists.undoUnsubscribe(list.id(), reader.id()))
                .isInstanceOf(Problem.class);
        soon.lists.undoUnsubscribe(list.id(), reader.id());

        Subscription back = soon.lists.subscription(list.id(), reader.id()).orElseThrow();
        assertThat(back.state()).isEqualTo(SubscriptionState.PAUSED);
        assertThat(back.pausedUntil()).isEqualTo(APRIL);
    }

    @EachEngine
    void whoLeftComesBackByANewerConsentOnly(Database database) {
        ListRooms rooms = new ListRooms(database);
        MailingList list = rooms.lists.create(NewList.named("Notes"));
        Subscriber reader = reader(rooms, list, "reader");
        rooms.lists.unsubscribe(list.id(), reader.id(), "page");
        Consent old = new Consent("import", ListRooms.NOON.minusSeconds(1), null);

        assertThatThrownBy(() -> rooms.lists.subscribe(list.id(), reader.id(), SubscriptionState.ACTIVE, old))
                .isInstanceOf(Problem.class);
        rooms.lists.enrol(list.id(), List.of(reader.id()), SubscriptionState.ACTIVE, rooms.consent());
        assertThat(ids(rooms, list)).isEmpty();
        rooms.lists.subscribe(list.id(), reader.id(), SubscriptionState.ACTIVE, rooms.consent());
        assertThat(ids(rooms, list)).containsExactly(reader.id());
    }

    @EachEngine
    void pausesEndWithinTwoYears(Database database) {
        ListRooms rooms = new ListRooms(database);
        MailingList list = rooms.lists.create(NewList.named("Notes"));
        Subscriber reader = reader(rooms, list, "reader");
        for (String day : List.of("2025-03-12", "2025-03-01", "2027-03-13")) {
            assertThatThrownBy(() -> rooms.lists.pause(list.id(), reader.id(), LocalDate.parse(day)))
                    .isInstanceOf(Problem.class);
        }
        rooms.lists.pause(list.id(), reader.id(), APRIL);
        rooms.lists.resume(list.id(), reader.id());
        assertThat(ids(rooms, list)).containsExactly(reader.id());
    }

    @EachEngine
    void programmesAndRolesAreRows(Database database) {
        Lists lists = new ListRooms(database).lists;
        assertThat(lists.programmes()).isEmpty();
        lists.saveProgramme(new Term("B", 1, false, Map.of("en", "Bee"), Map.of("en", "The bee", "fr", "L’abeille")));
        lists.saveProgramme(new Term("A", 0, false, Map.of(), Map.of()));
        lists.saveProgramme(new Term("B", 1, true, Map.of("en", "Bee"), Map.of("en", "The bee", "fr", "L’abeille")));

        assertThat(lists.programmes()).extracting(Term::code).containsExactly("A", "B");
        Term bee = lists.programmes().get(1);
        assertThat(bee.retired()).isTrue();
        assertThat(bee.name("fr")).isEqualTo("L’abeille");
        assertThat(bee.label("es")).isEqualTo("Bee");
        assertThat(lists.programmes().get(0).name("es")).isEqualTo("A");
        assertThat(lists.roles()).isEmpty();
    }

    @Test
    void legalMovesOfASubscription() {
        StringBuilder matrix = new StringBuilder();
        for (SubscriptionState from : SubscriptionState.values()) {
            matrix.append(from).append(':');
            for (SubscriptionState to : SubscriptionState.values()) {
                matrix.append(SubscriptionMoves.legal(from, to) ? " " + to : "");
            }
            matrix.append('\n');
        }
        assertThat(matrix).hasToString("""
                PENDING: ACTIVE UNSUBSCRIBED
                ACTIVE: PAUSED UNSUBSCRIBED
                PAUSED: ACTIVE PAUSED UNSUBSCRIBED
                UNSUBSCRIBED: PENDING ACTIVE
                """);
        assertThat(SubscriptionMoves.legal(null, SubscriptionState.PAUSED)).isFalse();
    }

    private static Subscriber reader(ListRooms rooms, MailingList list, String name) {
        return rooms.reader(list, SubscriberDraft.of(EmailAddress.parse(name + "@example.org")));
    }

    private static List<Long> ids(ListRooms rooms, MailingList list) {
        return rooms.lists.recipients(list.id(), 0, 100).stream()
                .map(Recipient::subscriberId)
                .toList();
    }
}
