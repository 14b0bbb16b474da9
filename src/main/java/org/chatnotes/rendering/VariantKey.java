package org.chatnotes.rendering;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.chatnotes.subscribers.Format;

/**
 * What makes two readers' copies the same: the blocks shown, the language of the labels, the format and the design.
 *
 * @param blockIds in the order of the note
 * @param language of the labels: en, fr or es
 * @param design folder of templates, such as {@code letter}
 */
public record VariantKey(List<String> blockIds, String language, Format format, String design) {
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int LENGTH = 8;

    public VariantKey {
        blockIds = List.copyOf(blockIds);
    }

    /** Eight characters that name the variant in its links: base32 of a hash, the same for the same key. */
    public String code() {
        String all = String.join(",", blockIds) + "|" + language + "|" + format + "|" + design;
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            StringBuilder code = new StringBuilder(LENGTH);
            for (int i = 0; i < LENGTH; i++) {
                code.append(ALPHABET.charAt(hash[i] & 31));
            }
            return code.toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
