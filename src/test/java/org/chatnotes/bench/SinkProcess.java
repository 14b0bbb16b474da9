package org.chatnotes.bench;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.chatnotes.smtp.HostileSink;

/** A sink in a process of its own, so that its work is not counted as ours. Prints its port. */
public final class SinkProcess {
    private SinkProcess() {}

    /** @param arguments the latency of each reply, in milliseconds */
    public static void main(String[] arguments) throws InterruptedException {
        Duration latency = Duration.ofMillis(Long.parseLong(arguments[0]));
        try (HostileSink sink = new HostileSink(0, (stage, visit) -> null, latency, false)) {
            System.out.println(sink.port());
            new CountDownLatch(1).await();
        }
    }
}
