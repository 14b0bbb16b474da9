package org.chatnotes.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.chatnotes.db.Database;
import org.chatnotes.db.EachEngine;
import org.chatnotes.events.Events;
import org.chatnotes.library.Library;
import org.chatnotes.library.ResourceDraft;
import org.chatnotes.library.ResourceKind;

class NoteWordsTest {
    @EachEngine
    void allThatABlockSays(Database database) {
        Library library = new Library(database, new Events(database, Clock.systemUTC()), Clock.systemUTC());
        library.create(ResourceDraft.of("The library’s title", "https://example.org/one", ResourceKind.ARTICLE));
        library.create(ResourceDraft.of("Another", "https://example.org/two", ResourceKind.ARTICLE));
        List<Block> blocks = new ArrayList<>();
        EveryType.contents().forEach(content -> blocks.add(Block.of("b" + blocks.size(), content)));
        List<BlockWords> words = new NoteWords(library).of(Document.titled("T", "en", blocks));

        assertThat(of(words, blocks, "header").text()).isEqualTo("12 March 2025\nCoordinators’ notes");
        assertThat(of(words, blocks, "hint").links()).containsExactly("https://example.org/hint");
        assertThat(of(words, blocks, "provocation_list").text())
                .isEqualTo("Provocations\n1-2\nFirst?\nSecond?\n0201-02 0203");
        assertThat(of(words, blocks, "psp_focus").codes()).containsExactly("0201-02", "0203");
        BlockWords quote = of(words, blocks, "quote");
        assertThat(quote.text()).isEqualTo("An education …\nA webpage\nThe library’s title\n0201-02 0203");
        assertThat(quote.links()).containsExactly("https://example.org/one");
        BlockWords inquiry = of(words, blocks, "programme_inquiry");
        assertThat(inquiry.text()).contains("Themes", "More", "The library’s title", "Shown words");
        assertThat(inquiry.links()).containsExactly("https://example.org/one", "https://example.org/two");
        assertThat(of(words, blocks, "event").text()).isEqualTo("2025-04-09 16:00 America/New_York\nApril chat\nCome");
        assertThat(of(words, blocks, "event").links()).containsExactly("https://example.org/join");
        assertThat(of(words, blocks, "divider").text()).isEmpty();
    }

    private static BlockWords of(List<BlockWords> words, List<Block> blocks, String type) {
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i).type().equals(type)) {
                return words.get(i);
            }
        }
        throw new AssertionError(type);
    }
}
