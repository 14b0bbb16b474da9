package org.chatnotes.transfer;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.chatnotes.problem.Problem;

/** The bytes of a file as text: UTF-8, or UTF-16 with its mark. Bytes that are no UTF-8 spoil their row alone. */
final class CsvText {
    private static final int PEEK = 8192;

    private final Counting bytes;
    private final Reader reader;

    /** @throws Problem invalid for an empty file, and for one that is no text */
    CsvText(InputStream file) throws IOException {
        this.bytes = new Counting(file);
        BufferedInputStream in = new BufferedInputStream(bytes, 1 << 16);
        in.mark(PEEK);
        byte[] start = in.readNBytes(PEEK);
        in.reset();
        if (start.length == 0) {
            throw Problem.invalid("The file is empty. It needs a header row and a row for each person.");
        }
        Charset charset = charset(start);
        in.skipNBytes(charset == StandardCharsets.UTF_8 ? bom(start) : 0);
        this.reader = new InputStreamReader(in, charset);
    }

    Reader reader() {
        return reader;
    }

    long bytesRead() {
        return bytes.count;
    }

    private static Charset charset(byte[] start) {
        boolean utf16 = start.length > 1 && (start[0] == -2 && start[1] == -1 || start[0] == -1 && start[1] == -2);
        if (utf16) {
            return StandardCharsets.UTF_16;
        }
        if (binary(start)) {
            throw Problem.invalid("This is not a text file. Save the list as CSV UTF-8 and try that.");
        }
        return StandardCharsets.UTF_8;
    }

    /** A NUL in the first line, or many of them; a single one further on spoils its row alone. */
    private static boolean binary(byte[] start) {
        int nuls = 0;
        boolean firstLine = true;
        for (byte b : start) {
            firstLine &= b != '\n' && b != '\r';
            if (b == 0) {
                nuls += firstLine ? start.length : 1;
            }
        }
        return nuls > start.length / 20;
    }

    private static int bom(byte[] start) {
        return start.length > 2 && start[0] == (byte) 0xef && start[1] == (byte) 0xbb && start[2] == (byte) 0xbf
                ? 3
                : 0;
    }

    private static final class Counting extends FilterInputStream {
        private long count;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
