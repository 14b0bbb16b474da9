package org.chatnotes.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.chatnotes.db.Database;
import org.chatnotes.db.EachEngine;
import org.chatnotes.events.Events;
import org.chatnotes.problem.Problem;

class LibraryTest {
    private static Library library(Database database) {
        return new Library(database, new Events(database, Clock.systemUTC()), Clock.systemUTC());
    }

    private static ResourceDraft podcast() {
        return new ResourceDraft(
                " Leadership, well-being and trust ",
                "https://example.org/podcast?utm_source=mail",
                ResourceKind.PODCAST,
                "Voices",
                "EN",
                Set.of("P1"),
                Set.of("r1"),
                Set.of("0202-03"),
                Login.NO,
                "2027-09",
                null);
    }

    @EachEngine
    void keepsWhatIsSaid(Database database) {
        Library library = library(database);
        Resource made = library.create(podcast());
        assertThat(library.require(made.id())).isEqualTo(made);
        assertThat(made.title()).isEqualTo("Leadership, well-being and trust");
        assertThat(made.url()).isEqualTo("https://example.org/podcast");
        assertThat(made.language()).isEqualTo("en");
        assertThat(made.programmes()).containsExactly("P1");
        assertThat(made.roles()).containsExactly("r1");
        assertThat(made.codes()).containsExactly("0202-03");
    }

    @EachEngine
    void standsOnceHoweverItsAddressIsWritten(Database database) {
        Library library = library(database);
        Resource made = library.create(podcast());
        assertThat(library.byUrl("HTTPS://EXAMPLE.org/podcast?utm_campaign=1")).contains(made);
        assertThat(library.take(ResourceDraft.of("Another", "https://example.org/podcast", ResourceKind.ARTICLE)))
                .isEqualTo(made);
        assertThatThrownBy(() ->
                        library.create(ResourceDraft.of("Twin", "https://example.org/podcast", ResourceKind.ARTICLE)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("Leadership, well-being and trust");
        Resource saved = library.save(ResourceDraft.of("Renamed", "https://example.org/podcast", ResourceKind.ARTICLE));
        assertThat(saved.id()).isEqualTo(made.id());
        assertThat(saved.title()).isEqualTo("Renamed");
        assertThat(saved.programmes()).isEmpty();
    }

    @EachEngine
    void isFoundByWords(Database database) {
        Library library = library(database);
        Resource cafe = library.create(
                ResourceDraft.of("The World Café method", "https://example.org/cafe", ResourceKind.METHOD));
        Resource podcast = library.create(podcast());
        Resource bare = library.create(ResourceDraft.of("100%_sure!", null, ResourceKind.REFERENCE));
        assertThat(library.search("world CAFE", 10)).containsExactly(cafe);
        assertThat(library.search("0202-03 podcast", 10)).containsExactly(podcast);
        assertThat(library.search("100%_", 10)).containsExactly(bare);
        assertThat(library.search("cafe podcast", 10)).isEmpty();
        assertThat(library.list("", null, 2)).containsExactly(bare, podcast);
        assertThat(library.list("", podcast.id(), 2)).containsExactly(cafe);
        assertThat(library.count("")).isEqualTo(3);
        assertThat(library.all(List.of(cafe.id(), bare.id(), 999L))).containsOnlyKeys(cafe.id(), bare.id());
    }

    @EachEngine
    void saysAllThatIsWrong(Database database) {
        ResourceDraft wrong = new ResourceDraft(
                " ",
                "javascript:alert(1)",
                ResourceKind.ARTICLE,
                null,
                null,
                Set.of(),
                Set.of(),
                Set.of(),
                Login.UNKNOWN,
                "soon",
                null);
        assertThatThrownBy(() -> library(database).create(wrong))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.fields())
                                .extracting(Problem.Field::name)
                                .containsExactly("title", "url", "applies_from"));
    }

    @EachEngine
    void doesNotReplaceItself(Database database) {
        Library library = library(database);
        Resource made = library.create(podcast());
        ResourceDraft circular = new ResourceDraft(
                made.title(),
                made.url(),
                made.kind(),
                null,
                null,
                Set.of(),
                Set.of(),
                Set.of(),
                Login.NO,
                null,
                made.id());
        assertThatThrownBy(() -> library.update(made.id(), circular)).hasMessageContaining("own place");
    }
}
