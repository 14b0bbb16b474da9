package org.chatnotes.workshop;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.chatnotes.editions.Breakdown;
import org.chatnotes.editions.State;
import org.chatnotes.editions.Status;
import org.chatnotes.i18n.Messages;
import org.chatnotes.outbox.Domains;
import org.chatnotes.outbox.Setback;
import org.chatnotes.outbox.Share;
import org.chatnotes.outbox.Tally;
import org.chatnotes.rendering.VariantKey;
import org.chatnotes.subscribers.Format;
import org.jspecify.annotations.Nullable;

/** An edition's readers by variant, zone and domain, in words. */
final class ShareRows {
    private static final int NAMES = 3;

    private final Messages messages;
    private final Clock clock;

    ShareRows(Messages messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * A row of counted states.
     *
     * @param others how many more names there are
     * @param note more about them, or empty
     * @param due when theirs is due, where that tells them apart
     * @param now whether it is their turn
     */
    public record Row(
            List<String> names,
            int others,
            String note,
            @Nullable Instant due,
            boolean now,
            Tally tally) {}

    /**
     * A domain, or all others together.
     *
     * @param kind of its chip
     * @param says key of what the chip says
     * @param quote what it said last, or null
     */
    public record DomainRow(
            String name,
            Tally tally,
            String kind,
            String says,
            @Nullable String quote) {}

    /** All of an edition's readers as they were counted. */
    static Tally total(Breakdown breakdown) {
        return breakdown.variants().stream().map(Breakdown.OfVariant::tally).reduce(Tally.NONE, Tally::plus);
    }

    List<Row> variants(Breakdown breakdown) {
        return breakdown.variants().stream()
                .map(one -> row(
                        one.profiles().isEmpty() ? List.of(messages.say("workshop.all_readers")) : one.profiles(),
                        one.key() == null ? "" : words(one.key()),
                        null,
                        one.tally()))
                .toList();
    }

    List<Row> zones(Breakdown breakdown) {
        return breakdown.zones().stream()
                .map(one -> row(
                        one.zones().stream().map(zone -> zone.replace('_', ' ')).toList(), "", one.due(), one.tally()))
                .toList();
    }

    private Row row(List<String> names, String note, @Nullable Instant due, Tally tally) {
        boolean turn =
                due != null && !due.isAfter(clock.instant()) && tally.queued() + tally.started() + tally.retrying() > 0;
        return new Row(
                names.subList(0, Math.min(NAMES, names.size())),
                Math.max(0, names.size() - NAMES),
                note,
                due,
                turn,
                tally);
    }

    private String words(VariantKey key) {
        String language = Locale.forLanguageTag(key.language()).getDisplayLanguage(messages.locale());
        String format = messages.say(key.format() == Format.HTML ? "workshop.format_html" : "workshop.format_text");
        return language + ", " + format;
    }

    /** The largest domains, and the others together. */
    List<DomainRow> domains(Status status, Tally all, Domains domains, List<Setback> setbacks) {
        List<DomainRow> rows = new ArrayList<>();
        Tally rest = all;
        for (Share share : domains.largest()) {
            rows.add(domain(share.name(), share.tally(), status, setbacks));
            rest = rest.minus(share.tally());
        }
        long others = domains.count() - domains.largest().size();
        if (others > 0) {
            rows.add(domain(messages.say("workshop.other_domains", others), rest, status, List.of()));
        }
        return rows;
    }

    private static DomainRow domain(String name, Tally tally, Status status, List<Setback> setbacks) {
        String says = says(tally, status.edition().state());
        boolean quotes = says.equals("puts_off") || says.equals("refuses");
        String quote = setbacks.stream()
                .filter(setback -> quotes && setback.domain().equals(name))
                .map(setback -> setback.attempt().reply())
                .findFirst()
                .orElse(null);
        return new DomainRow(name, tally, kind(says), says, quote);
    }

    private static String says(Tally tally, State state) {
        if (tally.retrying() > 0) {
            return "puts_off";
        }
        if (tally.sent() == 0 && tally.failed() > 0) {
            return "refuses";
        }
        if (tally.queued() + tally.started() == 0) {
            return tally.skipped() == tally.audience() ? "skipped" : "done";
        }
        if (state != State.SENDING) {
            return "waits";
        }
        return tally.sent() + tally.started() == 0 ? "not_yet" : "taking";
    }

    private static String kind(String says) {
        return switch (says) {
            case "puts_off" -> "ask";
            case "refuses" -> "bad";
            case "done", "taking" -> "ok";
            default -> "wait";
        };
    }
}
