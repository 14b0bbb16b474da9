package org.chatnotes.transfer;

import java.util.Locale;
import org.chatnotes.problem.Problem;

/** What a file says of someone, in the words of several programs. */
enum FileStatus {
    ACTIVE,
    PENDING,
    PAUSED,
    UNSUBSCRIBED,
    BOUNCED,
    COMPLAINED;

    /** @throws Problem invalid for a word we do not know: better no mail than one too many */
    static FileStatus of(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "", "active", "subscribed", "confirmed", "enabled" -> ACTIVE;
            case "pending", "unconfirmed", "not confirmed" -> PENDING;
            case "paused" -> PAUSED;
            case "unsubscribed", "left", "opted out", "opted-out", "blocklisted", "disabled" -> UNSUBSCRIBED;
            case "bounced", "cleaned" -> BOUNCED;
            case "complained", "complaint", "spam" -> COMPLAINED;
            default ->
                throw Problem.invalid(
                        "status",
                        "The status “" + word + "” is not known. Write active, pending, paused, unsubscribed, "
                                + "bounced or complained.");
        };
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether nobody in this state gets mail, whatever else is said. */
    boolean gone() {
        return this == UNSUBSCRIBED || this == BOUNCED || this == COMPLAINED;
    }
}
