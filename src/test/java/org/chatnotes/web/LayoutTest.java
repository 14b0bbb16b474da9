package org.chatnotes.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.chatnotes.db.Database;
import org.chatnotes.db.EachEngine;
import org.chatnotes.events.Events;
import org.chatnotes.markup.Templates;
import org.chatnotes.settings.Settings;

class LayoutTest {
    @EachEngine
    void anErrorIsAPageOfTheGroupForReaders(Database database) {
        PageWriter pages = pages(database);
        String html =
                pages.render(Page.of("problem").with("status", 404).with("sentence", "There is <nothing> here."), null);
        assertThat(html)
                .contains("<h1>Nothing is here</h1>", "There is &lt;nothing&gt; here.", "Our notes")
                .contains("<html lang=\"en\">")
                .doesNotContain("style=", "csrf");
    }

    @EachEngine
    void speaksTheReadersLanguage(Database database) {
        String html = pages(database)
                .render(Page.of("problem").in("fr").with("status", 404).with("sentence", "Rien."), null);
        assertThat(html).contains("<html lang=\"fr\">", "Il n’y a rien ici", "Toutes les notes");
    }

    private static PageWriter pages(Database database) {
        Clock clock = Clock.systemUTC();
        Settings settings = new Settings(database, new Events(database, clock));
        return new PageWriter(new Templates(null), settings, new Assets(), clock, true);
    }
}
