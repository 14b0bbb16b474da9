package org.chatnotes.notes;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.chatnotes.library.Codes;
import org.chatnotes.library.Library;
import org.chatnotes.library.Resource;

/** Reads all that notes say, with the titles and addresses of the library's resources. */
public final class NoteWords {
    private final Library library;
    private final Function<String, List<String>> recognise;

    /** Reads codes too that stand in the words of a block. */
    public NoteWords(Library library, Codes codes) {
        this(library, codes::in);
    }

    /** Reads of codes only what blocks state. */
    public NoteWords(Library library) {
        this(library, text -> List.of());
    }

    private NoteWords(Library library, Function<String, List<String>> recognise) {
        this.library = library;
        this.recognise = recognise;
    }

    /** What each block says, in the order of the note. */
    public List<BlockWords> of(Document document) {
        Map<Long, Resource> resources = resources(document);
        return document.blocks().stream()
                .map(block -> BlockWords.of(
                        block, block.language() == null ? document.language() : block.language(), resources, recognise))
                .toList();
    }

    /** The resources of the library that a note points to, by id. */
    public Map<Long, Resource> resources(Document document) {
        Set<Long> ids = new LinkedHashSet<>();
        document.blocks()
                .forEach(block -> ids.addAll(Appearances.in(block.content()).resources()));
        return library.all(ids);
    }
}
