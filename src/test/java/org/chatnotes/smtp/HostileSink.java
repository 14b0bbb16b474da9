package org.chatnotes.smtp;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * An SMTP server that misbehaves as told, at socket level: it defers, refuses, drops, stalls, babbles at any point, and
 * records who got what how often.
 */
public final class HostileSink implements AutoCloseable {
    /** Where in a session the script is asked. */
    public enum Stage {
        GREETING,
        EHLO,
        MAIL,
        RCPT,
        DATA,
        DOT
    }

    /** What the sink does at a stage; null in a script means "as a good server does". */
    public sealed interface Act {}

    record Say(String line) implements Act {}

    record Drop(boolean takeFirst) implements Act {}

    record Stall() implements Act {}

    public static Act say(String line) {
        return new Say(line);
    }

    /** Hangs up without a word. */
    public static Act drop() {
        return new Drop(false);
    }

    /** Takes the message, and hangs up before saying so. */
    public static Act takeAndDrop() {
        return new Drop(true);
    }

    /** Says nothing until the sink is closed. */
    public static Act stall() {
        return new Stall();
    }

    /** @param message how many messages this connection has brought, this one included */
    public record Visit(int connection, int message, String sender, String recipient, int tries) {}

    /** A message that was taken. */
    public record Taken(String recipient, String messageId, String date, byte[] content) {}

    /** Decides what happens. */
    public interface Script {
        @Nullable
        Act at(Stage stage, Visit visit);
    }

    private final ServerSocket server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> tries = new ConcurrentHashMap<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicLong count = new AtomicLong();
    private final Duration latency;
    private final boolean keep;
    private volatile Script script;

    public HostileSink(Script script) {
        this(0, script, Duration.ZERO, true);
    }

