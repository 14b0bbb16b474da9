package org.chatnotes.i18n;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/** Dates and numbers as a reader of some language writes them: month names, 24 hours, the zone by name. */
public final class Formats {
    private final Locale locale;
    private final DateTimeFormatter date;
    private final DateTimeFormatter month;

    public Formats(Messages messages) {
        this.locale = messages.locale();
        boolean spanish = locale.getLanguage().equals("es");
        this.date = DateTimeFormatter.ofPattern(spanish ? "d 'de' MMMM 'de' uuuu" : "d MMMM uuuu", locale);
        this.month = DateTimeFormatter.ofPattern(spanish ? "MMMM 'de' uuuu" : "MMMM uuuu", locale);
    }

    /** 12 March 2025. */
    public String date(LocalDate day) {
        return date.format(day);
    }

    /** 12 March 2025, of the day that an instant falls on in a zone. */
    public String date(Instant moment, String zone) {
        return date(LocalDate.ofInstant(moment, ZoneId.of(zone)));
    }

    /** March 2025. */
    public String month(LocalDate day) {
        return month.format(day);
    }

    /** Wednesday. */
    public String weekday(LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.FULL, locale);
    }

    /** 07:00. */
    public String time(Instant moment, String zone) {
        return DateTimeFormatter.ofPattern("HH:mm", locale).format(moment.atZone(ZoneId.of(zone)));
    }

    /** 12 March 2025, 07:00 UTC: day, time and the short name of the zone. */
    public String moment(Instant moment, String zone) {
        ZonedDateTime there = moment.atZone(ZoneId.of(zone));
        return date.format(there) + ", "
                + DateTimeFormatter.ofPattern("HH:mm z", locale).format(there);
    }

    /** 3,041, with the separators of the language. */
    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }
}
