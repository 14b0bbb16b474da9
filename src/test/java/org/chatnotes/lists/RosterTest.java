package org.chatnotes.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.chatnotes.db.Database;
import org.chatnotes.db.EachEngine;
import org.chatnotes.db.Engine;
import org.chatnotes.lists.PeopleQuery.Cursor;
import org.chatnotes.mail.EmailAddress;
import org.chatnotes.subscribers.AddressState;
import org.chatnotes.subscribers.Format;
import org.chatnotes.subscribers.Subscriber;
import org.chatnotes.subscribers.SubscriberDraft;
import org.jspecify.annotations.Nullable;

class RosterTest {
    private static final int MANY = 100_000;

    @EachEngine
    void findsPeopleByEachPart(Database database) {
        ListRooms rooms = new ListRooms(database);
        MailingList list = rooms.lists.create(NewList.named("Notes"));
        long zolkiewska = reader(rooms, list, "k.z@sp12.example", "Katarzyna Żółkiewska", "SP 12, Kraków", "A", "en");
        long claire = reader(rooms, list, "claire@demo.example.org", "Claire Dubois", "Lycée Bellevue", "B", "fr");
        long percent = reader(rooms, list, "100%_off@shop.example", null, null, null, null);
        long elsewhere = rooms.person("else@example.org").id();

        assertThat(found(rooms, query("zolk krakow", list))).containsExactly(zolkiewska);
        assertThat(found(rooms, query("DEMO.example", list))).containsExactly(claire);
        assertThat(found(rooms, query("100%", list))).containsExactly(percent);
        assertThat(found(rooms, query("%", list))).containsExactly(percent);
        assertThat(found(rooms, query("", null))).containsExactly(percent, claire, elsewhere, zolkiewska);
        assertThat(found(rooms, query("", list))).containsExactly(percent, claire, zolkiewska);
        assertThat(found(rooms, filtered(list, null, "B", null))).containsExactly(claire);
        assertThat(found(rooms, filtered(list, null, PeopleQuery.NONE, null))).containsExactly(percent);
        assertThat(found(rooms, filtered(list, null, null, "en"))).containsExactly(percent, zolkiewska);
    }

    @EachEngine
    void showsTheStrongerStateAndCountsItSo(Database database) {
        ListRooms rooms = new ListRooms(database);
        MailingList list = rooms.lists.create(NewList.named("Notes"));
        long active = reader(rooms, list, "a@example.org", null, null, null, null);
        long left = reader(rooms, list, "b@example.org", null, null, null, null);
        rooms.lists.unsubscribe(list.id(), left, "page");
        long bounced = reader(rooms, list, "c@example.org", null, null, null, null);
        rooms.lists.unsubscribe(list.id(), bounced, "page");
        rooms.subscribers.mark(bounced, AddressState.BOUNCED, "550");

        assertThat(found(rooms, filtered(list, ShownState.ACTIVE, null, null))).containsExactly(active);
        assertThat(found(rooms, filtered(list, ShownState.UNSUBSCRIBED, null, null)))
                .containsExactly(left);
        assertThat(found(rooms, filtered(list, ShownState.BOUNCED, null, null))).containsExactly(bounced);
        assertThat(found(rooms, filtered(null, ShownState.BOUNCED, null, null))).containsExactly(bounced);
        assertThat(rooms.lists.counts(list.id())).isEqualTo(new StateCounts(0, 1, 0, 1, 1, 0));
        assertThat(rooms.lists.counts()).isEqualTo(new StateCounts(0, 2, 0, 0, 1, 0));
    }

    @EachEngine
    void pagesForthAndBackMeetEveryoneOnce(Database database) {
        ListRooms rooms = new ListRooms(database);
        List<Long> expected = new ArrayList<>();
        for (int number = 0; number < 23; number++) {
            String name = "Ann " + (char) ('a' + number / 3);
            expected.add(rooms.subscribers
                    .create(SubscriberDraft.of(EmailAddress.parse("p" + number + "@example.org"))
                            .named(name))
                    .id());
        }
        List<Long> forth = new ArrayList<>();
        List<Long> back = new ArrayList<>();
        People page = rooms.lists.people(paged(null, 5));
        for (; page.next() != null; page = rooms.lists.people(paged(page.next(), 5))) {
            forth.addAll(page.ids());
        }
        forth.addAll(page.ids());
        for (; page.back() != null; page = rooms.lists.people(paged(page.back(), 5))) {
            back.addAll(0, page.ids());
        }
        back.addAll(0, page.ids());

        assertThat(forth).isEqualTo(expected);
        assertThat(back).isEqualTo(expected);
    }

