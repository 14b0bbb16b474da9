package org.chatnotes.editions;

import org.chatnotes.outbox.Tally;

/** An edition and where its deliveries stand, as page, API and command show it. */
public record Status(Edition edition, Tally tally) {}
