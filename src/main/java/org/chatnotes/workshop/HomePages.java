package org.chatnotes.workshop;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.chatnotes.access.Users;
import org.chatnotes.editions.Edition;
import org.chatnotes.editions.Editions;
import org.chatnotes.editions.State;
import org.chatnotes.editions.Status;
import org.chatnotes.events.Event;
import org.chatnotes.events.Events;
import org.chatnotes.i18n.Messages;
import org.chatnotes.lists.Lists;
import org.chatnotes.lists.StateCounts;
import org.chatnotes.notes.NoteLine;
import org.chatnotes.notes.NoteState;
import org.chatnotes.notes.Notes;
import org.chatnotes.settings.Settings;
import org.chatnotes.web.Page;
import org.jspecify.annotations.Nullable;

/** This month: what to write next, what went out last, what happened lately; for a newcomer, what to do first. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public final class HomePages {
    private static final int NOTES = 30;
    private static final int DRAFTS = 3;
    private static final int HAPPENED = 8;
    private static final int LOOKED_AT = 200;

    private final Notes notes;
    private final Editions editions;
    private final EditionView view;
    private final Lists lists;
    private final Users users;
    private final Events events;
    private final Settings settings;
    private final Clock clock;

    HomePages(
            Notes notes,
            Editions editions,
            EditionView view,
            Lists lists,
            Users users,
            Events events,
            Settings settings,
            Clock clock) {
        this.notes = notes;
        this.editions = editions;
        this.view = view;
        this.lists = lists;
        this.users = users;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    /** Something that happened: by whom, what, and the page that shows it. */
    public record Happened(
            Event event,
            @Nullable String who,
            String what,
            @Nullable String href) {}

    @GET
    public Page thisMonth() {
        List<Edition> sendings = editions.list(null, Long.MAX_VALUE, 20);
        List<NoteLine> drafts = notes.list(null, false, null, NOTES).stream()
                .filter(note -> note.state() != NoteState.APPROVED
                        || sendings.stream().noneMatch(edition -> edition.noteId() == note.id()))
                .limit(DRAFTS)
                .toList();
        StateCounts people = lists.counts();
        @Nullable
        Status last = sendings.stream()
                .filter(edition -> edition.state() != State.CANCELLED)
                .findFirst()
                .map(edition -> editions.status(edition.id()))
                .orElse(null);
        return Page.of("workshop/home")
                .with(
                        "today",
                        LocalDate.ofInstant(
                                clock.instant(), ZoneId.of(settings.group().zone())))
                .with("drafts", drafts)
                .with("last", last)
                .with("lastList", last == null ? null : view.listName(last.edition()))
                .with(
                        "lastBar",
                        last == null ? null : ProgressBar.of(last.tally()).segments())
                .with("people", people.all())
                .with("active", people.active())
                .with("lists", lists.all().size())
                .with("anyNote", !notes.list(null, false, null, 1).isEmpty())
                .with("happened", happened());
    }

    private List<Happened> happened() {
        Messages messages = Messages.in("en");
        return events.newest(LOOKED_AT).stream()
                .filter(event -> messages.has(key(event)))
                .limit(HAPPENED)
                .map(event -> new Happened(
                        event,
                        event.actor() == null ? null : users.nameOf(event.actor()),
                        messages.say(key(event)),
                        href(event.subject())))
                .toList();
    }

    private static String key(Event event) {
        return "workshop.happened_" + event.name().replace('.', '_');
    }

    private static @Nullable String href(String subject) {
        String[] parts = subject.split(":", 2);
        String place = Map.of(
                        "note", "/notes/",
                        "edition", "/editions/",
                        "subscriber", "/subscribers/",
                        "list", "/lists/")
                .get(parts[0]);
        return place == null || parts.length < 2 ? null : place + parts[1];
    }
}
