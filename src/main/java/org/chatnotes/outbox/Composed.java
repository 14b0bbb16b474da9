package org.chatnotes.outbox;

import java.util.Map;
import org.chatnotes.mail.EmailAddress;
import org.chatnotes.mail.MailTemplate;

/** A composer's answer for one delivery. */
public sealed interface Composed {
    /**
     * To be sent. The outbox fills the slots {@code message_id} (without domain) and {@code date} itself.
     *
     * @param sender the envelope's sender
     */
    record Letter(String sender, EmailAddress to, MailTemplate template, Map<String, String> values)
            implements Composed {}

    /** Not to be sent, and why, in a word such as {@code left}. */
    record Skip(String reason) implements Composed {}
}
