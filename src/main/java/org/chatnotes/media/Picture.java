package org.chatnotes.media;

import org.jspecify.annotations.Nullable;

/**
 * A picture that notes may show.
 *
 * @param name of the file, made safe for an address: {@code world-cafe.png}
 * @param type {@code image/png}, {@code image/jpeg}, {@code image/gif} or {@code image/webp}
 * @param width and {@code height} in pixels
 * @param alt what it shows, in words; null while nobody wrote it
 * @param decorative whether it says nothing and is to be passed over by screen readers
 * @param hash SHA-256 of its bytes, in hex
 */
public record Picture(
        long id,
        String name,
        String type,
        int width,
        int height,
        @Nullable String alt,
        boolean decorative,
        String hash) {
    /** Where it is served, for ever the same. */
    public String path() {
        return "/media/" + id + "/" + name;
    }

    /** Whether someone who does not see it is served: alternative text, or nothing to tell. */
    public boolean described() {
        return decorative || (alt != null && !alt.isBlank());
    }
}
