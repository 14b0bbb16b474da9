/** Deliveries and the ledger of attempts; asks a composer for bytes and knows no feature. */
@NullMarked
package org.chatnotes.outbox;

import org.jspecify.annotations.NullMarked;
