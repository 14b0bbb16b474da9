package org.chatnotes.tracking;

import java.time.Instant;

/**
 * A short link of a note.
 *
 * @param key seven characters, stable for a note and an address
 * @param url where it leads now
 * @param original the address as it stood in the note
 */
public record Link(String key, long noteId, String url, String original, Instant createdAt) {
    public boolean corrected() {
        return !url.equals(original);
    }
}
