package org.chatnotes.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The limit: the same bytes sent by bare sockets, pipelined, without a ledger and without looking at replies. */
final class Blast {
    private Blast() {}

    /** Gives the seconds it took. */
    static double run(int port, int connections, int messages, byte[] message) throws Exception {
        AtomicInteger left = new AtomicInteger(messages);
        List<Thread> threads = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < connections; i++) {
            Thread thread = new Thread(() -> send(port, left, message), "blast");
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static void send(int port, AtomicInteger left, byte[] message) {
        byte[] head = "MAIL FROM:<notes@example.org>\r\nRCPT TO:<reader1@example.org>\r\nDATA\r\n"
                .getBytes(StandardCharsets.US_ASCII);
        byte[] dot = ".\r\n".getBytes(StandardCharsets.US_ASCII);
        byte[] body = new byte[message.length + dot.length];
        System.arraycopy(message, 0, body, 0, message.length);
        System.arraycopy(dot, 0, body, message.length, dot.length);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            OutputStream out = socket.getOutputStream();
            InputStream in = socket.getInputStream();
            Lines replies = new Lines(in);
            replies.skip(1);
            out.write("EHLO bench\r\n".getBytes(StandardCharsets.US_ASCII));
            replies.skip(4);
            while (left.getAndDecrement() > 0) {
                out.write(head);
                replies.skip(3);
                out.write(body);
                replies.skip(1);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Counts line ends. */
    private static final class Lines {
        private final InputStream in;
        private final byte[] buffer = new byte[4096];
        private int at;
        private int end;

        Lines(InputStream in) {
            this.in = in;
        }

        void skip(int lines) throws IOException {
            int left = lines;
            while (left > 0) {
                if (at == end) {
                    end = in.read(buffer);
                    at = 0;
                    if (end < 0) {
                        throw new IOException("the sink hung up");
                    }
                }
                if (buffer[at++] == '\n') {
                    left--;
                }
            }
        }
    }
}
