package org.chatnotes.mail;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing byte array without locks: the hot path of filling a message. */
final class ByteSink {
    private byte[] bytes;
    private int length;

    ByteSink(int capacity) {
        this.bytes = new byte[Math.max(64, capacity)];
    }

    void write(int b) {
        grow(1);
        bytes[length++] = (byte) b;
    }

    void write(byte[] source) {
        grow(source.length);
        System.arraycopy(source, 0, bytes, length, source.length);
        length += source.length;
    }

    void write(String text) {
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    void crlf() {
        write('\r');
        write('\n');
    }

    byte[] toBytes() {
        return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    }

    int length() {
        return length;
    }

    private void grow(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length * 2));
        }
    }
}
