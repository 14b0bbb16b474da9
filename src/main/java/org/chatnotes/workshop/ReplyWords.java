package org.chatnotes.workshop;

import org.chatnotes.i18n.Messages;
import org.chatnotes.outbox.Delivery.Attempt;

/** What a relay's reply means, in words; its own words stand beside it. */
final class ReplyWords {
    private ReplyWords() {}

    static String of(Attempt attempt, Messages messages) {
        return messages.say("workshop.reply_" + meaning(attempt));
    }

    private static String meaning(Attempt attempt) {
        String enhanced = attempt.enhanced() == null ? "" : attempt.enhanced();
        String detail = enhanced.isEmpty() ? "" : enhanced.substring(1);
        Integer code = attempt.code();
        if (attempt.outcome().equals("broken") || attempt.outcome().equals("doubt")) {
            return attempt.outcome();
        }
        if (detail.matches("\\.1\\.(1|2|3|6|10)|\\.2\\.1")) {
            return "no_such_address";
        }
        if (detail.equals(".2.2")) {
            return "full";
        }
        if (detail.startsWith(".7.")) {
            return code != null && code < 500 ? "slow" : "policy";
        }
        if (code != null && code >= 400 && code < 500) {
            return "later";
        }
        return code != null && (code == 550 || code == 551 || code == 553) && enhanced.isEmpty()
                ? "no_such_address"
                : "refused";
    }
}
