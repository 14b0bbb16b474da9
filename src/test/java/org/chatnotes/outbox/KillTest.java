package org.chatnotes.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.chatnotes.db.Database;
import org.chatnotes.db.EachEngine;
import org.chatnotes.smtp.HostileSink;
import org.chatnotes.smtp.HostileSink.Taken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** A real process, killed in the middle of a mailing again and again. */
@Tag("slow")
class KillTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final int READERS = 1000;

    @TempDir
    private Path folder;

    private final List<Process> children = new ArrayList<>();

    @EachEngine
    void killsLoseNobodyAndRepeatAtMostOnePerConnection(Database database) throws Exception {
        int kills = 4;
        try (Post post = new Post(database);
                HostileSink sink = new HostileSink(0, (stage, visit) -> null, Duration.ofMillis(1), true)) {
            post.queue(READERS);
            Random random = new Random(5);
            for (int kill = 0; kill < kills; kill++) {
                Process process = start(database, sink);
                long until = sink.count() + 20 + random.nextInt(120);
                await().atMost(LONG).pollInterval(Duration.ofMillis(5)).until(() -> sink.count() >= until);
                process.destroyForcibly().waitFor();
            }
            finish(post, database, sink);
            assertThat(sink.taken().size() - READERS).isBetween(0, kills * Post.QUICK.connections());
        }
    }

    @EachEngine
    void endingByRequestLosesAndRepeatsNobody(Database database) throws Exception {
        try (Post post = new Post(database);
                HostileSink sink = new HostileSink(0, (stage, visit) -> null, Duration.ofMillis(1), true)) {
            post.queue(READERS);
            for (int stop = 0; stop < 2; stop++) {
                Process process = start(database, sink);
                long until = sink.count() + 100;
                await().atMost(LONG).pollInterval(Duration.ofMillis(5)).until(() -> sink.count() >= until);
                process.destroy();
                assertThat(process.waitFor()).isEqualTo(143);
                assertThat(post.tally().started()).isZero();
            }
            finish(post, database, sink);
            assertThat(sink.taken()).hasSize(READERS);
        }
    }

    private void finish(Post post, Database database, HostileSink sink) throws IOException, InterruptedException {
        Process last = start(database, sink);
        await().atMost(LONG).until(() -> post.outbox.settled(Post.EDITION));
        last.destroy();
        last.waitFor();
        assertThat(post.tally()).isEqualTo(new Tally(READERS, 0, 0, READERS, 0, 0, 0, 0));
        Map<String, byte[]> first = new HashMap<>();
        for (Taken mail : sink.taken()) {
            byte[] copy = first.putIfAbsent(mail.recipient(), mail.content());
            assertThat(copy == null || Arrays.equals(copy, mail.content())).isTrue();
        }
        assertThat(first.keySet()).containsExactlyInAnyOrderElementsOf(post.readers(READERS));
    }

    private Process start(Database database, HostileSink sink) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                SendingProcess.class.getName(),
                database.url(),
                String.valueOf(sink.port()),
                folder.resolve("sender.lock").toString());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("child.log").toFile()))
                .start();
        children.add(process);
        return process;
    }

    /** Maven starts us by a jar that names the others, other launchers by a loader of their own. */
    private static String classPath() {
        if (KillTest.class.getClassLoader() instanceof URLClassLoader loader) {
            return Arrays.stream(loader.getURLs())
                    .map(url -> Path.of(URI.create(url.toString())).toString())
                    .collect(Collectors.joining(File.pathSeparator));
        }
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    @AfterEach
    void leaveNoChildren() {
        children.forEach(Process::destroyForcibly);
    }
}
