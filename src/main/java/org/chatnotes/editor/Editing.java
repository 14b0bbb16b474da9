package org.chatnotes.editor;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.chatnotes.db.Json;
import org.chatnotes.notes.Block;
import org.chatnotes.notes.Document;

/**
 * What a form started from, in a few characters, so that a change that another person made elsewhere in the note is kept
 * and only one to the same block, or to the same details, is put before the person who saves.
 */
final class Editing {
    private Editing() {}

    static String mark(Block block) {
        return mark(Json.write(block));
    }

    /** Of the note's own fields, whatever its blocks say. */
    static String mark(Document document) {
        return mark(Json.write(document.with(List.of())));
    }

    private static String mark(String json) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
