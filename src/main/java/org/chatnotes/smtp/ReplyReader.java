package org.chatnotes.smtp;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads replies strictly and within bounds: a relay that drips, babbles or talks nonsense cannot hold or fill us. */
final class ReplyReader {
    private static final int MAX_LINE = 2048;
    private static final int MAX_LINES = 128;

    private final Socket socket;
    private final InputStream in;
    private final byte[] buffer = new byte[4096];
    private int at;
    private int end;

    ReplyReader(Socket socket) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
    }

    /**
     * One whole reply.
     *
     * @param timeout for all of it, in milliseconds
     * @throws IOException when it is late, ended or no reply of SMTP; the message says which
     */
    Reply read(long timeout) throws IOException {
        long deadline = System.nanoTime() + timeout * 1_000_000;
        List<String> lines = new ArrayList<>(2);
        while (true) {
            String line = line(deadline);
            int code = code(line);
            lines.add(line);
            if (line.length() == 3 || line.charAt(3) != '-') {
                return Reply.of(code, lines);
            }
            if (lines.size() == MAX_LINES) {
                throw new IOException("the relay's reply did not end");
            }
        }
    }

    /** Whether the relay has spoken or hung up although it was not asked; never waits. */
    boolean disturbed() {
        try {
            if (at < end || in.available() > 0) {
                return true;
            }
            socket.setSoTimeout(1);
            return in.read() >= -1;
        } catch (SocketTimeoutException quiet) {
            return false;
        } catch (IOException gone) {
            return true;
        }
    }

    private static int code(String line) throws IOException {
        boolean reply = line.length() >= 3
                && line.charAt(0) >= '2'
                && line.charAt(0) <= '5'
                && Character.isDigit(line.charAt(1))
                && Character.isDigit(line.charAt(2))
                && (line.length() == 3 || line.charAt(3) == ' ' || line.charAt(3) == '-');
        if (!reply) {
            throw new IOException("the relay answered what is no SMTP: “"
                    + line.substring(0, Math.min(60, line.length())).replaceAll("\\p{Cntrl}", " ") + "”");
        }
        return Integer.parseInt(line.substring(0, 3));
    }

    private String line(long deadline) throws IOException {
        byte[] line = new byte[128];
        int length = 0;
        while (true) {
            if (at == end) {
                fill(deadline);
            }
            byte b = buffer[at++];
            if (b == '\n') {
                int stop = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
                return new String(line, 0, stop, StandardCharsets.UTF_8);
            }
            if (length == MAX_LINE) {
                throw new IOException("the relay's reply has an endless line");
            }
            if (length == line.length) {
                line = java.util.Arrays.copyOf(line, length * 2);
            }
            line[length++] = b;
        }
    }

    private void fill(long deadline) throws IOException {
        long left = (deadline - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
            throw new SocketTimeoutException("the relay did not answer in time");
        }
        socket.setSoTimeout((int) Math.min(left, Integer.MAX_VALUE));
        int read;
        try {
            read = in.read(buffer);
        } catch (SocketTimeoutException late) {
            throw new SocketTimeoutException("the relay did not answer in time");
        }
        if (read < 0) {
            throw new EOFException("the relay closed the connection");
        }
        at = 0;
        end = read;
    }
}
