package org.chatnotes.workshop;

import java.util.ArrayList;
import java.util.List;
import org.chatnotes.outbox.Tally;

/** A tally as one bar of 1,000 units in the ledger's order, with gaps of 2; a state with few readers keeps 4 units. */
public record ProgressBar(List<Segment> segments) {
    private static final double WIDTH = 1000;
    private static final double GAP = 2;
    private static final double LEAST = 4;

    /**
     * One state.
     *
     * @param key of its word and colour: {@code sent}, {@code busy}, {@code retry}, {@code fail}, {@code skip},
     *     {@code wait}, {@code unk}
     */
    public record Segment(String key, long count, double x, double width) {
        public String left() {
            return decimal(x);
        }

        public String wide() {
            return decimal(width);
        }

        private static String decimal(double units) {
            return String.valueOf(Math.round(units * 10) / 10.0);
        }
    }

    /** All seven states, also those with nobody; these have no width. */
    public static ProgressBar of(Tally tally) {
        List<Segment> counts = List.of(
                count("sent", tally.sent()),
                count("busy", tally.started()),
                count("retry", tally.retrying()),
                count("fail", tally.failed()),
                count("skip", tally.skipped()),
                count("wait", tally.queued()),
                count("unk", tally.unknown()));
        long shown = counts.stream().filter(part -> part.count() > 0).count();
        double room = WIDTH - GAP * Math.max(0, shown - 1);
        long few = counts.stream().filter(part -> small(part, tally, room)).count();
        long many = counts.stream()
                .filter(part -> part.count() > 0 && !small(part, tally, room))
                .mapToLong(Segment::count)
                .sum();
        List<Segment> placed = new ArrayList<>();
        double x = 0;
        for (Segment part : counts) {
            double width = part.count() == 0
                    ? 0
                    : small(part, tally, room) ? LEAST : (room - LEAST * few) * part.count() / Math.max(1, many);
            placed.add(new Segment(part.key(), part.count(), x, width));
            x += part.count() == 0 ? 0 : width + GAP;
        }
        return new ProgressBar(placed);
    }

    private static Segment count(String key, long count) {
        return new Segment(key, count, 0, 0);
    }

    private static boolean small(Segment part, Tally tally, double room) {
        return part.count() > 0 && room * part.count() / Math.max(1, tally.audience()) < LEAST;
    }
}
