package org.chatnotes.mail;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A whole message, encoded once for all its readers: MIME bytes with {@link Slots} left open. Filling it copies bytes
 * and encodes the values; no template and no MIME library runs per reader.
 */
public final class MailTemplate {
    private MailTemplate() {}

    /**
     * Encodes a message.
     *
     * @param headers by name, in order, unencoded, with slots; MIME headers are added here
     * @param html the HTML part, or null for a reader who wants text only
     */
    public static MailTemplate compile(Map<String, String> headers, @Nullable String html, String text) {
        throw new UnsupportedOperationException();
    }

    /** One reader's message: values go in escaped in the HTML part, encoded in headers, as they are in the text. */
    public byte[] fill(Map<String, String> values) {
        throw new UnsupportedOperationException();
    }

    /** For the database. */
    public byte[] toBytes() {
        throw new UnsupportedOperationException();
    }

    public static MailTemplate fromBytes(byte[] stored) {
        throw new UnsupportedOperationException();
    }
}
