package org.chatnotes.media;

import com.ibm.icu.text.Transliterator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.chatnotes.db.Database;
import org.chatnotes.markup.PlainLine;
import org.chatnotes.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Pictures: each kept once, by the hash of its bytes, whatever it is called. */
public final class Media {
    /** The largest file taken, in bytes: mails are read on phones. */
    public static final int LIMIT = 5 * 1024 * 1024;

    private static final int MAX_NAME = 60;
    /** Browsers and mail clients give up on larger ones long before. */
    private static final int MAX_SIDE = 10_000;

    private final Database database;
    private final MediaStore store;
    private final Clock clock;

    public Media(Database database, Clock clock) {
        this.database = database;
        this.store = new MediaStore(database);
        this.clock = clock;
    }

    /**
     * Keeps a picture; the same bytes again are the same picture, and what describes it is taken over.
     *
     * @param name of the file as the editor knows it
     * @throws Problem when it is no PNG, JPEG, GIF or WebP, broken, or too large
     */
    public Picture store(byte[] bytes, String name, @Nullable String alt, boolean decorative) {
        if (bytes.length > LIMIT) {
            throw Problem.of(
                    Problem.Kind.TOO_LARGE,
                    "“" + name + "” is larger than " + LIMIT / 1024 / 1024 + " MB. Scale it to about 1,200 pixels wide"
                            + " and bring it again.");
        }
        PictureKind kind = PictureKind.of(bytes)
                .orElseThrow(() -> Problem.invalid(
                        "file", "“" + name + "” is no picture we can mail. Save it as PNG, JPEG, GIF or WebP."));
        PictureSize size = PictureSize.of(kind, bytes)
                .filter(found -> found.width() <= MAX_SIDE && found.height() <= MAX_SIDE)
                .orElseThrow(() -> Problem.invalid(
                        "file", "“" + name + "” is broken or has no sensible size. Open it, save it again and retry."));
        String hash = hash(bytes);
        return database.write(() -> {
            Optional<Picture> known = store.byHash(hash);
            if (known.isPresent()) {
                return alt == null && !decorative
                        ? known.get()
                        : describe(known.get().id(), alt, decorative);
            }
            Picture fresh = new Picture(
                    0, fileName(name, kind), kind.type(), size.width(), size.height(), blank(alt), decorative, hash);
            return require(store.insert(fresh, bytes, clock.instant()));
        });
    }

    /** Says what a picture shows, or that it shows nothing that matters. */
    public Picture describe(long id, @Nullable String alt, boolean decorative) {
        store.describe(require(id).id(), blank(alt), decorative);
        return require(id);
    }

    public Optional<Picture> find(long id) {
        return store.find(id);
    }

    /** @throws Problem not found */
    public Picture require(long id) {
        return find(id).orElseThrow(() -> Problem.notFound("There is no picture " + id + "."));
    }

    /** The newest pictures with ids below {@code before}, newest first. */
    public List<Picture> before(long before, int limit) {
        return store.before(before, limit);
    }

    /** @throws Problem not found */
    public byte[] bytes(long id) {
        return store.bytes(id).orElseThrow(() -> Problem.notFound("There is no picture " + id + "."));
    }

    private static @Nullable String blank(@Nullable String alt) {
        String line = alt == null ? "" : PlainLine.of(alt);
        return line.isEmpty() ? null : line;
    }

    /** Letters, digits and hyphens, with the ending that the content has. */
    private static String fileName(String name, PictureKind kind) {
        String stem = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceFirst("\\.[A-Za-z0-9]{1,5}$", "");
        String plain = Transliterator.getInstance("Any-Latin; Latin-ASCII")
                .transliterate(stem)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String shortened = plain.substring(0, Math.min(MAX_NAME, plain.length()));
        return (shortened.isEmpty() ? "picture" : shortened) + "." + kind.extension();
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
