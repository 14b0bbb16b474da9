package org.chatnotes.editions;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneRulesException;
import org.chatnotes.problem.Problem;
import org.jspecify.annotations.Nullable;

/** When whose copy is due, by a plan. */
final class DuePlan {
    /** An audience is frozen this long before its first reader's time. */
    static final Duration AHEAD = Duration.ofMinutes(10);

    /** @param skip why it is not sent at all, or null */
    record Due(Instant at, @Nullable String skip) {}

    private final Plan plan;
    private final Instant now;

    /** @param now what counts as past */
    DuePlan(Plan plan, Instant now) {
        this.plan = plan;
        this.now = now;
    }

    /** When a reader's copy is due. */
    Due of(@Nullable String readerZone) {
        LocalDateTime local = plan.local();
        if (local == null) {
            return new Due(now, null);
        }
        ZonedDateTime time = local.atZone(zone(plan.eachReadersZone() ? readerZone : null));
        if (!plan.eachReadersZone() || !time.toInstant().isBefore(now)) {
            return new Due(time.toInstant(), null);
        }
        return switch (plan.ifPast()) {
            case NOW -> new Due(now, null);
            case SKIP -> new Due(time.toInstant(), "too late");
            case NEXT_DAY -> new Due(next(time), null);
        };
    }

    private Instant next(ZonedDateTime time) {
        ZonedDateTime next = time;
        while (next.toInstant().isBefore(now)) {
            next = next.plusDays(1);
        }
        return next.toInstant();
    }

    /** A zone that no longer exists gives way to the plan's. */
    private ZoneId zone(@Nullable String readerZone) {
        if (readerZone != null && !readerZone.isBlank()) {
            try {
                return ZoneId.of(readerZone);
            } catch (ZoneRulesException | IllegalArgumentException unknown) {
                return ZoneId.of(plan.zone());
            } catch (java.time.DateTimeException malformed) {
                return ZoneId.of(plan.zone());
            }
        }
        return ZoneId.of(plan.zone());
    }

    /** @throws Problem invalid for a zone that is none */
    static void check(Plan plan) {
        try {
            ZoneId.of(plan.zone());
        } catch (java.time.DateTimeException unknown) {
            throw Problem.invalid("zone", "“" + plan.zone() + "” is no time zone. Write one such as Europe/Paris.");
        }
    }
}
