package org.chatnotes.transfer;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The lines of a text, whatever ends them (LF, CRLF, CR), with some ahead that can be put back. */
final class CsvLines {
    /** A line; {@code cut} says that it was longer than {@link #MAX_LENGTH} and its end is missing. */
    record Line(long number, String text, boolean cut) {}

    /** Nobody's particulars are longer; a longer line is a file that is no list of people. */
    static final int MAX_LENGTH = 1 << 20;

    private final Reader in;
    private final char[] buffer = new char[1 << 16];
    private final Deque<Line> ahead = new ArrayDeque<>();
    private int at;
    private int end;
    private long number;
    private boolean afterReturn;

    CsvLines(Reader in) {
        this.in = in;
    }

    /** The next line, or null at the end. */
    @Nullable
    Line next() throws IOException {
        Line put = ahead.poll();
        return put != null ? put : read();
    }

    /** Puts a line back before all others. */
    void putBack(Line line) {
        ahead.addFirst(line);
    }

    private @Nullable Line read() throws IOException {
        StringBuilder text = new StringBuilder();
        boolean cut = false;
        boolean any = false;
        while (fill()) {
            if (afterReturn) {
                afterReturn = false;
                if (buffer[at] == '\n') {
                    at++;
                    continue;
                }
            }
            any = true;
            int start = at;
            while (at < end && buffer[at] != '\n' && buffer[at] != '\r') {
                at++;
            }
            int room = Math.min(at - start, MAX_LENGTH - text.length());
            text.append(buffer, start, room);
            cut |= room < at - start;
            if (at < end) {
                afterReturn = buffer[at++] == '\r';
                return new Line(++number, text.toString(), cut);
            }
        }
        return any ? new Line(++number, text.toString(), cut) : null;
    }

    private boolean fill() throws IOException {
        if (at < end) {
            return true;
        }
        at = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }
}
