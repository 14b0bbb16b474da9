package org.chatnotes.intake;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A time of day in a text: "4:00–5:15 pm ET", "16h00", "de 16:00 a 17:15".
 *
 * @param minutes how long it lasts; 60 when the text does not say
 * @param zone id of the time zone, or null
 */
record Times(LocalTime start, int minutes, @Nullable String zone) {
    private static final int HOUR = 60;
    private static final String HALF = "([ap])\\.?m\\.?(?![a-z])";
    private static final Pattern CLOCK = Pattern.compile("(?i)(?<![0-9:.,/])([01]?[0-9]|2[0-3])"
            + "(?:(?::|\\.|h| h )([0-5][0-9])(?![0-9])(?: ?" + HALF + ")?| ?" + HALF + "| ?h(?:rs|ours|eures|s)?\\b)");
    private static final Pattern RANGE =
            Pattern.compile("(?i)(?<![0-9:.,/-])([01]?[0-9]|2[0-3])(?::([0-5][0-9]))? ?[-–—] ?"
                    + "([01]?[0-9]|2[0-3])(?::([0-5][0-9]))? ?" + HALF);
    private static final Pattern LASTING = Pattern.compile("(?i)\\b([0-9]{2,3}) ?(?:min\\b|minutes?\\b|minutos?\\b)");
    private static final Pattern CITY = Pattern.compile(
            "(?iu)\\b(?:heure de|hora de|heure d['’])\\s?([\\p{L}]+(?: [\\p{Lu}][\\p{L}]+)?)|([\\p{Lu}][\\p{L}]+(?: [\\p{Lu}][\\p{L}]+)?) time\\b");

    static Optional<Times> in(String text, Lexicon lexicon) {
        String zone = zone(text, lexicon);
        Matcher range = RANGE.matcher(text);
        if (range.find()) {
            LocalTime end = time(range.group(3), range.group(4), range.group(5));
            LocalTime start = time(range.group(1), range.group(2), range.group(5));
            LocalTime morning = time(range.group(1), range.group(2), null);
            LocalTime begin = start.isBefore(end) ? start : morning;
            return Optional.of(new Times(begin, lasting(text, begin, end), zone));
        }
        Matcher clock = CLOCK.matcher(text);
        if (!clock.find()) {
            return Optional.empty();
        }
        String hour = clock.group(1);
        String minute = clock.group(2);
        String half = half(clock);
        LocalTime start = time(hour, minute, half);
        LocalTime end = start;
        int after = clock.end();
        if (clock.find() && clock.start() - after <= 8) {
            end = time(clock.group(1), clock.group(2), half(clock));
            // "from 4:00 to 5:30 pm": the half of the day is said once
            LocalTime same = time(hour, minute, half == null ? half(clock) : half);
            start = same.isBefore(end) ? same : start;
        }
        return Optional.of(new Times(start, lasting(text, start, end), zone));
    }

    private static @Nullable String half(Matcher clock) {
        return clock.group(3) == null ? clock.group(4) : clock.group(3);
    }

    private static LocalTime time(String hour, @Nullable String minute, @Nullable String half) {
        int hours = Integer.parseInt(hour);
        if (half != null && hours <= 12) {
            hours = hours % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
        }
        return LocalTime.of(hours, minute == null ? 0 : Integer.parseInt(minute));
    }

    private static int lasting(String text, LocalTime start, LocalTime end) {
        if (start.isBefore(end)) {
            return (end.toSecondOfDay() - start.toSecondOfDay()) / HOUR;
        }
        Matcher said = LASTING.matcher(text);
        return said.find() ? Integer.parseInt(said.group(1)) : HOUR;
    }

    private static @Nullable String zone(String text, Lexicon lexicon) {
        for (String word : Plain.split(text)) {
            if (lexicon.zones().containsKey(word)) {
                return lexicon.zones().get(word);
            }
        }
        Matcher city = CITY.matcher(text);
        while (city.find()) {
            String name = city.group(1) == null ? city.group(2) : city.group(1);
            String suffix = "/" + name.replace(' ', '_').toLowerCase(Locale.ROOT);
            for (String id : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
                if (id.toLowerCase(Locale.ROOT).endsWith(suffix)) {
                    return id;
                }
            }
        }
        return null;
    }
}
