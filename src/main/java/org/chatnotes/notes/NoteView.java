package org.chatnotes.notes;

import java.util.ArrayList;
import java.util.List;

/**
 * A note in plain words, for people and programs that only read: {@code note show --json}.
 *
 * @param importLog what bringing it in repaired, asks and remarks; empty for a note that was written here
 */
public record NoteView(long id, String title, List<BlockView> blocks, List<?> importLog) {
    /** One block in plain words. */
    public record BlockView(
            String id, String type, Audience audience, String text, List<String> links, List<String> codes) {}

    /** @param importLog entries with line, kind and what */
    public static NoteView of(Note note, NoteWords words, List<?> importLog) {
        List<BlockView> views = new ArrayList<>();
        List<BlockWords> said = words.of(note.document());
        for (int i = 0; i < said.size(); i++) {
            Block block = note.document().blocks().get(i);
            BlockWords one = said.get(i);
            views.add(new BlockView(block.id(), block.type(), block.audience(), one.text(), one.links(), one.codes()));
        }
        return new NoteView(note.id(), note.document().title(), views, importLog);
    }
}
