package org.chatnotes.outbox;

import java.time.Duration;
import java.util.List;

/**
 * How a sender works.
 *
 * @param heloName what we call ourselves to relays
 * @param connections to the relay at the same time, at least 1
 * @param timeout for a reply; twice that after a final dot
 * @param retryDelays when a deferred delivery is tried again; the last one repeats
 * @param retryFor until when, from its first attempt
 * @param resendDoubts whether a delivery in doubt is sent again, at most three times, or stays unknown
 * @param relayPause how long a held relay is left alone at first; doubles up to a minute
 * @param drain how long a stop waits for what is on the wire
 */
public record SenderSettings(
        String heloName,
        int connections,
        Duration timeout,
        List<Duration> retryDelays,
        Duration retryFor,
        boolean resendDoubts,
        Duration relayPause,
        Duration drain) {
    public static final SenderSettings DEFAULT = new SenderSettings(
            "localhost",
            8,
            Duration.ofMinutes(5),
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1)),
            Duration.ofHours(24),
            true,
            Duration.ofSeconds(1),
            Duration.ofSeconds(30));

    public SenderSettings withConnections(int count) {
        return new SenderSettings(heloName, count, timeout, retryDelays, retryFor, resendDoubts, relayPause, drain);
    }

    /** The same, but a delivery in doubt stays unknown until a person decides. */
    public SenderSettings holdingDoubts() {
        return new SenderSettings(heloName, connections, timeout, retryDelays, retryFor, false, relayPause, drain);
    }
}
