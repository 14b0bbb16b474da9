package org.chatnotes.runtime;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs workers, each on a thread of its own, until the process stops. */
public final class Workers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Crew crew = new Crew();
    private final Signal stop = new Signal();

    public void start(List<? extends Worker> workers) {
        for (Worker worker : workers) {
            crew.start(worker.getClass().getSimpleName(), () -> run(worker));
        }
    }

    private void run(Worker worker) {
        while (!stop.given()) {
            try {
                worker.tick();
            } catch (RuntimeException e) {
                LOG.warn("{} failed and will try again: {}", worker.getClass().getSimpleName(), e.toString());
                LOG.debug("{}", worker.getClass().getSimpleName(), e);
            }
            stop.await(worker.rest());
        }
    }

    /** Lets the ticks under way end. */
    @Override
    public void close() {
        stop.give();
        crew.join(PATIENCE);
    }
}
