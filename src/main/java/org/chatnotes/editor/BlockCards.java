package org.chatnotes.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.chatnotes.editor.BlockCard.Flag;
import org.chatnotes.editor.BlockCard.Mark;
import org.chatnotes.editor.BlockCard.Shelf;
import org.chatnotes.i18n.Messages;
import org.chatnotes.library.Login;
import org.chatnotes.library.Resource;
import org.chatnotes.lists.Lists;
import org.chatnotes.lists.Term;
import org.chatnotes.media.Media;
import org.chatnotes.media.Picture;
import org.chatnotes.notes.Block;
import org.chatnotes.notes.Content;
import org.chatnotes.notes.Document;
import org.chatnotes.notes.NoteWords;
import org.chatnotes.notes.ResourceRef;
import org.jspecify.annotations.Nullable;

/** Makes the cards of a note's blocks: everything that their reading view shows, looked up at once. */
final class BlockCards {
    private final NoteWords words;
    private final Media media;
    private final Lists lists;

    BlockCards(NoteWords words, Media media, Lists lists) {
        this.words = words;
        this.media = media;
        this.lists = lists;
    }

    /**
     * The cards of a document.
     *
     * @param flags what is to be mended, by block
     * @param reader the programmes and roles of the reader to show it to; null: everything
     */
    List<BlockCard> of(Document document, Map<String, List<Flag>> flags, @Nullable Reader reader, Messages messages) {
        Map<Long, Resource> resources = words.resources(document);
        Map<String, Term> programmes = byCode(lists.programmes());
        Map<String, Term> roles = byCode(lists.roles());
        List<BlockCard> cards = new ArrayList<>();
        for (Block block : document.blocks()) {
            List<Mark> who = new ArrayList<>();
            marks(block.audience().programmes(), programmes, false, messages, who);
            marks(block.audience().roles(), roles, true, messages, who);
            cards.add(new BlockCard(
                    block,
                    messages.say("editor.type." + block.type()),
                    who,
                    where(block, messages),
                    shelves(block.content(), resources, messages),
                    picture(block.content()),
                    flags.getOrDefault(block.id(), List.of()),
                    reader == null || block.audience().includes(reader.programmes(), reader.roles())));
        }
        return cards;
    }

    /** Whom a note is shown as for. */
    record Reader(Set<String> programmes, Set<String> roles) {}

    private static Map<String, Term> byCode(List<Term> terms) {
        return terms.stream().collect(Collectors.toMap(Term::code, term -> term));
    }

    private static void marks(
            Set<String> codes, Map<String, Term> terms, boolean role, Messages messages, List<Mark> into) {
        codes.stream()
                .sorted((a, b) -> Integer.compare(position(terms.get(a)), position(terms.get(b))))
                .forEach(code -> {
                    Term term = terms.get(code);
                    into.add(new Mark(term == null ? code : term.label(messages.language()), role));
                });
    }

    private static int position(@Nullable Term term) {
        return term == null ? Integer.MAX_VALUE : term.position();
    }

    private static @Nullable String where(Block block, Messages messages) {
        if (block.channels().isEmpty() || block.content() instanceof Content.InternalNote) {
            return null;
        }
        return messages.say(
                "editor.only_in",
                block.channels().stream()
                        .map(channel -> messages.say("editor.channel." + channel.code()))
                        .collect(Collectors.joining(", ")));
    }

    private static List<Shelf> shelves(Content content, Map<Long, Resource> resources, Messages messages) {
        List<Shelf> shelves = new ArrayList<>();
        for (ResourceRef ref : refs(content)) {
            Resource known = ref.resource() == null ? null : resources.get(ref.resource());
            String title = ref.title() != null ? ref.title() : known == null ? "" : known.title();
            if (known == null) {
                shelves.add(new Shelf(title, messages.say("editor.no_address"), null, false));
            } else {
                String key = "library.kind." + known.kind().code();
                String kind =
                        messages.has(key) ? messages.say(key) : known.kind().code();
                String by = known.publisher() == null ? kind : kind + ", " + known.publisher();
                shelves.add(new Shelf(title, by, known.url(), known.login() == Login.YES));
            }
        }
        return shelves;
    }

    private static List<ResourceRef> refs(Content content) {
        List<ResourceRef> refs = new ArrayList<>();
        for (BlockType.Field field : BlockType.require(content.type()).fields()) {
            Object value = BlockType.value(content, field);
            if (value instanceof ResourceRef ref) {
                refs.add(ref);
            } else if (field.kind() == FieldKind.RESOURCES && value instanceof List<?> many) {
                many.forEach(one -> refs.add((ResourceRef) one));
            }
        }
        return refs;
    }

    private @Nullable Picture picture(Content content) {
        Long id = content instanceof Content.Image image
                ? image.media()
                : content instanceof Content.Header header ? header.media() : null;
        return id == null ? null : media.find(id).orElse(null);
    }
}
