package org.chatnotes.mail;

import java.nio.charset.StandardCharsets;

/** RFC 2045 quoted-printable of UTF-8 text: lines of at most 76 columns, hard line ends as CRLF. */
final class QuotedPrintable {
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    /** A line holds 76 characters, the last of which may be the = of a soft break. */
    private static final int MAX_COLUMN = 75;

    private QuotedPrintable() {}

    /** Encodes text with its line ends, starting at a column; gives the column it ended at. */
    static int encode(ByteSink out, String text, int startColumn) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int column = startColumn;
        int at = 0;
        while (at < bytes.length) {
            byte b = bytes[at];
            if (b == '\r' || b == '\n') {
                out.crlf();
                column = 0;
                at += b == '\r' && at + 1 < bytes.length && bytes[at + 1] == '\n' ? 2 : 1;
            } else {
                column = encode(out, b, column, endsLine(bytes, at + 1));
                at++;
            }
        }
        return column;
    }

    /** Encodes a value that stands on a line of its own part: no line end in it, no blank at its end. */
    static void encodeValue(ByteSink out, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        int column = 0;
        for (int at = 0; at < bytes.length; at++) {
            byte b = bytes[at] == '\r' || bytes[at] == '\n' ? (byte) ' ' : bytes[at];
            column = encode(out, b, column, at == bytes.length - 1);
        }
    }

    static void softBreak(ByteSink out) {
        out.write('=');
        out.crlf();
    }

    private static int encode(ByteSink out, byte b, int column, boolean lastOfLine) {
        boolean plain = plain(b, column, lastOfLine);
        int width = plain ? 1 : 3;
        int from = column;
        if (from + width > MAX_COLUMN) {
            softBreak(out);
            from = 0;
            plain = plain && plain(b, 0, lastOfLine);
            width = plain ? 1 : 3;
        }
        if (plain) {
            out.write(b);
        } else {
            out.write('=');
            out.write(HEX[(b >> 4) & 0xf]);
            out.write(HEX[b & 0xf]);
        }
        return from + width;
    }

    /** A dot or an F at the start of a line is encoded too: relays that mistreat "." and "From " never see them. */
    private static boolean plain(byte b, int column, boolean lastOfLine) {
        if (b == ' ' || b == '\t') {
            return !lastOfLine;
        }
        if (column == 0 && (b == '.' || b == 'F')) {
            return false;
        }
        return b > ' ' && b < 0x7f && b != '=';
    }

    private static boolean endsLine(byte[] bytes, int at) {
        return at < bytes.length && (bytes[at] == '\r' || bytes[at] == '\n');
    }
}
