package org.chatnotes.outbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.chatnotes.smtp.Outcome;
import org.jspecify.annotations.Nullable;

/** When so much of an edition is refused that something must be wrong with it or with us. */
final class HoldRule {
    private static final int IN_A_ROW = 20;
    private static final int WINDOW = 200;
    private static final int OF_WINDOW = WINDOW / 4;

    private final Deque<String> window = new ArrayDeque<>();
    private int row;
    private int refused;
    private boolean held;

    /** Takes note of an outcome; gives the reason when the edition must be held now. */
    synchronized @Nullable String note(Outcome outcome) {
        boolean permanent = outcome instanceof Outcome.Refused;
        if (held || !permanent && !(outcome instanceof Outcome.Sent)) {
            return null;
        }
        window.addLast(permanent ? outcome.reply().toString() : "");
        refused += permanent ? 1 : 0;
        if (window.size() > WINDOW && !window.removeFirst().isEmpty()) {
            refused--;
        }
        row = permanent ? row + 1 : 0;
        held = row >= IN_A_ROW || refused >= OF_WINDOW;
        return held ? reason() : null;
    }

    private String reason() {
        String what = row >= IN_A_ROW
                ? "The last " + row + " mails were refused."
                : refused + " of the last " + window.size() + " mails were refused.";
        return what + " Most often the relay said: " + commonest();
    }

    private String commonest() {
        Map<String, Integer> counts = new HashMap<>();
        window.stream().filter(reply -> !reply.isEmpty()).forEach(reply -> counts.merge(reply, 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("nothing");
    }
}
