package org.chatnotes.outbox;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.chatnotes.smtp.Envelope;

/** A delivery with what is needed to make it; the bytes are made where they are sent. */
record Work(Ready delivery, Envelope envelope, Content content) {
    private static final DateTimeFormatter RFC_5322 =
            DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss xx", Locale.ENGLISH);

    /** The bytes of a message. */
    sealed interface Content {}

    /** To be filled. */
    record Bulk(Composed.Letter letter, String messageId) implements Content {}

    /** Complete. */
    record Single(byte[] message) implements Content {}

    boolean single() {
        return content instanceof Single;
    }

    /** @param date of the first attempt: a message sent again is the same to the byte */
    byte[] bytes(Instant date) {
        if (content instanceof Single single) {
            return single.message();
        }
        Bulk bulk = (Bulk) content;
        String written = RFC_5322.format(date.atOffset(ZoneOffset.UTC));
        return bulk.letter().template().fill(name -> switch (name) {
            case "date" -> written;
            case "message_id" -> bulk.messageId();
            default -> bulk.letter().values().get(name);
        });
    }
}
