package org.chatnotes.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.chatnotes.db.Database;
import org.chatnotes.db.EachEngine;
import org.chatnotes.lists.ListRooms;
import org.chatnotes.lists.MailingList;
import org.chatnotes.lists.NewList;
import org.chatnotes.lists.Subscription;
import org.chatnotes.lists.SubscriptionState;
import org.chatnotes.lists.Term;
import org.chatnotes.mail.EmailAddress;
import org.chatnotes.markup.Templates;
import org.chatnotes.subscribers.AddressState;
import org.chatnotes.subscribers.Format;
import org.chatnotes.subscribers.Subscriber;
import org.chatnotes.subscribers.SubscriberDraft;
import org.chatnotes.web.Assets;
import org.chatnotes.web.Page;
import org.chatnotes.web.PageWriter;
import org.junit.jupiter.api.Test;

class UnsubscribeTest {
    private static final String ONE_CLICK = "List-Unsubscribe=One-Click";

    /** One reader on one list, with the links of her mails. */
    private record Stage(ListRooms rooms, MailingList list, Subscriber reader, String leaving, String choosing) {
        static Stage of(Database database) {
            ListRooms rooms = new ListRooms(database);
            MailingList list = rooms.lists.create(NewList.named("Notes"));
            Subscriber reader = rooms.reader(list, SubscriberDraft.of(EmailAddress.parse("jordan@demo.example.org")));
            PreferenceLinks links = new PreferenceLinks(rooms.signing, "https://n.example");
            return new Stage(
                    rooms,
                    list,
                    reader,
                    token(links.unsubscribe(reader.id(), list.id())),
                    token(links.preferences(reader.id(), list.id(), reader.addressEpoch())));
        }

        static String token(String url) {
            return url.substring(url.lastIndexOf('/') + 1);
        }

        Stage later(Duration by) {
            return new Stage(rooms.at(ListRooms.NOON.plus(by)), list, reader, leaving, choosing);
        }

        Preferences preferences() {
            return new Preferences(rooms.database, rooms.signing, rooms.subscribers, rooms.lists, rooms.clock);
        }

        UnsubscribePages leavingPages() {
            return new UnsubscribePages(preferences(), rooms.settings);
        }

        PreferencePages choosingPages() {
            return new PreferencePages(preferences(), rooms.settings);
        }

        SubscriptionState state() {
            return rooms.lists
                    .subscription(list.id(), reader.id())
                    .map(Subscription::state)
                    .orElseThrow();
        }

        String html(Response response) {
            PageWriter writer = new PageWriter(new Templates(null), rooms.settings, new Assets(), rooms.clock, false);
            return writer.render((Page) response.getEntity(), null);
        }
    }

    @EachEngine
    void lookingChangesNothing(Database database) {
        Stage stage = Stage.of(database);
        Response response = stage.leavingPages().ask(stage.leaving());

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(stage.html(response))
                .contains("Unsubscribe from Notes?", "j•••••n@demo.example.org", "<button")
                .doesNotContain("jordan@");
        assertThat(stage.state()).isEqualTo(SubscriptionState.ACTIVE);
    }

    @EachEngine
    void oneClickLeavesAtOnceAndStaysRightForEver(Database database) {
        Stage stage = Stage.of(database);
        assertThat(stage.leavingPages().leave(stage.leaving(), ONE_CLICK).getStatus())
                .isEqualTo(200);
        assertThat(stage.state()).isEqualTo(SubscriptionState.UNSUBSCRIBED);
        assertThat(stage.rooms()
                        .lists
                        .subscription(stage.list().id(), stage.reader().id()))
                .get()
                .extracting(Subscription::reason)
                .isEqualTo("one-click");

        Stage tenYearsOn = stage.later(Duration.ofDays(3650));
        stage.rooms().subscribers.mark(stage.reader().id(), AddressState.ERASED, "asked for it");
        for (String body : new String[] {ONE_CLICK, "", "anything"}) {
            Response again = tenYearsOn.leavingPages().leave(stage.leaving(), body);
            assertThat(again.getStatus()).isEqualTo(200);
            assertThat(tenYearsOn.html(again)).contains("Nothing was changed").doesNotContain("jordan", "Undo");
        }
    }

    @EachEngine
    void forgedLinksOpenNothing(Database database) {
        Stage stage = Stage.of(database);
        for (String token :
                new String[] {"", "xyz", stage.choosing(), stage.leaving().substring(1) + "A"}) {
            assertThat(stage.leavingPages().ask(token).getStatus()).isEqualTo(404);
            assertThat(stage.leavingPages().leave(token, ONE_CLICK).getStatus()).isEqualTo(404);
        }
        assertThat(stage.choosingPages().show(stage.leaving()).getStatus()).isEqualTo(404);
        assertThat(stage.state()).isEqualTo(SubscriptionState.ACTIVE);
    }