    /**
     * @param port or 0 for any
     * @param latency before each reply
     * @param keep whether taken messages are remembered, or only counted
     */
    public HostileSink(int port, Script script, Duration latency, boolean keep) {
        this.script = script;
        this.latency = latency;
        this.keep = keep;
        try {
            server = new ServerSocket(port, 512, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        thread("sink", this::accept);
    }

    public static HostileSink good() {
        return new HostileSink((stage, visit) -> null);
    }

    public int port() {
        return server.getLocalPort();
    }

    public Relay relay() {
        return Relay.loopback(port());
    }

    public void behave(Script changed) {
        script = changed;
    }

    public List<Taken> taken() {
        return taken;
    }

    public List<Taken> takenBy(String recipient) {
        return taken.stream().filter(mail -> mail.recipient().equals(recipient)).toList();
    }

    public long count() {
        return count.get();
    }

    public int connections() {
        return connections.get();
    }

    /** How many connections are open now. */
    public int openConnections() {
        return open.size();
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            server.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void thread(String name, Runnable work) {
        Thread thread = new Thread(null, work, name, 128 * 1024);
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                open.add(socket);
                int number = connections.incrementAndGet();
                thread("sink-" + number, () -> serve(socket, number));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket, int number) {
        try (socket) {
            new Session(socket, number).run();
        } catch (IOException hungUp) {
            // The visitor left, or the sink was closed.
        } finally {
            open.remove(socket);
        }
    }

    /** One connection. */
    private final class Session {
        private final Socket socket;
        private final InputStream in;
        private final OutputStream out;
        private final byte[] buffer = new byte[65_536];
        private final int number;
        private int at;
        private int end;
        private int message;
        private boolean begun;
        private String sender = "";
        private String recipient = "";

        Session(Socket socket, int number) throws IOException {
            this.socket = socket;
            this.number = number;
            this.in = socket.getInputStream();
            this.out = new BufferedOutputStream(socket.getOutputStream(), 1024);
        }

        void run() throws IOException {
            if (!answer(Stage.GREETING, "220 sink ready")) {
                return;
            }
            String line = line();
            while (line != null && command(line)) {
                line = line();
            }
            out.flush();
        }

        private boolean command(String line) throws IOException {
            String verb = line.length() < 4 ? line : line.substring(0, 4).toUpperCase(java.util.Locale.ROOT);
            return switch (verb) {
                case "EHLO" -> answer(Stage.EHLO, "250-sink\r\n250-PIPELINING\r\n250-SIZE 50000000\r\n250 8BITMIME");
                case "MAIL" -> {
                    message++;
                    sender = path(line);
                    recipient = "";
                    begun = script.at(Stage.MAIL, visit()) == null;
                    yield answer(Stage.MAIL, "250 2.1.0 Ok");
                }
                case "RCPT" -> {
                    if (!begun) {
                        say("503 5.5.1 MAIL first");
                        yield true;
                    }
                    recipient = path(line);
                    tries.merge(recipient, 1, Integer::sum);
                    yield answer(Stage.RCPT, "250 2.1.5 Ok");
                }
                case "DATA" -> data();
                case "QUIT" -> {
                    say("221 2.0.0 Bye");
                    yield false;
                }
                default -> {
                    say("250 2.0.0 Ok");
                    yield true;
                }
            };
        }

        private boolean data() throws IOException {
            if (recipient.isEmpty()) {
                say("503 5.5.1 No valid recipients");
                return true;
            }
            Act act = script.at(Stage.DATA, visit());
            if (act != null) {
                return perform(act, null);
            }
            say("354 Go ahead");
            out.flush();
            byte[] content = content();
            Act end = script.at(Stage.DOT, visit());
            if (end == null) {
                take(content);
                say("250 2.0.0 Ok: queued as " + count.get());
            }
            boolean on = end == null || perform(end, content);
            recipient = "";
            return on;
        }

        private boolean answer(Stage stage, String good) throws IOException {
            Act act = script.at(stage, visit());
            if (act == null) {
                say(good);
                return true;
            }
            if (stage == Stage.RCPT) {
                recipient = "";
            }
            return perform(act, null);
        }

        private boolean perform(Act act, byte @Nullable [] content) throws IOException {
            if (act instanceof Say say) {
                if (say.line().startsWith("2") && content != null) {
                    take(content);
                }
                say(say.line());
                return !say.line().startsWith("421");
            }
            if (act instanceof Drop drop && drop.takeFirst() && content != null) {
                take(content);
            }
            if (act instanceof Stall) {
                await(closed, Duration.ofHours(1));
            }
            return false;
        }

        private Visit visit() {
            return new Visit(number, message, sender, recipient, tries.getOrDefault(recipient, 0));
        }

        private void take(byte[] content) {
            if (keep) {
                String head = new String(content, 0, Math.min(content.length, 4096), StandardCharsets.UTF_8);
                taken.add(new Taken(recipient, header(head, "Message-ID"), header(head, "Date"), content));
            }
            count.incrementAndGet();
        }

        /** Replies to pipelined commands leave together. */
        private void say(String line) throws IOException {
            if (!latency.isZero()) {
                await(closed, latency);
            }
            out.write(line.getBytes(StandardCharsets.UTF_8));
            out.write('\r');
            out.write('\n');
            if (at == end) {
                out.flush();
            }
        }

        private @Nullable String line() throws IOException {
            StringBuilder line = new StringBuilder(80);
            while (true) {
                if (at == end && !fill()) {
                    return null;
                }
                int b = buffer[at++];
                if (b == '\n') {
                    return line.toString().replace("\r", "");
                }
                line.append((char) (b & 0xff));
            }
        }

        /** All up to the dot on a line of its own. */
        private byte[] content() throws IOException {
            byte[] content = keep ? new byte[16_384] : new byte[0];
            int length = 0;
            int tail = 0x0D0A;
            while (true) {
                if (at == end && !fill()) {
                    throw new IOException("no dot came");
                }
                int from = at;
                boolean ended = false;
                long window = tail & 0xFFFFFFFFL;
                while (at < end && !ended) {
                    window = (window << 8 | (buffer[at++] & 0xff)) & 0xFFFFFFFFFFL;
                    ended = window == 0x0D0A2E0D0AL;
                }
                tail = (int) window;
                if (keep) {
                    if (length + at - from > content.length) {
                        content = Arrays.copyOf(content, Math.max(content.length * 2, length + at - from));
                    }
                    System.arraycopy(buffer, from, content, length, at - from);
                    length += at - from;
                }
                if (ended) {
                    return keep ? Arrays.copyOf(content, Math.max(0, length - 3)) : content;
                }
            }
        }

        private boolean fill() throws IOException {
            out.flush();
            int read = in.read(buffer);
            at = 0;
            end = Math.max(0, read);
            return read > 0 && !socket.isClosed();
        }
    }

    private static void await(CountDownLatch closed, Duration time) throws IOException {
        try {
            if (closed.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new IOException("closed");
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static String path(String line) {
        return line.substring(line.indexOf('<') + 1, line.indexOf('>'));
    }

    private static String header(String head, String name) {
        for (String line : head.split("\r\n")) {
            if (line.regionMatches(true, 0, name + ":", 0, name.length() + 1)) {
                return line.substring(name.length() + 1).strip();
            }
        }
        return "";
    }
}
