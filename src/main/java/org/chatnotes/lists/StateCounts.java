package org.chatnotes.lists;

/** How many of a list are shown in each state; a bounced or complained address is stronger than a subscription. */
public record StateCounts(long pending, long active, long paused, long unsubscribed, long bounced, long complained) {
    public long all() {
        return pending + active + paused + unsubscribed + bounced + complained;
    }
}
