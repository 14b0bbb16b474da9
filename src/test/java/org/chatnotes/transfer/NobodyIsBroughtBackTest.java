package org.chatnotes.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.chatnotes.db.Database;
import org.chatnotes.db.EachEngine;
import org.chatnotes.lists.ListRooms;
import org.chatnotes.lists.MailingList;
import org.chatnotes.lists.NewList;
import org.chatnotes.lists.Recipient;
import org.chatnotes.lists.Subscription;
import org.chatnotes.lists.SubscriptionState;
import org.chatnotes.mail.EmailAddress;
import org.chatnotes.problem.Problem;
import org.chatnotes.subscribers.AddressState;
import org.chatnotes.subscribers.Subscriber;
import org.chatnotes.subscribers.SubscriberDraft;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens in whatever order, nobody who left, bounced, complained or rests receives the list. */
class NobodyIsBroughtBackTest {
    private static final int PEOPLE = 6;
    private static final int STEPS = 120;

    @TempDir
    private Path folder = Path.of("");

    /** What must hold, by address: kept beside the program, by the plain words of the law. */
    private final Set<String> gone = new HashSet<>();

    private final Set<String> left = new HashSet<>();
    private final Set<String> resting = new HashSet<>();

    @EachEngine
    void inAnyOrderOfEvents(Database database) {
        ListRooms rooms = new ListRooms(database);
        MailingList list = rooms.lists.create(NewList.named("Notes"));
        for (long seed = 1; seed <= 4; seed++) {
            Random random = new Random(seed);
            for (int step = 0; step < STEPS; step++) {
                String email = "p" + seed + "-" + random.nextInt(PEOPLE) + "@example.org";
                step(rooms, list, email, random.nextInt(9));
                Set<String> wrongly = recipients(rooms, list);
                wrongly.removeIf(receiving ->
                        !gone.contains(receiving) && !left.contains(receiving) && !resting.contains(receiving));
                assertThat(wrongly).as("seed %s, step %s", seed, step).isEmpty();
            }
        }
        assertThat(recipients(rooms, list)).as("the test is not empty").isNotEmpty();
    }

    private void step(ListRooms rooms, MailingList list, String email, int what) {
        Subscriber person = rooms.subscribers.byEmail(EmailAddress.parse(email)).orElse(null);
        try {
            switch (what) {
                case 0, 1 -> bringIn(rooms, email + ",", ImportConsent.ALREADY);
                case 2 -> bringIn(rooms, email + ",active", ImportConsent.ASK);
                case 3 -> join(rooms, list, email, person);
                case 4 -> leave(rooms, list, email, person);
                case 5 -> rest(rooms, list, email, person);
                case 6 -> mark(rooms, email, person, AddressState.BOUNCED);
                case 7 -> bringIn(rooms, email + ",active", ImportConsent.ALREADY);
                default -> mark(rooms, email, person, AddressState.COMPLAINED);
            }
        } catch (Problem illegalMove) {
            assertThat(illegalMove.kind()).isIn(Problem.Kind.CONFLICT, Problem.Kind.NOT_FOUND);
        }
    }

    private void bringIn(ListRooms rooms, String row, ImportConsent consent) {
        byte[] file = ("email,status\n" + row + "\n").getBytes(StandardCharsets.UTF_8);
        new Imports(rooms.database, rooms.subscribers, rooms.lists, rooms.events, rooms.clock, folder)
                .run(
                        new ByteArrayInputStream(file),
                        "x.csv",
                        new ImportOrder("Notes", consent, false),
                        ImportProgress.SILENT);
    }

    /** At her own wish: that alone brings someone back who left. */
    private void join(ListRooms rooms, MailingList list, String email, @Nullable Subscriber person) {
        Subscriber joining =
                person != null ? person : rooms.subscribers.create(SubscriberDraft.of(EmailAddress.parse(email)));
        SubscriptionState before = rooms.lists
                .subscription(list.id(), joining.id())
                .map(Subscription::state)
                .orElse(null);
        rooms.lists.subscribe(list.id(), joining.id(), SubscriptionState.ACTIVE, rooms.consent());
        if (before == SubscriptionState.UNSUBSCRIBED) {
            left.remove(email);
        }
        resting.remove(email);
    }

    private void leave(ListRooms rooms, MailingList list, String email, @Nullable Subscriber person) {
        if (person != null && rooms.lists.unsubscribe(list.id(), person.id(), "page")) {
            left.add(email);
            resting.remove(email);
        }
    }

    private void rest(ListRooms rooms, MailingList list, String email, @Nullable Subscriber person) {
        if (person != null) {
            rooms.lists.pause(list.id(), person.id(), rooms.lists.today().plusMonths(1));
            resting.add(email);
        }
    }

    private void mark(ListRooms rooms, String email, @Nullable Subscriber person, AddressState state) {
        // seldom, so that some stay
        if (person != null && email.endsWith("-0@example.org")) {
            rooms.subscribers.mark(person.id(), state, "test");
            gone.add(email);
        }
    }

    private static Set<String> recipients(ListRooms rooms, MailingList list) {
        List<Recipient> recipients = rooms.lists.recipients(list.id(), 0, 1000);
        return recipients.stream()
                .map(recipient -> rooms.subscribers
                        .require(recipient.subscriberId())
                        .email()
                        .key())
                .collect(Collectors.toCollection(HashSet::new));
    }
}
