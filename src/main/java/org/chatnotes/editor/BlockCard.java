package org.chatnotes.editor;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.chatnotes.media.Picture;
import org.chatnotes.notes.Block;
import org.chatnotes.notes.Content;
import org.jspecify.annotations.Nullable;

/**
 * A block as the editor's page shows it.
 *
 * @param label what its type is called
 * @param who the programmes and roles it is for, by label; empty means everyone
 * @param where in words where it appears, or null for everywhere
 * @param refs the resources it shows, in order
 * @param picture the picture it shows, or null
 * @param flags what is to be mended, shown in the margin
 * @param shown whether the chosen reader sees it
 */
public record BlockCard(
        Block block,
        String label,
        List<Mark> who,
        @Nullable String where,
        List<Shelf> refs,
        @Nullable Picture picture,
        List<Flag> flags,
        boolean shown) {
    /** A programme or role in the margin. */
    public record Mark(String label, boolean role) {}

    /** A resource as it is shown: its words, whence, its address. */
    public record Shelf(String title, String by, @Nullable String url, boolean login) {}

    /** @param level {@code bad} stops approval, {@code ask} is to be looked at */
    public record Flag(String level, String message) {}

    /** What a form over this block starts from; see {@link Editing}. */
    public String mark() {
        return Editing.mark(block);
    }

    /** The day of an event, or null. */
    public @Nullable LocalDate day() {
        String start = block.content() instanceof Content.Event event ? event.start() : null;
        return start == null || start.isEmpty()
                ? null
                : LocalDateTime.parse(start).toLocalDate();
    }

    public String id() {
        return block.id();
    }

    public String type() {
        return block.type();
    }

    /** The worst of the flags, for the edge of the block; empty when there is none. */
    public String level() {
        return flags.stream().anyMatch(flag -> flag.level().equals("bad")) ? "bad" : flags.isEmpty() ? "" : "ask";
    }
}
