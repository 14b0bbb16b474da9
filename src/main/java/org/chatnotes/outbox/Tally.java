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

    /** Both together. */
    public Tally plus(Tally other) {
        return new Tally(
                audience + other.audience,
                queued + other.queued,
                started + other.started,
                sent + other.sent,
                retrying + other.retrying,
                failed + other.failed,
                skipped + other.skipped,
                unknown + other.unknown);
    }

    /** This without a part of it that may have been counted a moment later; never below zero. */
    public Tally minus(Tally part) {
        return new Tally(
                rest(audience, part.audience),
                rest(queued, part.queued),
                rest(started, part.started),
                rest(sent, part.sent),
                rest(retrying, part.retrying),
                rest(failed, part.failed),
                rest(skipped, part.skipped),
                rest(unknown, part.unknown));
    }

    private static long rest(long all, long part) {
        return Math.max(0, all - part);
    }

    /** How many are settled. */
    public long done() {
        return sent + failed + skipped + unknown;
    }
}
