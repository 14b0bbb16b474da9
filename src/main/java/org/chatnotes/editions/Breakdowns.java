package org.chatnotes.editions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chatnotes.outbox.Outbox;
import org.chatnotes.outbox.Share;
import org.chatnotes.outbox.Tally;
import org.chatnotes.rendering.VariantKey;

/** Breaks an edition down for those who watch it. */
final class Breakdowns {
    private final Outbox outbox;
    private final VariantStore variants;

    Breakdowns(Outbox outbox, VariantStore variants) {
        this.outbox = outbox;
        this.variants = variants;
    }

    Breakdown of(Edition edition) {
        return new Breakdown(
                byVariant(edition.id()),
                edition.plan().eachReadersZone() ? byZone(edition) : List.<Breakdown.OfZone>of());
    }

    private List<Breakdown.OfVariant> byVariant(long editionId) {
        Map<String, List<Share>> together = new LinkedHashMap<>();
        outbox.byVariant(editionId)
                .forEach(share -> together.computeIfAbsent(share.name(), code -> new ArrayList<>())
                        .add(share));
        Map<String, VariantKey> keys = variants.keys(editionId);
        List<Breakdown.OfVariant> all = new ArrayList<>();
        together.forEach((code, shares) -> all.add(new Breakdown.OfVariant(
                shares.stream()
                        .map(Share::profile)
                        .filter(profile -> !profile.isBlank())
                        .toList(),
                keys.get(code),
                sum(shares))));
        all.sort(Comparator.comparingLong(
                        (Breakdown.OfVariant one) -> one.tally().audience())
                .reversed());
        return List.copyOf(all);
    }

    private List<Breakdown.OfZone> byZone(Edition edition) {
        Instant frozen = edition.startedAt() == null ? edition.createdAt() : edition.startedAt();
        DuePlan plan = new DuePlan(edition.plan(), frozen);
        Map<Instant, List<Share>> together = new TreeMap<>();
        outbox.byZone(edition.id())
                .forEach(share -> together.computeIfAbsent(plan.of(share.name()).at(), due -> new ArrayList<>())
                        .add(share));
        List<Breakdown.OfZone> all = new ArrayList<>();
        together.forEach((due, shares) -> all.add(new Breakdown.OfZone(
                shares.stream()
                        .sorted(Comparator.comparingLong(
                                        (Share one) -> one.tally().audience())
                                .reversed())
                        .map(share -> share.name().isBlank() ? edition.plan().zone() : share.name())
                        .distinct()
                        .toList(),
                due,
                sum(shares))));
        return List.copyOf(all);
    }

    private static Tally sum(List<Share> shares) {
        return shares.stream().map(Share::tally).reduce(Tally.NONE, Tally::plus);
    }
}
