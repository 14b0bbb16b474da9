package org.chatnotes.library;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.chatnotes.problem.Problem;

/** Whether a resource opens only after signing in somewhere. */
public enum Login {
    YES,
    NO,
    UNKNOWN;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Login of(String code) {
        return switch (code.strip().toLowerCase(Locale.ROOT)) {
            case "yes", "true" -> YES;
            case "no", "false" -> NO;
            case "unknown", "" -> UNKNOWN;
            default -> throw Problem.invalid("login", "“" + code + "” is no answer. Say yes, no or unknown.");
        };
    }
}
