package org.chatnotes;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.chatnotes.cli.Serve;
import org.chatnotes.problem.Problem;
import org.eclipse.jetty.server.NetworkConnector;
import org.eclipse.jetty.server.Server;
import org.jspecify.annotations.Nullable;

/** The one server of a data folder, from its claim on the folder to its end. */
final class RunningServer {
    private final ChatnotesConfig config;
    private final Serve order;
    private final RandomAccessFile file;
    private @Nullable Wiring wiring;

    private RunningServer(ChatnotesConfig config, Serve order, RandomAccessFile file) {
        this.config = config;
        this.order = order;
        this.file = file;
    }

    /**
     * Takes the data folder for this process. The lock falls with the process, however it ends.
     *
     * @throws Problem when a server runs on this folder already; it says where
     */
    static RunningServer claim(ChatnotesConfig config, Serve order) {
        Path path = config.dataFolder().resolve("server.lock");
        try {
            Files.createDirectories(config.dataFolder());
            RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
            if (lock(file) == null) {
                throw Problem.conflict(
                        "Chatnotes is running already, at " + read(file) + ". Stop that one first, or give "
                                + "this one another folder and ports: CHATNOTES_DATA, CHATNOTES_PORT, CHATNOTES_ADMIN_PORT.");
            }
            return new RunningServer(config, order, file);
        } catch (IOException e) {
            throw Problem.unavailable("The data folder " + config.dataFolder().toAbsolutePath() + " cannot be written ("
                    + e.getMessage() + "). Set CHATNOTES_DATA to a folder that can.");
        }
    }

    void holds(Wiring held) {
        this.wiring = held;
    }

    /** The server answers from now on: says where to look, in at most ten lines. */
    void ready(Server server) {
        if (wiring == null) {
            return;
        }
        int port = ((NetworkConnector) server.getConnectors()[0]).getLocalPort();
        String address = "http://localhost:" + port;
        tell(address + " (process " + ProcessHandle.current().pid() + ")");
        if (config.parts().contains("sender")) {
            wiring.send();
        }
        if (order.rehearse()) {
            new Thread(() -> rehearse(address), "rehearsal").start();
        } else {
            welcome(wiring, address).forEach(System.out::println);
        }
    }

    private List<String> welcome(Wiring held, String address) {
        Welcome welcome = new Welcome(address, held.inbox != null);
        held.users.createOwnerIfNone().ifPresent(welcome::owner);
        if (order.demoWhenEmpty() && held.demo.empty()) {
            held.events.actAs("operator");
            welcome.demo(held.demo.fill());
            held.events.actAs(null);
        }
        return welcome.lines();
    }

    /** Walks through what a start and a first visit load, so that a class archive holds it. */
    private void rehearse(String address) {
        HttpClient browser = HttpClient.newHttpClient();
        try {
            if (wiring != null) {
                wiring.demo.fill();
            }
            for (String page : List.of("/signin", "/archive", "/", "/api/v1/notes")) {
                HttpRequest request = HttpRequest.newBuilder(URI.create(address + page))
                        .header("Accept", "text/html")
                        .build();
                browser.send(request, HttpResponse.BodyHandlers.discarding());
            }
            System.exit(0);
        } catch (IOException | InterruptedException e) {
            System.exit(1);
        }
    }

    void stop() {
        if (wiring != null) {
            wiring.close();
        }
        try {
            file.close();
        } catch (IOException e) {
            throw Problem.unavailable("The data folder could not be let go: " + e.getMessage());
        }
    }

    private void tell(String where) {
        try {
            file.setLength(0);
            file.write(where.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw Problem.unavailable(
                    "The data folder " + config.dataFolder() + " cannot be written: " + e.getMessage());
        }
    }

    private static @Nullable FileLock lock(RandomAccessFile file) throws IOException {
        try {
            // The last byte that can be locked, so that others may read the words at the front.
            return file.getChannel().tryLock(Long.MAX_VALUE - 1, 1, false);
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static String read(RandomAccessFile file) throws IOException {
        byte[] words = new byte[(int) Math.min(file.length(), 200)];
        file.readFully(words);
        return words.length == 0 ? "an address it has not told yet" : new String(words, StandardCharsets.UTF_8);
    }
}
