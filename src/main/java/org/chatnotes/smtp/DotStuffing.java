package org.chatnotes.smtp;

import java.util.Arrays;

/** RFC 5321 4.5.2: a dot at the start of a line is doubled, and the last line ends with CRLF. */
final class DotStuffing {
    private DotStuffing() {}

    /** The message as it travels; the same array when nothing is to be changed, as with all we compose ourselves. */
    static byte[] stuff(byte[] message) {
        int dots = 0;
        for (int at = 0; at < message.length; at++) {
            if (message[at] == '.' && startsLine(message, at)) {
                dots++;
            }
        }
        int length = message.length;
        boolean ended = length >= 2 && message[length - 2] == '\r' && message[length - 1] == '\n';
        if (dots == 0 && ended) {
            return message;
        }
        byte[] stuffed = new byte[length + dots + 2];
        int to = 0;
        for (int at = 0; at < length; at++) {
            if (message[at] == '.' && startsLine(message, at)) {
                stuffed[to++] = '.';
            }
            stuffed[to++] = message[at];
        }
        if (!ended) {
            stuffed[to++] = '\r';
            stuffed[to++] = '\n';
        }
        return to == stuffed.length ? stuffed : Arrays.copyOf(stuffed, to);
    }

    private static boolean startsLine(byte[] message, int at) {
        return at == 0 || message[at - 1] == '\n';
    }
}
