package org.chatnotes.series;

import java.util.List;
import java.util.Optional;
import org.chatnotes.db.Database;
import org.chatnotes.events.Events;
import org.chatnotes.settings.Settings;
import org.jspecify.annotations.Nullable;

/** The series of an installation. */
public final class AllSeries {
    /** The slug of the series of notes that name none. */
    public static final String DEFAULT = "notes";

    public AllSeries(Database database, Settings settings, Events events, java.time.Clock clock) {}

    public Series create(SeriesDraft draft) {
        throw new UnsupportedOperationException();
    }

    public Series update(long id, SeriesDraft draft) {
        throw new UnsupportedOperationException();
    }

    public Series require(long id) {
        throw new UnsupportedOperationException();
    }

    public Optional<Series> bySlug(String slug) {
        throw new UnsupportedOperationException();
    }

    /** The series of a slug; null or blank is the series {@code notes}, which is made when it is first needed. */
    public Series forNote(@Nullable String slug) {
        throw new UnsupportedOperationException();
    }

    /** All series, by name. */
    public List<Series> all() {
        throw new UnsupportedOperationException();
    }
}
