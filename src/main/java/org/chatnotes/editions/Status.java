package org.chatnotes.editions;

import org.chatnotes.outbox.Tally;
import org.jspecify.annotations.Nullable;

/**
 * An edition and where its deliveries stand, as page, API and command show it.
 *
 * @param reason why it is held, or why the relay takes nothing while it is sending; null when all is well
 */
public record Status(Edition edition, Tally tally, @Nullable String reason) {}
