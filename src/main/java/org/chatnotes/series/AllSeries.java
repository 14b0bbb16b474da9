package org.chatnotes.series;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chatnotes.db.Database;
import org.chatnotes.events.Events;
import org.chatnotes.i18n.Slugs;
import org.chatnotes.problem.Problem;
import org.chatnotes.settings.Settings;
import org.jspecify.annotations.Nullable;

/** The series of an installation. */
public final class AllSeries {
    /** The slug of the series of notes that name none. */
    public static final String DEFAULT = "notes";

    private final Database database;
    private final Settings settings;
    private final Events events;
    private final Clock clock;
    private final SeriesStore store;

    public AllSeries(Database database, Settings settings, Events events, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
        this.store = new SeriesStore(database);
    }

    /** @throws Problem invalid, with every wrong field */
    public Series create(SeriesDraft draft) {
        SeriesDraft checked = SeriesRules.checked(draft);
        return database.write(() -> {
            Series series = SeriesRules.series(0, slug(0, checked), checked);
            long id = store.insert(series, clock.instant());
            events.record("series.created", "series:" + id, Map.of("name", series.name()));
            return require(id);
        });
    }

    public Series update(long id, SeriesDraft draft) {
        SeriesDraft checked = SeriesRules.checked(draft);
        return database.write(() -> {
            require(id);
            store.update(SeriesRules.series(id, slug(id, checked), checked));
            events.record("series.updated", "series:" + id);
            return require(id);
        });
    }

    public Series require(long id) {
        return store.find(id).orElseThrow(() -> Problem.notFound("There is no series with the number " + id + "."));
    }

    public Optional<Series> bySlug(String slug) {
        return store.bySlug(slug);
    }

    /** The series of a slug; null or blank is the series {@code notes}, which is made when it is first needed. */
    public Series forNote(@Nullable String slug) {
        if (slug == null || slug.isBlank() || slug.equals(DEFAULT)) {
            return database.write(() -> store.bySlug(DEFAULT).orElseGet(this::createDefault));
        }
        return bySlug(slug)
                .orElseThrow(() -> Problem.notFound(
                        "There is no series “" + slug + "”. Name one of the series in the workshop, or none."));
    }

    /** All series, by name. */
    public List<Series> all() {
        return store.all();
    }

    private Series createDefault() {
        String language = settings.group().language();
        return create(new SeriesDraft(
                DEFAULT, "Notes", null, settings.group().zone(), language, "letter", true, null, false, 8));
    }

    /** A typed slug must be free; one made from the name finds a free number. */
    private String slug(long id, SeriesDraft draft) {
        String typed = draft.slug();
        if (typed == null) {
            return Slugs.free(Slugs.of(draft.name(), "series"), slug -> taken(slug, id));
        }
        if (taken(typed, id)) {
            throw Problem.invalid("slug", "Another series has the address “" + typed + "”. Choose another.");
        }
        return typed;
    }

    private boolean taken(String slug, long id) {
        return store.bySlug(slug).filter(other -> other.id() != id).isPresent();
    }
}
