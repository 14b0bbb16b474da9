package org.chatnotes.transfer;

import java.util.Locale;
import org.chatnotes.problem.Problem;

/** What those in a file have said. */
public enum ImportConsent {
    /** They have agreed; they get the next edition. */
    ALREADY,
    /** They are to be asked; they wait, not confirmed, and get nothing. */
    ASK;

    public static ImportConsent of(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "already" -> ALREADY;
            case "ask" -> ASK;
            default -> throw Problem.invalid("consent", "Consent is “already” or “ask”, not “" + word + "”.");
        };
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
