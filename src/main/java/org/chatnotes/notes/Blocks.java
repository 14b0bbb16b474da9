package org.chatnotes.notes;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chatnotes.problem.Problem;
import org.jspecify.annotations.Nullable;

/** What can be done to the blocks of a document; each verb gives the changed document. */
public final class Blocks {
    /** Without letters and figures that look alike. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final SecureRandom RANDOM = new SecureRandom();

    private Blocks() {}

    /** @throws Problem not found */
    public static Block require(Document document, String id) {
        return document.blocks().get(index(document, id));
    }

    /** The block before another one, or null for the first. */
    public static @Nullable String before(Document document, String id) {
        int index = index(document, id);
        return index == 0 ? null : document.blocks().get(index - 1).id();
    }

    /** The id of the last block, or null when there is none. */
    public static @Nullable String last(Document document) {
        int size = document.blocks().size();
        return size == 0 ? null : document.blocks().get(size - 1).id();
    }

    /** @param after id of the block before the new one; null: at the beginning */
    public static Document add(Document document, @Nullable String after, Block block) {
        if (document.blocks().stream().anyMatch(other -> other.id().equals(block.id()))) {
            throw Problem.conflict("The note already has a block “" + block.id() + "”.");
        }
        List<Block> blocks = new ArrayList<>(document.blocks());
        blocks.add(after == null ? 0 : index(document, after) + 1, block);
        return document.with(blocks);
    }

    /** Puts a block in the place of the one with its id. */
    public static Document replace(Document document, Block block) {
        List<Block> blocks = new ArrayList<>(document.blocks());
        blocks.set(index(document, block.id()), block);
        return document.with(blocks);
    }

    public static Document moveUp(Document document, String id) {
        return moveTo(document, id, Math.max(0, index(document, id) - 1));
    }

    public static Document moveDown(Document document, String id) {
        return moveTo(document, id, Math.min(document.blocks().size() - 1, index(document, id) + 1));
    }

    /** @param position from 0 */
    public static Document moveTo(Document document, String id, int position) {
        if (position < 0 || position >= document.blocks().size()) {
            throw Problem.invalid(
                    "position",
                    "There is no place " + position + "; the last is "
                            + (document.blocks().size() - 1) + ".");
        }
        List<Block> blocks = new ArrayList<>(document.blocks());
        blocks.add(position, blocks.remove(index(document, id)));
        return document.with(blocks);
    }

    /** Puts the blocks in the order of their ids, all of which must be named once. */
    public static Document order(Document document, List<String> ids) {
        Map<String, Block> byId = new HashMap<>();
        document.blocks().forEach(block -> byId.put(block.id(), block));
        if (ids.size() != byId.size() || !byId.keySet().equals(new HashSet<>(ids))) {
            throw Problem.invalid(
                    "order", "Name each block of the note once. Reload the page and put them in order again.");
        }
        return document.with(ids.stream().map(byId::get).toList());
    }

    /** @param copyId the id of the copy, from {@link #freshId} */
    public static Document duplicate(Document document, String id, String copyId) {
        return add(document, id, require(document, id).withId(copyId));
    }

    public static Document delete(Document document, String id) {
        List<Block> blocks = new ArrayList<>(document.blocks());
        blocks.remove(index(document, id));
        return document.with(blocks);
    }

    /** Puts a deleted block back where it stood in an earlier document, or as near to it as what is left allows. */
    public static Document undelete(Document document, Document earlier, String id) {
        Set<String> left = new HashSet<>();
        document.blocks().forEach(block -> left.add(block.id()));
        String after = null;
        for (Block block : earlier.blocks()) {
            if (block.id().equals(id)) {
                return add(document, after, block);
            }
            after = left.contains(block.id()) ? block.id() : after;
        }
        throw Problem.notFound("The block “" + id + "” was not in that revision.");
    }

    /** An id that no block of the document has; drawn, so that a deleted block's id does not come back. */
    public static String freshId(Document document) {
        StringBuilder id = new StringBuilder("b");
        for (int i = 0; i < 4; i++) {
            id.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        boolean taken = document.blocks().stream().anyMatch(block -> block.id().contentEquals(id));
        return taken ? freshId(document) : id.toString();
    }

    private static int index(Document document, String id) {
        for (int i = 0; i < document.blocks().size(); i++) {
            if (document.blocks().get(i).id().equals(id)) {
                return i;
            }
        }
        throw Problem.notFound("The note has no block “" + id + "”. It may have been deleted since.");
    }
}
