package org.chatnotes.outbox;

import java.util.List;

/** Whoever queues deliveries says here, in batches, what each of them is: bytes and envelope, or why not. */
public interface Composer {
    /** @return one answer for each delivery, in the same order */
    List<Composed> compose(long editionId, List<Claimed> claimed);
}
