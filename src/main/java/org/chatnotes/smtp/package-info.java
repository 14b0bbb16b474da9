/** Connections to relays and one sealed outcome for each delivery attempt; the only user of jakarta.mail beside mail. */
@NullMarked
package org.chatnotes.smtp;

import org.jspecify.annotations.NullMarked;
