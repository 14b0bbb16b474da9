package org.chatnotes.outbox;

import org.chatnotes.mail.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * One mail to one address, complete; goes before all bulk mail.
 *
 * @param sender the envelope's sender
 * @param subscriberId whom it goes to, or null when that is nobody we know
 */
public record SingleMail(
        String sender,
        EmailAddress to,
        byte[] message,
        @Nullable Long subscriberId) {}
