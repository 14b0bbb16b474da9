package org.chatnotes.mail;

import java.util.ArrayList;
import java.util.List;

/** The headers of a message in order, unencoded, with {@link Slots} where readers differ. */
public final class Headers {
    /** How a header is written. */
    enum Kind {
        TEXT,
        MAILBOX,
        RAW
    }

    /**
     * One header.
     *
     * @param shown the display name of a mailbox; empty for other kinds
     */
    record Header(Kind kind, String name, String shown, String value) {
        boolean fixed() {
            return Slots.names(shown + value).isEmpty();
        }

        String write(String filledShown, String filledValue) {
            return switch (kind) {
                case TEXT -> HeaderText.unstructured(name, filledValue);
                case MAILBOX -> HeaderText.mailbox(name, filledShown, filledValue);
                case RAW -> HeaderText.raw(name, filledValue);
            };
        }
    }

    private final List<Header> headers = new ArrayList<>();

    /** A header of free text, such as {@code Subject}. */
    public Headers text(String name, String value) {
        headers.add(new Header(Kind.TEXT, name, "", value));
        return this;
    }

    /** A header that holds one mailbox, such as {@code To}. */
    public Headers mailbox(String name, String shown, String email) {
        headers.add(new Header(Kind.MAILBOX, name, shown, email));
        return this;
    }

    /** A header that is ASCII in the form it must have, such as {@code List-Unsubscribe}. */
    public Headers raw(String name, String value) {
        headers.add(new Header(Kind.RAW, name, "", value));
        return this;
    }

    List<Header> all() {
        return headers;
    }
}
