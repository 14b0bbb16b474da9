package org.chatnotes.media;

import java.time.Clock;
import java.util.Optional;
import org.chatnotes.db.Database;
import org.jspecify.annotations.Nullable;

/** Pictures: each kept once, by the hash of its bytes, whatever it is called. */
public final class Media {
    public Media(Database database, Clock clock) {}

    /**
     * Keeps a picture; the same bytes again are the same picture.
     *
     * @param name of the file as the editor knows it
     * @throws org.chatnotes.problem.Problem when it is no PNG, JPEG, GIF or WebP, or too large
     */
    public Picture store(byte[] bytes, String name, @Nullable String alt, boolean decorative) {
        throw new UnsupportedOperationException();
    }

    public Optional<Picture> find(long id) {
        throw new UnsupportedOperationException();
    }

    /** @throws org.chatnotes.problem.Problem not found */
    public Picture require(long id) {
        throw new UnsupportedOperationException();
    }
}
