package org.chatnotes.preferences;

import org.chatnotes.mail.EmailAddress;

/** An address partly hidden: its owner knows it again, and a colleague who was sent the mail on does not learn it. */
final class Mask {
    private static final String DOTS = "•••••";

    private Mask() {}

    /** {@code j•••••n@demo.example.org}; always as many dots, so that they do not tell the length. */
    static String of(EmailAddress email) {
        String local = email.local();
        int length = local.codePointCount(0, local.length());
        String first = local.substring(0, local.offsetByCodePoints(0, 1));
        String last = length < 3 ? "" : local.substring(local.offsetByCodePoints(0, length - 1));
        return first + DOTS + last + "@" + email.domain();
    }
}
