package org.chatnotes.workshop;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.chatnotes.access.Tokens;
import org.chatnotes.access.Users;
import org.chatnotes.checks.Checks;
import org.chatnotes.editions.Editions;
import org.chatnotes.events.Events;
import org.chatnotes.lists.Lists;
import org.chatnotes.notes.Notes;
import org.chatnotes.outbox.Outbox;
import org.chatnotes.runtime.Worker;
import org.chatnotes.series.AllSeries;
import org.chatnotes.settings.Settings;
import org.chatnotes.subscribers.Subscribers;
import org.chatnotes.web.PageWriter;

/** The pages that show several rooms: home, sending, editions, settings; and what keeps their live parts moving. */
public final class Workshop {
    /** What the pages ask. */
    public record Rooms(
            Events events,
            Settings settings,
            Outbox outbox,
            Subscribers subscribers,
            Users users,
            Tokens tokens,
            Lists lists,
            AllSeries series,
            Notes notes,
            Checks checks,
            Editions editions) {}

    private final List<Object> pages;
    private final LiveWorker live;

    /** @param relay where mail goes, asked for each page */
    public Workshop(Rooms rooms, PageWriter writer, Supplier<RelayState> relay, Clock clock) {
        EditionView view = new EditionView(
                rooms.lists(), rooms.subscribers(), rooms.outbox(), rooms.editions(), rooms.events(), clock);
        EditionPages editions = new EditionPages(rooms.editions(), view, writer, relay, clock);
        this.live = editions.live();
        this.pages = List.of(
                new HomePages(
                        rooms.notes(),
                        rooms.editions(),
                        view,
                        rooms.lists(),
                        rooms.users(),
                        rooms.events(),
                        rooms.settings(),
                        clock),
                new SendPages(
                        rooms.notes(),
                        rooms.series(),
                        rooms.lists(),
                        rooms.checks(),
                        rooms.editions(),
                        rooms.settings(),
                        clock),
                editions,
                new SettingsPages(rooms.settings(), rooms.lists(), rooms.users(), rooms.tokens()),
                new TermPages(rooms.lists()));
    }

    /** For the web server to register. */
    public List<Object> pages() {
        return pages;
    }

    /** For the process that runs the web server. */
    public List<Worker> workers() {
        return List.of(live);
    }
}
