package org.chatnotes.outbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ledger: every mail that goes out is a row here, whatever feature it comes from. */
public final class Outbox {
    /** Queues deliveries of an edition; those already there are left as they are. */
    public void enqueue(long editionId, long scope, List<NewDelivery> deliveries) {
        throw new UnsupportedOperationException();
    }

    /** Queues one mail that goes out before all bulk mail, and gives its delivery's id. */
    public long single(SingleMail mail) {
        throw new UnsupportedOperationException();
    }

    public Tally tally(long editionId) {
        throw new UnsupportedOperationException();
    }

    /**
     * Takes back what still waits for a person, in the caller's transaction: whichever commits first wins, this or the
     * mail's last dot.
     *
     * @param scope only deliveries of this scope (a list), or null for all
     * @param reason a word, such as {@code left}, {@code paused}, {@code bounced}, {@code erased}
     */
    public void withdraw(long subscriberId, @Nullable Long scope, String reason) {
        throw new UnsupportedOperationException();
    }

    /** Deliveries of an edition by id, those in one state only or all. */
    public List<Delivery> deliveries(long editionId, @Nullable DeliveryState state, long afterId, int limit) {
        throw new UnsupportedOperationException();
    }

    /** A person's newest deliveries, newest first. */
    public List<Delivery> ofSubscriber(long subscriberId, int limit) {
        throw new UnsupportedOperationException();
    }

    /** One delivery with its attempts. */
    public Delivery require(long deliveryId) {
        throw new UnsupportedOperationException();
    }
}
