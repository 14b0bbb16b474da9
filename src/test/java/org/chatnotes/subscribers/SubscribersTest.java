package org.chatnotes.subscribers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chatnotes.db.Database;
import org.chatnotes.db.EachEngine;
import org.chatnotes.events.Event;
import org.chatnotes.lists.ListRooms;
import org.chatnotes.mail.EmailAddress;
import org.chatnotes.problem.Problem;
import org.junit.jupiter.api.Test;

class SubscribersTest {
    private static final EmailAddress JORDAN = EmailAddress.parse("Jordan@Demo.Example.org");

    @EachEngine
    void keepsAllParticularsAsTyped(Database database) {
        Subscribers subscribers = new ListRooms(database).subscribers;
        SubscriberDraft draft = SubscriberDraft.of(JORDAN)
                .named("  Jordan Ellis ")
                .at("Riverside", "US", "Americas")
                .choosing(Set.of("B", "A"), Set.of("x"))
                .reading("fr", Format.TEXT)
                .in("America/New_York")
                .with(Map.of("chapter", "3"));
        Subscriber created = subscribers.create(draft);

        assertThat(created.draft()).isEqualTo(draft);
        assertThat(created.name()).isEqualTo("Jordan Ellis");
        assertThat(created.email()).hasToString("Jordan@demo.example.org");
        assertThat(created.state()).isEqualTo(AddressState.OK);
        assertThat(subscribers.byEmail(EmailAddress.parse("jordan@DEMO.example.org")))
                .contains(created);
    }

    @EachEngine
    void addressesAreUniqueWithoutRegardToCase(Database database) {
        Subscribers subscribers = new ListRooms(database).subscribers;
        subscribers.create(SubscriberDraft.of(JORDAN));
        SubscriberDraft again = SubscriberDraft.of(EmailAddress.parse("JORDAN@demo.example.org"));
        assertThatThrownBy(() -> subscribers.create(again))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("known already");
    }

    @EachEngine
    void anotherAddressStartsAnEpochAndForgetsBounces(Database database) {
        Subscribers subscribers = new ListRooms(database).subscribers;
        Subscriber jordan = subscribers.create(SubscriberDraft.of(JORDAN));
        subscribers.mark(jordan.id(), AddressState.BOUNCED, "550 no such user");

        Subscriber sameMailbox =
                subscribers.update(jordan.id(), SubscriberDraft.of(EmailAddress.parse("jordan@demo.example.org")));
        assertThat(sameMailbox.addressEpoch()).isZero();
        assertThat(sameMailbox.state()).isEqualTo(AddressState.BOUNCED);

        Subscriber moved = subscribers.update(jordan.id(), SubscriberDraft.of(EmailAddress.parse("j@other.example")));
        assertThat(moved.addressEpoch()).isEqualTo(1);
        assertThat(moved.state()).isEqualTo(AddressState.OK);
    }

    @EachEngine
    void knowsWhichFieldsAnyoneHas(Database database) {
        Subscribers subscribers = new ListRooms(database).subscribers;
        subscribers.create(SubscriberDraft.of(JORDAN).with(Map.of("shoe_size", "42")));
        assertThat(subscribers.hasField("shoe_size")).isTrue();
        assertThat(subscribers.hasField("shoe%")).isFalse();
        assertThat(subscribers.hasField("shoe-size")).isFalse();
        assertThat(subscribers.hasField("size")).isFalse();
    }

    @EachEngine
    void aComplaintIsStrongerThanABounce(Database database) {
        Subscribers subscribers = new ListRooms(database).subscribers;
        long id = subscribers.create(SubscriberDraft.of(JORDAN)).id();
        subscribers.mark(id, AddressState.BOUNCED, "550 no such user");
        subscribers.mark(id, AddressState.COMPLAINED, "abuse report");
        subscribers.mark(id, AddressState.BOUNCED, "550 no such user");
        subscribers.mark(id, AddressState.OK, "looks fine");

        assertThat(subscribers.require(id).state()).isEqualTo(AddressState.COMPLAINED);
        assertThat(subscribers.reason(id)).contains("abuse report");
    }

    @EachEngine
    void suppressedAddressesStayOut(Database database) {
        Subscribers subscribers = new ListRooms(database).subscribers;
        subscribers.suppress(JORDAN, "erased");

        assertThat(subscribers.suppressed(List.of("jordan@demo.example.org", "else@demo.example.org")))
                .containsExactly("jordan@demo.example.org");
        assertThatThrownBy(() -> subscribers.create(SubscriberDraft.of(JORDAN)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("never to be written to");
    }

    @EachEngine
    void whatHappenedIsRecorded(Database database) {
        ListRooms rooms = new ListRooms(database);
        long id = rooms.person("jordan@demo.example.org").id();
        rooms.subscribers.update(id, SubscriberDraft.of(JORDAN).named("Jordan Ellis"));
        rooms.subscribers.mark(id, AddressState.BOUNCED, "550 no such user");

        assertThat(rooms.events.about("subscriber:" + id, 9))
                .extracting(Event::name)
                .containsExactly("subscriber.bounced", "subscriber.updated", "subscriber.created");
    }

    @Test
    void refusesWhatWouldForgeHeaders() {
        for (String name : List.of("Ann\r\nBcc: x@example.org", "Ann\u0000", "Ann\u2028B", "Ann\uE000name\uE001")) {
            assertThatThrownBy(
                            () -> ProfileRules.check(SubscriberDraft.of(JORDAN).named(name)))
                    .as(name)
                    .isInstanceOf(Problem.class);
        }
    }

    @Test
    void findsNamesWithoutTheirAccents() {
        assertThat(SearchText.fold("Katarzyna Żółkiewska, Bogotá, Straße"))
                .isEqualTo("katarzyna zolkiewska, bogota, strasse");
        assertThat(SearchText.patterns(" 50%  Ann_a ")).containsExactly("%50!%%", "%ann!_a%", "%", "%");
    }
}