    /** Time is not asserted; that no page reads what it does not show is, by the database's own plan. */
    @EachEngine
    void aHundredThousandPeopleArePagedByIndex(Database database) {
        ListRooms rooms = new ListRooms(database);
        MailingList list = rooms.lists.create(NewList.named("Notes"));
        fill(rooms, list);
        RosterStore store = new RosterStore(database);
        People first = rooms.lists.people(query("", list));
        People deep = rooms.lists.people(
                new PeopleQuery("", list.id(), null, null, null, null, new Cursor(MANY / 2, false), 50));

        assertThat(first.ids()).hasSize(50);
        assertThat(deep.ids()).hasSize(50);
        assertThat(rooms.lists.counts(list.id()).active()).isEqualTo(MANY);
        for (PeopleQuery query : List.of(
                query("", list),
                query("school", list),
                filtered(list, ShownState.ACTIVE, "A", null),
                new PeopleQuery("", list.id(), null, null, null, null, new Cursor(MANY / 2, false), 50))) {
            assertWalksTheIndex(database, store.plan(query, "2025-03-12", "en"));
        }
    }

    private static void assertWalksTheIndex(Database database, String plan) {
        if (database.engine() == Engine.SQLITE) {
            assertThat(plan).contains("subscriber_by_name").doesNotContain("TEMP B-TREE", "SCAN u");
        } else {
            assertThat(plan).contains("subscriber_by_name").doesNotContain("Seq Scan", "Sort");
        }
    }

    private static void fill(ListRooms rooms, MailingList list) {
        int chunk = 10_000;
        for (int from = 0; from < MANY; from += chunk) {
            List<SubscriberDraft> drafts = LongStream.range(from, from + chunk)
                    .mapToObj(number -> SubscriberDraft.of(new EmailAddress("p" + number, "example.org"))
                            .named("Person " + number)
                            .at("School " + number % 500, null, null)
                            .choosing(number % 2 == 0 ? Set.of("A") : Set.of("B"), Set.of()))
                    .toList();
            rooms.subscribers.save(drafts, Map.of());
        }
        for (int from = 1; from <= MANY; from += chunk) {
            rooms.lists.enrol(
                    list.id(),
                    LongStream.range(from, from + chunk).boxed().toList(),
                    SubscriptionState.ACTIVE,
                    rooms.consent());
        }
        if (rooms.database.engine() == Engine.POSTGRESQL) {
            rooms.database.change(handle -> handle.execute("ANALYZE"));
        }
    }

    private static long reader(
            ListRooms rooms,
            MailingList list,
            String email,
            @Nullable String name,
            @Nullable String school,
            @Nullable String programme,
            @Nullable String language) {
        Subscriber reader = rooms.reader(
                list,
                SubscriberDraft.of(EmailAddress.parse(email))
                        .named(name)
                        .at(school, null, null)
                        .choosing(programme == null ? Set.of() : Set.of(programme), Set.of())
                        .reading(language, Format.HTML));
        return reader.id();
    }

    private static List<Long> found(ListRooms rooms, PeopleQuery query) {
        return rooms.lists.people(query).ids();
    }

    private static PeopleQuery query(String words, @Nullable MailingList list) {
        return new PeopleQuery(words, list == null ? null : list.id(), null, null, null, null, null, 50);
    }

    private static PeopleQuery filtered(
            @Nullable MailingList list,
            @Nullable ShownState state,
            @Nullable String programme,
            @Nullable String language) {
        return new PeopleQuery("", list == null ? null : list.id(), state, programme, null, language, null, 50);
    }

    private static PeopleQuery paged(@Nullable Cursor cursor, int limit) {
        return new PeopleQuery("", null, null, null, null, null, cursor, limit);
    }
}
