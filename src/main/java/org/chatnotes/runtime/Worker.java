package org.chatnotes.runtime;

import java.time.Duration;

/** Work that comes back: a feature's job that the process runs, and a test cranks by hand. */
public interface Worker {
    /** Does what is to be done now and returns; an exception is logged, and the next tick comes all the same. */
    void tick();

    /** How long to rest between two ticks. */
    Duration rest();
}
