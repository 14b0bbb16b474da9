package org.chatnotes.workshop;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.function.UnaryOperator;
import org.chatnotes.editions.Plan;
import org.chatnotes.problem.Problem;
import org.jspecify.annotations.Nullable;

/** What was chosen for sending, as it was typed. */
public record SendForm(long list, String when, String date, String time, String zone) {
    /** @param field gives a field's value or null */
    static SendForm of(UnaryOperator<@Nullable String> field, long firstList, String zone) {
        String list = or(field.apply("list"), "");
        return new SendForm(
                list.matches("[0-9]{1,15}") ? Long.parseLong(list) : firstList,
                "later".equals(field.apply("when")) ? "later" : "now",
                or(field.apply("date"), ""),
                or(field.apply("time"), "07:00"),
                or(field.apply("zone"), zone));
    }

    public boolean later() {
        return when.equals("later");
    }

    /** @throws Problem INVALID naming the field */
    Plan plan() {
        if (!later()) {
            return Plan.now();
        }
        LocalDate day;
        try {
            day = LocalDate.parse(date.strip());
        } catch (DateTimeException e) {
            throw Problem.invalid("date", "“" + date + "” is not a day. Write it as 2025-03-13.");
        }
        LocalTime hour;
        try {
            hour = LocalTime.parse(time.strip());
        } catch (DateTimeException e) {
            throw Problem.invalid("time", "“" + time + "” is not a time. Write it as 07:00.");
        }
        if (!ZoneId.getAvailableZoneIds().contains(zone.strip())) {
            throw Problem.invalid("zone", "“" + zone + "” is not a time zone. Write it as Europe/Paris.");
        }
        return Plan.at(LocalDateTime.of(day, hour), zone.strip());
    }

    private static String or(@Nullable String value, String other) {
        return value == null || value.isBlank() ? other : value;
    }
}
