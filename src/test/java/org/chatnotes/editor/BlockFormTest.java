package org.chatnotes.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.chatnotes.db.Database;
import org.chatnotes.db.EachEngine;
import org.chatnotes.events.Events;
import org.chatnotes.i18n.Messages;
import org.chatnotes.library.Library;
import org.chatnotes.library.ResourceDraft;
import org.chatnotes.library.ResourceKind;
import org.chatnotes.media.Media;
import org.chatnotes.notes.Audience;
import org.chatnotes.notes.Block;
import org.chatnotes.notes.Channel;
import org.chatnotes.notes.Content;
import org.chatnotes.notes.EveryType;
import org.chatnotes.notes.ResourceRef;
import org.chatnotes.problem.Problem;

/** Every type of block through its form and back. */
class BlockFormTest {
    @EachEngine
    void everyTypeComesBackFromItsForm(Database database) {
        BlockForm form = form(database);
        for (Content content : EveryType.contents()) {
            Block block = new Block("b01", new Audience(Set.of("A"), Set.of("r")), Set.of(Channel.HTML), "fr", content);
            Block back = form.read("b01", BlockType.require(block.type()), form.of(block));
            assertThat(back).isEqualTo(block);
        }
    }

    @EachEngine
    void everyFieldOfEveryTypeHasWords(Database database) {
        for (BlockType type : BlockType.ALL) {
            OpenForm open = OpenForm.of(type, null, null, "", new Typed(), Messages.in("en"));
            assertThat(open.fields()).hasSameSizeAs(type.fields());
        }
        assertThat(BlockType.ALL).extracting(type -> (Object) type.content()).containsExactlyInAnyOrder((Object[])
                Content.class.getPermittedSubclasses());
    }

    @EachEngine
    void aTypedAddressFindsOrMakesItsResource(Database database) {
        BlockForm form = form(database);
        Typed typed = everywhere()
                .put("resource.title", "One, as we call it")
                .put("resource.url", "https://example.org/one?utm_source=x");
        Content.Resource known = (Content.Resource)
                form.read("b", BlockType.require("resource"), typed).content();
        assertThat(known.resource()).isEqualTo(new ResourceRef(1L, "One, as we call it"));
        typed = everywhere().put("resource.title", "New").put("resource.url", "https://example.org/new");
        Content.Resource made = (Content.Resource)
                form.read("b", BlockType.require("resource"), typed).content();
        assertThat(made.resource()).isEqualTo(new ResourceRef(3L, null));
        typed = everywhere().put("resource.title", "Only words");
        Content.Resource words = (Content.Resource)
                form.read("b", BlockType.require("resource"), typed).content();
        assertThat(words.resource()).isEqualTo(new ResourceRef(null, "Only words"));
    }

    @EachEngine
    void everyWrongFieldIsNamedAsInTheForm(Database database) {
        Typed typed =
                new Typed().put("minutes", "an hour").put("start", "tomorrow").put("title", "");
        Problem problem =
                catchThrowableOfType(Problem.class, () -> form(database).read("b", BlockType.require("event"), typed));
        assertThat(problem.fields())
                .extracting(Problem.Field::name)
                .containsExactly("title", "start", "minutes", "channel");
        Typed address = everywhere().put("resource.url", "javascript:alert(1)");
        assertThat(catchThrowableOfType(
                                Problem.class, () -> form(database).read("b", BlockType.require("resource"), address))
                        .fields())
                .extracting(Problem.Field::name)
                .containsExactly("resource.url");
    }

    private static Typed everywhere() {
        Typed typed = new Typed();
        List.of("html", "text", "web", "print").forEach(channel -> typed.put("channel", channel));
        return typed;
    }

    private static BlockForm form(Database database) {
        Library library = new Library(database, new Events(database, Clock.systemUTC()), Clock.systemUTC());
        library.take(ResourceDraft.of("The library’s title", "https://example.org/one", ResourceKind.ARTICLE));
        library.take(ResourceDraft.of("Another", "https://example.org/two", ResourceKind.ARTICLE));
        return new BlockForm(library, new Media(database, Clock.systemUTC()));
    }
}
