package org.chatnotes.transfer;

import java.util.Arrays;

/** Which addresses of a file came already, as 64-bit hashes: 16 bytes each, so that a million stay below 32 MB. */
final class SeenAddresses {
    private long[] slots = new long[1 << 12];
    private int size;

    /** Gives false when the address was seen before. */
    boolean add(String key) {
        if (size * 2 > slots.length) {
            grow();
        }
        if (!insert(slots, hash(key))) {
            return false;
        }
        size++;
        return true;
    }

    private void grow() {
        long[] wider = new long[slots.length * 2];
        Arrays.stream(slots).filter(hash -> hash != 0).forEach(hash -> insert(wider, hash));
        slots = wider;
    }

    private static boolean insert(long[] slots, long hash) {
        int at = (int) hash & slots.length - 1;
        while (slots[at] != 0) {
            if (slots[at] == hash) {
                return false;
            }
            at = at + 1 & slots.length - 1;
        }
        slots[at] = hash;
        return true;
    }

    /** FNV-1a with a last stir; 0 stands for an empty slot. */
    private static long hash(String key) {
        long hash = 0xcbf29ce484222325L;
        for (int at = 0; at < key.length(); at++) {
            hash = (hash ^ key.charAt(at)) * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 32) * 0x9e3779b97f4a7c15L;
        hash ^= hash >>> 29;
        return hash == 0 ? 1 : hash;
    }
}
