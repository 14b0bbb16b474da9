package org.chatnotes.notes;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One part of a note.
 *
 * @param id short, unique in the note, kept over revisions: {@code b07}
 * @param channels where it appears; empty means everywhere
 * @param language of a passage in another language than the note's, or null
 */
public record Block(
        String id,
        Audience audience,
        Set<Channel> channels,
        @Nullable String language,
        Content content) {
    @SuppressWarnings("NullAway") // JSON may leave audience and channels out
    public Block {
        audience = audience == null ? Audience.EVERYONE : audience;
        channels = channels == null ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(channels));
    }

    /** A block for everyone, everywhere, in the note's language. */
    public static Block of(String id, Content content) {
        return new Block(id, Audience.EVERYONE, Set.of(), null, content);
    }

    public Block with(Content changed) {
        return new Block(id, audience, channels, language, changed);
    }

    public Block with(Audience changed) {
        return new Block(id, changed, channels, language, content);
    }

    public Block on(Collection<Channel> changed) {
        return new Block(id, audience, Set.copyOf(changed), language, content);
    }

    public Block withId(String changed) {
        return new Block(changed, audience, channels, language, content);
    }

    public String type() {
        return content.type();
    }

    /** Whether readers of a channel may see it at all: internal notes go nowhere. */
    public boolean shownOn(Channel channel) {
        return !(content instanceof Content.InternalNote) && (channels.isEmpty() || channels.contains(channel));
    }
}
