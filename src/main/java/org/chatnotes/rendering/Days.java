package org.chatnotes.rendering;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.chatnotes.i18n.Formats;

/** Dates of which only the year or the month is known. */
final class Days {
    private Days() {}

    /** "September 2027" for {@code 2027-09}; what is no date stays as it is. */
    static String inWords(String date, Formats formats) {
        try {
            return switch (date.length()) {
                case 7 -> formats.month(YearMonth.parse(date).atDay(1));
                case 10 -> formats.date(LocalDate.parse(date));
                default -> date;
            };
        } catch (DateTimeException e) {
            return date;
        }
    }
}
