package org.chatnotes;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chatnotes.db.Engine;
import org.chatnotes.db.FreshDatabases;
import org.jspecify.annotations.Nullable;

/**
 * The whole program as a person runs it, for tests that come from outside: a process of its own, on free ports and an
 * empty data folder. {@code -Dtests.program=postgresql} gives it a PostgreSQL database (bin/test full).
 */
public final class RunningProgram implements AutoCloseable {
    private static final Pattern PASSWORD = Pattern.compile("Sign in as owner with the password (\\S+)");
    /** Of the demonstration's list. */
    private static final int READERS = 5;

    private static @Nullable RunningProgram demonstration;

    private final Map<String, String> environment = new HashMap<>();
    private final Path data;
    private final int port;
    private final Process process;
    private final String password;

    /** A program in which nobody has made anything yet. */
    public RunningProgram() {
        this("server");
    }

    private RunningProgram(String... command) {
        try {
            this.data = Files.createTempDirectory("chatnotes-program");
            this.port = freePort();
            environment.put("CHATNOTES_DATA", data.toString());
            environment.put("CHATNOTES_PORT", String.valueOf(port));
            environment.put("CHATNOTES_ADMIN_PORT", String.valueOf(freePort()));
            if ("postgresql".equals(System.getProperty("tests.program"))) {
                environment.put("CHATNOTES_DATABASE_URL", FreshDatabases.url(Engine.POSTGRESQL));
            }
            this.process = start(command);
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            this.password = awaitPassword();
        } catch (IOException e) {
            throw new IllegalStateException("The program did not start", e);
        }
    }

    /** One program with the demonstration in it, its mails delivered, for all tests that look; it ends with them. */
    public static synchronized RunningProgram demonstration() {
        if (demonstration == null) {
            RunningProgram program = new RunningProgram("server", "--demo-when-empty");
            await().atMost(Duration.ofSeconds(60)).until(program::delivered);
            demonstration = program;
        }
        return demonstration;
    }

    /** Where it answers, without a slash at the end. */
    public String url() {
        return "http://localhost:" + port;
    }

    /** The password of {@code owner}. */
    public String password() {
        return password;
    }

    /** Runs a command beside the server, and gives what it prints. */
    public String command(String... arguments) {
        try {
            Process command = start(arguments);
            String said = new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (command.onExit().join().exitValue() != 0) {
                throw new IllegalStateException(said);
            }
            return said.strip();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Process start(String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                classPath(),
                "org.chatnotes.Chatnotes"));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().putAll(environment);
        return builder.redirectErrorStream(true).start();
    }

    private String awaitPassword() throws IOException {
        List<String> said = new ArrayList<>();
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.add(line);
            Matcher matcher = PASSWORD.matcher(line);
            if (matcher.find()) {
                drain();
                return matcher.group(1);
            }
        }
        throw new IllegalStateException("The program ended: " + String.join("\n", said));
    }

    /** What it says further is thrown away, or it would wait for a reader. */
    private void drain() {
        Thread reader = new Thread(() -> {
            try {
                process.getInputStream().transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                // The program has ended.
            }
        });
        reader.setDaemon(true);
        reader.start();
    }

    /** The demonstration's mails have arrived in the built-in inbox. */
    private boolean delivered() {
        try (Stream<Path> files = Files.list(data.resolve("inbox"))) {
            return files.filter(file -> file.toString().endsWith(".eml")).count() >= READERS;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** The tests' own class path: some launchers load classes by a loader of their own, Surefire by a short jar. */
    private static String classPath() {
        if (RunningProgram.class.getClassLoader() instanceof URLClassLoader loader) {
            return Arrays.stream(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(File.pathSeparator));
        }
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
