package org.chatnotes.tracking;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chatnotes.db.Database;
import org.chatnotes.events.Events;
import org.chatnotes.problem.Problem;

/** Short links: mailed once, correctable for ever. */
public final class Links {
    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto");
    /** Without vowels, so that no key spells a word, and without look-alikes: people type links from paper. */
    private static final String ALPHABET = "23456789bcdfghjkmnpqrstvwxz";

    private static final int LENGTH = 7;
    private static final int MAX_URL = 4_000;

    private final Database database;
    private final LinkStore store;
    private final Events events;
    private final Clock clock;

    public Links(Database database, Events events, Clock clock) {
        this.database = database;
        this.store = new LinkStore(database);
        this.events = events;
        this.clock = clock;
    }

    /**
     * The key of an address in a note, the same each time. The mail's link is {@code {publicUrl}/l/{key}/{variant}}.
     *
     * @throws Problem when the address is not http, https or mailto
     */
    public String shorten(long noteId, String url) {
        String target = checked(url);
        for (int attempt = 0; ; attempt++) {
            String key = key(noteId, target, attempt);
            Optional<Link> known = store.find(key);
            if (known.isEmpty()) {
                store.insert(new Link(key, noteId, target, target, clock.instant()));
                known = store.find(key);
            }
            if (known.filter(link -> link.noteId() == noteId && link.original().equals(target))
                    .isPresent()) {
                return key;
            }
        }
    }

    /** @throws Problem not found */
    public Link require(String key) {
        return store.find(key).orElseThrow(() -> Problem.notFound("This link is not one of ours, or it was cut off."));
    }

    /**
     * Leads a link elsewhere, also in every copy already mailed; the old target is kept in its history.
     *
     * @throws Problem when the address is not http, https or mailto
     */
    public Link correct(String key, String url) {
        String target = checked(url);
        return database.write(() -> {
            Link link = require(key);
            if (!link.url().equals(target)) {
                store.update(key, target);
                store.insert(new Correction(key, link.url(), target, clock.instant(), events.actor()));
                events.record(
                        "note.corrected",
                        "note:" + link.noteId(),
                        Map.of("link", key, "from", link.url(), "to", target));
            }
            return require(key);
        });
    }

    /** The links of a note, in the order they were made. */
    public List<Link> ofNote(long noteId) {
        return store.ofNote(noteId);
    }

    /** What was corrected in a note's links, newest first. */
    public List<Correction> corrections(long noteId) {
        return store.corrections(noteId);
    }

    private static String checked(String url) {
        String target = url.strip();
        try {
            URI uri = new URI(encoded(target));
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean reachable = scheme.equals("mailto") || uri.getRawAuthority() != null;
            if (SCHEMES.contains(scheme) && reachable && target.length() <= MAX_URL) {
                return uri.toString();
            }
        } catch (URISyntaxException e) {
            // Falls through to the same sentence: whatever is wrong with it, nobody can open it.
        }
        throw Problem.invalid(
                "url",
                "“" + shortened(target) + "” is no link we can mail. It must start with https://, http:// or mailto:.");
    }

    /** What browsers forgive and headers do not: spaces, quotes and letters beyond ASCII, percent-encoded. */
    private static String encoded(String url) {
        StringBuilder out = new StringBuilder(url.length());
        for (byte each : url.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (each & 0xFF);
            if (c <= ' ' || c >= 0x7F || "\"<>\\^`{|}".indexOf(c) >= 0) {
                out.append('%').append(HexFormat.of().withUpperCase().toHexDigits(each));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, 79) + "…";
    }

    private static String key(long noteId, String url, int attempt) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((noteId + " " + attempt + " " + url).getBytes(StandardCharsets.UTF_8));
            StringBuilder key = new StringBuilder(LENGTH);
            for (int i = 0; i < LENGTH; i++) {
                key.append(ALPHABET.charAt((hash[i] & 0xFF) % ALPHABET.length()));
            }
            return key.toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
