package org.chatnotes.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.chatnotes.db.Database;
import org.chatnotes.db.EachEngine;
import org.chatnotes.events.Event;
import org.chatnotes.events.Events;
import org.chatnotes.problem.Problem;

final class LinksTest {
    private static final String URL = "https://example.org/a?x=1&y=2";

    @EachEngine
    void aNoteAndAnAddressHaveOneKey(Database database) {
        Links links = links(database);
        String key = links.shorten(7, URL);
        assertThat(key).hasSize(7).isEqualTo(links.shorten(7, " " + URL));
        assertThat(links.shorten(8, URL)).isNotEqualTo(key);
        assertThat(links.ofNote(7)).extracting(Link::url).containsExactly(URL);
        assertThat(("/l/" + key + "/abcdefgh").length()).isLessThan(60);
    }

    @EachEngine
    void aCorrectionKeepsKeyAndHistory(Database database) {
        Events events = new Events(database, Clock.systemUTC());
        Links links = new Links(database, events, Clock.systemUTC());
        String key = links.shorten(7, URL);
        events.actAs("user:3");
        links.correct(key, "https://example.org/right");
        links.correct(key, "https://example.org/right");
        events.actAs(null);
        assertThat(links.require(key).url()).isEqualTo("https://example.org/right");
        assertThat(links.shorten(7, URL)).isEqualTo(key);
        List<Correction> corrections = links.corrections(7);
        assertThat(corrections).hasSize(1);
        assertThat(corrections.get(0).from()).isEqualTo(URL);
        assertThat(corrections.get(0).actor()).isEqualTo("user:3");
        assertThat(events.about("note:7", 9)).extracting(Event::name).containsExactly("note.corrected");
    }

    @EachEngine
    void leadsOnlyToTheWebOrToAnAddress(Database database) {
        Links links = links(database);
        for (String bad :
                List.of("javascript:alert(1)", "data:text/html,x", "/archive", "https:", "ftp://x.org/", "")) {
            assertThatThrownBy(() -> links.shorten(1, bad))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("https://");
        }
        assertThat(links.require(links.shorten(1, "https://example.org/a b|c/é"))
                        .url())
                .isEqualTo("https://example.org/a%20b%7Cc/%C3%A9");
        assertThat(links.require(links.shorten(1, "mailto:a@example.org")).url())
                .startsWith("mailto:");
    }

    @EachEngine
    void aLinkIsFollowedWithoutBeingKept(Database database) {
        Links links = links(database);
        LinkPages pages = new LinkPages(links);
        try (Response answer = pages.follow(links.shorten(7, URL))) {
            assertThat(answer.getStatus()).isEqualTo(302);
            assertThat(answer.getHeaderString("Location")).isEqualTo(URL);
        }
        assertThatThrownBy(() -> pages.follow("zzzzzzz"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("not one of ours");
    }

    private static Links links(Database database) {
        return new Links(database, new Events(database, Clock.systemUTC()), Clock.systemUTC());
    }
}