    @EachEngine
    void leavingIsTakenBackWithinTenMinutesAndByPost(Database database) {
        Stage stage = Stage.of(database);
        assertThat(stage.html(stage.leavingPages().leave(stage.leaving(), "")))
                .contains("You are not on Notes", "is off the list", "Undo");
        Stage late = stage.later(Duration.ofMinutes(11));
        assertThat(late.html(late.leavingPages().undo(stage.leaving()))).doesNotContain("as before");
        assertThat(stage.state()).isEqualTo(SubscriptionState.UNSUBSCRIBED);

        Stage soon = stage.later(Duration.ofMinutes(2));
        assertThat(soon.html(soon.leavingPages().undo(stage.leaving()))).contains("is on the list as before");
        assertThat(stage.state()).isEqualTo(SubscriptionState.ACTIVE);
    }

    @EachEngine
    void aBreakIsOfferedInstead(Database database) {
        Stage stage = Stage.of(database);
        assertThat(stage.html(stage.leavingPages().pause(stage.leaving()))).contains("until 12 April 2025");
        assertThat(stage.state()).isEqualTo(SubscriptionState.PAUSED);
        assertThat(stage.html(stage.leavingPages().ask(stage.leaving()))).doesNotContain("Only a break?");
    }

    @EachEngine
    void preferencesAreShownAndSaved(Database database) {
        Stage stage = Stage.of(database);
        stage.rooms().lists.saveProgramme(new Term("A", 0, false, Map.of("en", "Ay"), Map.of("en", "Programme Ay")));
        stage.rooms().lists.saveProgramme(new Term("Z", 1, true, Map.of(), Map.of("en", "Retired one")));
        assertThat(stage.html(stage.choosingPages().show(stage.choosing())))
                .contains("Programme Ay", "j•••••n@")
                .doesNotContain("Retired one", "Role</h2>");

        MultivaluedHashMap<String, String> form = new MultivaluedHashMap<>();
        form.add("programmes", "A");
        form.add("programmes", "made-up");
        form.add("format", "text");
        form.add("language", "fr");
        form.add("pause", "date");
        form.add("until", "2025-06-01");
        assertThat(stage.choosingPages().save(stage.choosing(), form).getStatus())
                .isEqualTo(303);

        Subscriber reader = stage.rooms().subscribers.require(stage.reader().id());
        assertThat(reader.programmes()).isEqualTo(Set.of("A"));
        assertThat(reader.format()).isEqualTo(Format.TEXT);
        assertThat(reader.language()).isEqualTo("fr");
        assertThat(stage.state()).isEqualTo(SubscriptionState.PAUSED);
        assertThat(stage.html(stage.choosingPages().show(stage.choosing())))
                .contains("Vos préférences", "jusqu’au 1 juin 2025");
    }

    @EachEngine
    void aDayThatCannotBeIsSaidInTheReadersLanguageAndNothingIsSaved(Database database) {
        Stage stage = Stage.of(database);
        MultivaluedHashMap<String, String> form = new MultivaluedHashMap<>();
        form.add("format", "text");
        form.add("pause", "date");
        form.add("until", "2025-03-01");
        Response response = stage.choosingPages().save(stage.choosing(), form);

        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(stage.html(response)).contains("Choose a day after today", "2025-03-01");
        assertThat(stage.rooms().subscribers.require(stage.reader().id()).format())
                .isEqualTo(Format.HTML);
    }

    @EachEngine
    void preferencesDieWithTheAddress(Database database) {
        Stage stage = Stage.of(database);
        stage.rooms()
                .subscribers
                .update(stage.reader().id(), SubscriberDraft.of(EmailAddress.parse("successor@demo.example.org")));

        assertThat(stage.choosingPages().show(stage.choosing()).getStatus()).isEqualTo(404);
        assertThat(stage.leavingPages().ask(stage.leaving()).getStatus()).isEqualTo(200);
    }

    @Test
    void addressesAreHiddenWithoutTellingTheirLength() {
        assertThat(Mask.of(EmailAddress.parse("jordan@a.example"))).isEqualTo("j•••••n@a.example");
        assertThat(Mask.of(EmailAddress.parse("jo@a.example"))).isEqualTo("j•••••@a.example");
    }
}
