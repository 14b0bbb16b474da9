package org.chatnotes.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.LocalDate;
import org.chatnotes.db.Database;
import org.chatnotes.db.EachEngine;
import org.chatnotes.events.Events;
import org.chatnotes.problem.Problem;
import org.chatnotes.settings.Settings;
import org.junit.jupiter.api.Test;

class AllSeriesTest {
    @EachEngine
    void theSeriesNotesIsMadeWhenNoneIsNamed(Database database) {
        AllSeries all = open(database);
        assertThat(all.all()).isEmpty();
        Series notes = all.forNote(null);
        assertThat(notes.slug()).isEqualTo("notes");
        assertThat(all.forNote("")).isEqualTo(notes);
        assertThat(all.forNote("notes")).isEqualTo(notes);
        assertThat(all.all()).containsExactly(notes);
        assertThatThrownBy(() -> all.forNote("nowhere")).hasMessageContaining("no series “nowhere”");
    }

    @EachEngine
    void aSeriesIsMadeAndChanged(Database database) {
        AllSeries all = open(database);
        Series first = all.create(SeriesDraft.named("Notes d’été", "Europe/Paris", "fr"));
        Series second = all.create(SeriesDraft.named("Notes d’ete", "Europe/Paris", "fr"));
        assertThat(first.slug()).isEqualTo("notes-dete");
        assertThat(second.slug()).isEqualTo("notes-dete-2");
        SeriesDraft draft = new SeriesDraft(
                "summer", "Summer", " second Wednesday ", "America/New_York", "en", "digest", false, 7L, false, 1);
        Series changed = all.update(first.id(), draft);
        assertThat(changed)
                .isEqualTo(new Series(
                        first.id(),
                        "summer",
                        "Summer",
                        "second Wednesday",
                        "America/New_York",
                        "en",
                        "digest",
                        false,
                        7L,
                        false,
                        1));
        assertThatThrownBy(() -> all.update(second.id(), draft)).hasMessageContaining("address “summer”");
    }

    @EachEngine
    void everyWrongFieldIsNamed(Database database) {
        Problem problem = catchThrowableOfType(
                Problem.class,
                () -> open(database)
                        .create(new SeriesDraft("No Good", " ", null, "Mars", "x", "../etc", true, null, true, 13)));
        assertThat(problem.fields())
                .extracting(Problem.Field::name)
                .containsExactly("name", "slug", "zone", "language", "design", "year_starts");
    }

    @Test
    void schoolYearsBeginWhereTheyBegin() {
        Series north = new Series(1, "a", "A", null, "UTC", "en", "letter", true, null, true, 8);
        Series south = new Series(1, "a", "A", null, "UTC", "en", "letter", true, null, true, 2);
        assertThat(north.schoolYear(LocalDate.of(2025, 3, 12))).isEqualTo("2024-2025");
        assertThat(north.schoolYear(LocalDate.of(2025, 8, 1))).isEqualTo("2025-2026");
        assertThat(south.schoolYear(LocalDate.of(2025, 3, 12))).isEqualTo("2025");
        assertThat(south.schoolYear(LocalDate.of(2025, 1, 31))).isEqualTo("2024");
    }

    private static AllSeries open(Database database) {
        Events events = new Events(database, Clock.systemUTC());
        return new AllSeries(database, new Settings(database, events), events, Clock.systemUTC());
    }
}
