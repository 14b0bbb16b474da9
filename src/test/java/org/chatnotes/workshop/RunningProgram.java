package org.chatnotes.workshop;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The whole program as a person runs it, with the demonstration in it: a process of its own on free ports. */
public final class RunningProgram {
    private static final Pattern PASSWORD = Pattern.compile("password (\\S+)");
    /** Of the demonstration's list. */
    private static final int READERS = 5;

    private static @Nullable RunningProgram shared;

    private final Path data;
    private final int port = freePort();
    private final int adminPort = freePort();
    private String password = "";

    private RunningProgram() throws IOException {
        this.data = Files.createTempDirectory("chatnotes-whole");
    }

    /** One program for all browser tests; it ends with the tests. */
    public static synchronized RunningProgram shared() {
        if (shared == null) {
            try {
                shared = new RunningProgram();
                shared.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return shared;
    }

    public String url() {
        return "http://localhost:" + port;
    }

    /** The owner's. */
    public String password() {
        return password;
    }

    private void start() throws IOException {
        Process server =
                command("server", "--demo-when-empty").redirectErrorStream(true).start();
        Runtime.getRuntime().addShutdownHook(new Thread(server::destroyForcibly));
        for (String line : read(server, "password")) {
            Matcher matcher = PASSWORD.matcher(line);
            if (matcher.find()) {
                password = matcher.group(1);
            }
        }
        // What it says later must not fill the pipe.
        Thread drain = new Thread(() -> {
            try {
                server.getInputStream().transferTo(System.err);
            } catch (IOException e) {
                // It has ended.
            }
        });
        drain.setDaemon(true);
        drain.start();
        await().atMost(Duration.ofSeconds(60)).until(this::delivered);
    }

    private ProcessBuilder command(String... words) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> line = new ArrayList<>(
                List.of(java, "-XX:TieredStopAtLevel=1", "-Xmx256m", "-cp", classPath(), "org.chatnotes.Chatnotes"));
        line.addAll(List.of(words));
        ProcessBuilder command = new ProcessBuilder(line);
        command.environment().put("CHATNOTES_DATA", data.toString());
        command.environment().put("CHATNOTES_PORT", String.valueOf(port));
        command.environment().put("CHATNOTES_ADMIN_PORT", String.valueOf(adminPort));
        return command;
    }

    /** The lines until one holds a word, or all. */
    private static List<String> read(Process process, @Nullable String until) throws IOException {
        List<String> lines = new ArrayList<>();
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = reader.readLine();
        while (line != null) {
            lines.add(line);
            if (until != null && line.contains(until)) {
                break;
            }
            line = reader.readLine();
        }
        return lines;
    }

    /** The demonstration's mails have arrived in the built-in inbox. */
    private boolean delivered() {
        try (Stream<Path> files = Files.list(data.resolve("inbox"))) {
            return files.filter(file -> file.toString().endsWith(".eml")).count() >= READERS;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** The tests' own class path, however the tests were started. */
    private static String classPath() {
        if (RunningProgram.class.getClassLoader() instanceof URLClassLoader loader) {
            return Stream.of(loader.getURLs())
                    .map(url -> Path.of(URI.create(url.toString())).toString())
                    .collect(Collectors.joining(File.pathSeparator));
        }
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
