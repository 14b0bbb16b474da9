package org.chatnotes.workshop;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.chatnotes.editions.Editions;
import org.chatnotes.editions.State;
import org.chatnotes.editions.Status;
import org.chatnotes.runtime.Worker;
import org.jspecify.annotations.Nullable;

/** Tells those who watch an edition how it gets on: once a second at most, and once for all of them. */
final class LiveWorker implements Worker {
    /** How often the page says something aloud. */
    private static final Duration SPEAKS = Duration.ofSeconds(10);

    /** Someone who watches. */
    interface Watcher {
        /** @return whether the watcher is still there */
        boolean tell(String event, String data);
    }

    /** What was told last. */
    private record Told(String progress, State state, Instant spoken) {}

    private final Editions editions;
    private final Function<Status, String> progress;
    private final Function<Status, String> said;
    private final Clock clock;
    private final Map<Long, List<Watcher>> watchers = new ConcurrentHashMap<>();
    private final Map<Long, Told> told = new ConcurrentHashMap<>();

    LiveWorker(Editions editions, Function<Status, String> progress, Function<Status, String> said, Clock clock) {
        this.editions = editions;
        this.progress = progress;
        this.said = said;
        this.clock = clock;
    }

    void watch(long editionId, Watcher watcher) {
        watchers.computeIfAbsent(editionId, unused -> new CopyOnWriteArrayList<>())
                .add(watcher);
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void tick() {
        for (Map.Entry<Long, List<Watcher>> watched : watchers.entrySet()) {
            tell(watched.getKey(), watched.getValue());
            if (watched.getValue().isEmpty()) {
                watchers.remove(watched.getKey());
                told.remove(watched.getKey());
            }
        }
    }

    private void tell(long editionId, List<Watcher> those) {
        Status status = editions.status(editionId);
        State state = status.edition().state();
        String html = progress.apply(status);
        @Nullable Told before = told.get(editionId);
        boolean speaks = before == null
                || before.state() != state
                || before.spoken().plus(SPEAKS).compareTo(clock.instant()) <= 0;
        // The progress goes out even when nothing changed: that is how we learn who has left.
        all(those, "progress", html);
        if (speaks) {
            all(those, "said", said.apply(status));
        }
        if (before != null && before.state() != state) {
            all(those, "state", state.word());
        }
        if (state.over()) {
            all(those, "over", state.word());
            those.clear();
        }
        told.put(editionId, new Told(html, state, speaks || before == null ? clock.instant() : before.spoken()));
    }

    private static void all(List<Watcher> those, String event, String data) {
        those.removeIf(watcher -> !watcher.tell(event, data));
    }
}
