package org.chatnotes.preferences;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.chatnotes.problem.Problem;
import org.chatnotes.subscribers.Format;
import org.jspecify.annotations.Nullable;

/** The fields of the preferences page, as a browser sends them. */
final class PreferenceForm {
    private final Map<String, List<String>> fields;

    PreferenceForm(Map<String, List<String>> fields) {
        this.fields = fields;
    }

    /**
     * @param inMonths the day so many months from today
     * @throws Problem invalid for a day that is none
     */
    Choice choice(IntFunction<LocalDate> inMonths) {
        // a day typed beside "no pause" is meant: the page has no script that would choose its radio
        boolean day = !one("until").isBlank()
                && !one("pause").equals("month")
                && !one("pause").equals("term");
        return switch (day ? "date" : one("pause")) {
            case "month" -> choice(Choice.Pause.UNTIL, inMonths.apply(1));
            case "term" -> choice(Choice.Pause.UNTIL, inMonths.apply(3));
            case "date" -> choice(Choice.Pause.UNTIL, day(one("until")));
            case "keep" -> choice(Choice.Pause.KEEP, null);
            default -> choice(Choice.Pause.NONE, null);
        };
    }

    /** All but the pause, to show the form again. */
    Choice typed() {
        return choice(Choice.Pause.KEEP, null);
    }

    String one(String name) {
        List<String> values = fields.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.get(0);
    }

    private Choice choice(Choice.Pause pause, @Nullable LocalDate until) {
        String language = one("language");
        return new Choice(
                many("programmes"),
                many("roles"),
                language.isBlank() ? null : language,
                one("format").toLowerCase(Locale.ROOT).equals("text") ? Format.TEXT : Format.HTML,
                pause,
                until);
    }

    private Set<String> many(String name) {
        return new TreeSet<>(fields.getOrDefault(name, List.of()));
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeException e) {
            throw Problem.invalid("until", "“" + typed + "” is not a day.");
        }
    }
}
