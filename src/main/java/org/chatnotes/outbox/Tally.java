package org.chatnotes.outbox;

/**
 * Where the deliveries of an edition stand. The states sum to the audience at every moment.
 *
 * @param queued waiting, including what a sender has just claimed
 * @param started on the wire
 * @param retrying deferred by the relay, to be tried again
 * @param skipped not sent, for a reason such as having left
 * @param unknown in doubt: the relay's reply to the last dot never came
 */
public record Tally(
        long audience, long queued, long started, long sent, long retrying, long failed, long skipped, long unknown) {
    public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, 0, 0);

    /** How many are settled. */
    public long done() {
        return sent + failed + skipped + unknown;
    }
}
