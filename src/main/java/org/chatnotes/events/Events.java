package org.chatnotes.events;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.chatnotes.db.Database;
import org.jspecify.annotations.Nullable;

/** The record of what happened. An event joins the transaction of the change it tells of, or it is a lie. */
public final class Events {
    private final EventStore store;
    private final Clock clock;
    private final ThreadLocal<@Nullable String> actor = new ThreadLocal<>();

    public Events(Database database, Clock clock) {
        this.store = new EventStore(database);
        this.clock = clock;
    }

    /** Names who acts on this thread from now on ({@code user:7}, {@code operator}), or nobody. */
    public void actAs(@Nullable String who) {
        if (who == null) {
            actor.remove();
        } else {
            actor.set(who);
        }
    }

    public @Nullable String actor() {
        return actor.get();
    }

    public void record(String name, String subject, Map<String, Object> data) {
        store.insert(new Event(0, clock.instant(), name, subject, actor.get(), data));
    }

    public void record(String name, String subject) {
        record(name, subject, Map.of());
    }

    /** The newest events about a subject, newest first. */
    public List<Event> about(String subject, int limit) {
        return store.about(subject, limit);
    }

    /** The newest events of all, newest first. */
    public List<Event> newest(int limit) {
        return store.newest(limit);
    }

    /** Events after a known one, oldest first: how a later room follows an earlier one. */
    public List<Event> after(long id, int limit) {
        return store.after(id, limit);
    }
}
