package org.chatnotes.workshop;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chatnotes.editions.Edition;
import org.chatnotes.editions.Editions;
import org.chatnotes.editions.State;
import org.chatnotes.editions.Status;
import org.chatnotes.events.Events;
import org.chatnotes.i18n.Messages;
import org.chatnotes.lists.Lists;
import org.chatnotes.lists.MailingList;
import org.chatnotes.outbox.Delivery;
import org.chatnotes.outbox.Delivery.Attempt;
import org.chatnotes.outbox.DeliveryState;
import org.chatnotes.outbox.Outbox;
import org.chatnotes.outbox.Setback;
import org.chatnotes.outbox.Tally;
import org.chatnotes.subscribers.Subscriber;
import org.chatnotes.subscribers.Subscribers;
import org.chatnotes.web.Page;
import org.chatnotes.workshop.ShareCounts.Counted;
import org.jspecify.annotations.Nullable;

/** What the pages of an edition show. */
final class EditionView {
    private static final int LINES = 50;
    private static final int SETBACKS = 200;
    private static final Duration TOO_SOON = Duration.ofSeconds(10);

    private final Lists lists;
    private final Subscribers subscribers;
    private final Outbox outbox;
    private final ShareCounts counts;
    private final EditionLog log;
    private final ShareRows shares;
    private final Clock clock;

    EditionView(Lists lists, Subscribers subscribers, Outbox outbox, Editions editions, Events events, Clock clock) {
        this.lists = lists;
        this.subscribers = subscribers;
        this.outbox = outbox;
        this.counts = new ShareCounts(editions, outbox, clock);
        this.log = new EditionLog(events, subscribers, Messages.in("en"));
        this.shares = new ShareRows(Messages.in("en"), clock);
        this.clock = clock;
    }

    /** A reader whose mail met trouble: the last reply, in words and as it came. */
    public record Trouble(
            @Nullable Long subscriberId,
            String email,
            @Nullable Attempt last,
            String words) {}

    /** A line of the list of editions. */
    public record Line(Edition edition, Status status, String list) {}

    /** The part that changes while it goes out. */
    Page progress(Status status) {
        return Page.of("workshop/progress")
                .with("edition", status.edition())
                .with("tally", status.tally())
                .with("bar", ProgressBar.of(status.tally()).segments())
                .with("perMinute", perMinute(status))
                .in("en");
    }

    /** The whole page. */
    Page page(Status status, RelayState relay) {
        long id = status.edition().id();
        Messages messages = Messages.in("en");
        List<Setback> setbacks = outbox.setbacks(id, SETBACKS);
        Page page = Page.of("workshop/edition")
                .with("edition", status.edition())
                .with("tally", status.tally())
                .with("bar", ProgressBar.of(status.tally()).segments())
                .with("perMinute", perMinute(status))
                .with("list", listName(status.edition()))
                .with("reason", status.reason())
                .with("relay", relay)
                .with("held", outbox.relayHold().orElse(null))
                .with("failed", troubles(id, DeliveryState.FAILED, messages))
                .with("retrying", troubles(id, DeliveryState.RETRYING, messages))
                .with("doubtful", troubles(id, DeliveryState.UNKNOWN, messages))
                .with("log", log.lines(id, setbacks))
                .with("said", said(status));
        return status.tally().audience() == 0 ? page : withShares(page, status, setbacks);
    }

    private Page withShares(Page page, Status status, List<Setback> setbacks) {
        Counted counted = counts.of(status);
        Tally total = ShareRows.total(counted.breakdown());
        return page.with("total", total)
                .with("variants", shares.variants(counted.breakdown()))
                .with("zones", shares.zones(counted.breakdown()))
                .with("clock", clockTime(status.edition()))
                .with("domains", shares.domains(status, total, counted.domains(), setbacks))
                .with("domainCount", counted.domains().count());
    }

    private static String clockTime(Edition edition) {
        LocalDateTime local = edition.plan().local();
        return local == null ? "" : local.toLocalTime().toString();
    }

    /** One sentence for those who hear the page. */
    String said(Status status) {
        return Messages.in("en")
                .say("workshop.said", status.tally().sent(), status.tally().audience());
    }

    String listName(Edition edition) {
        return lists.find(edition.listId()).map(MailingList::name).orElse("–");
    }

    /** Mails a minute since it began; null when it is too soon to say, or over. */
    private @Nullable Long perMinute(Status status) {
        Edition edition = status.edition();
        if (edition.state() != State.SENDING || edition.startedAt() == null) {
            return null;
        }
        Duration since = Duration.between(edition.startedAt(), clock.instant());
        return since.compareTo(TOO_SOON) < 0 ? null : status.tally().sent() * 60_000 / Math.max(1, since.toMillis());
    }

    private List<Trouble> troubles(long editionId, DeliveryState state, Messages messages) {
        List<Trouble> troubles = new ArrayList<>();
        for (Delivery delivery : outbox.deliveries(editionId, state, 0, LINES)) {
            List<Attempt> attempts = delivery.attempts();
            Attempt last = attempts.isEmpty() ? null : attempts.get(attempts.size() - 1);
            Long who = delivery.subscriberId();
            String email = (who == null ? Optional.<Subscriber>empty() : subscribers.find(who))
                    .map(subscriber -> subscriber.email().toString())
                    .orElse("–");
            troubles.add(new Trouble(who, email, last, last == null ? "" : ReplyWords.of(last, messages)));
        }
        return troubles;
    }
}
