package org.chatnotes;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The whole program, in a process of its own with an empty data folder, for tests that come from outside. */
public final class RunningProgram implements AutoCloseable {
    private static final Pattern PASSWORD = Pattern.compile("Sign in as owner with the password (\\S+)");

    private final Map<String, String> environment = new HashMap<>();
    private final Process process;
    private final int port;
    private final String password;

    public RunningProgram() {
        this(Map.of());
    }

    /** @param settings further settings, as environment variables */
    public RunningProgram(Map<String, String> settings) {
        try {
            Path data = Files.createTempDirectory("chatnotes-program");
            this.port = free();
            environment.put("CHATNOTES_DATA", data.toString());
            environment.put("CHATNOTES_PORT", String.valueOf(port));
            environment.put("CHATNOTES_ADMIN_PORT", String.valueOf(free()));
            environment.put("CHATNOTES_INBOX_SMTP_PORT", String.valueOf(free()));
            environment.put("CHATNOTES_INBOX_IMAP_PORT", String.valueOf(free()));
            environment.putAll(settings);
            this.process = start("server");
            this.password = awaitPassword();
            drain();
        } catch (IOException e) {
            throw new IllegalStateException("The program did not start", e);
        }
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
            Matcher password = PASSWORD.matcher(line);
            if (password.find()) {
                return password.group(1);
            }
        }
        throw new IllegalStateException("The program ended: " + String.join("\n", said));
    }

    /** What it says further is thrown away, or it would wait for a reader. */
    private void drain() {
        InputStream rest = process.getInputStream();
        Thread reader = new Thread(() -> {
            try {
                rest.transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                // the program has ended
            }
        });
        reader.setDaemon(true);
        reader.start();
    }

    /** Some launchers of tests load classes by a loader of their own. */
    private static String classPath() {
        if (RunningProgram.class.getClassLoader() instanceof URLClassLoader loader) {
            return Arrays.stream(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(File.pathSeparator));
        }
        return System.getProperty("java.class.path");
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
