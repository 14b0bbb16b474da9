package org.chatnotes.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds days in text: "March 12, 2025", "12 mars 2025", "12 de marzo de 2025", "2025-03-12". */
final class Dates {
    /**
     * A day in a text.
     *
     * @param day null when it can be read in two ways, or is none
     * @param yearGiven whether the text named the year
     */
    record Found(
            int start, int end, String written, @Nullable LocalDate day, boolean yearGiven) {
        boolean ambiguous() {
            return day == null;
        }

        /** The day; without a year, the first such day from another on. */
        @Nullable
        LocalDate from(@Nullable LocalDate base) {
            if (day == null || yearGiven) {
                return day;
            }
            if (base == null) {
                return null;
            }
            LocalDate thisYear = day.withYear(base.getYear());
            return thisYear.isBefore(base) ? day.withYear(base.getYear() + 1) : thisYear;
        }
    }

    private static final int LEAP_YEAR = 2024;
    /** "No. 14 – 27 May" is the fourteenth of a series. */
    private static final String NO_NUMBER = "(?<!n[°º] ?)(?<!\\bno\\.? ?)(?<!# ?)";

    private static final Pattern ISO = Pattern.compile("(?<![0-9-])(20[0-9]{2})-([01]?[0-9])-([0-3]?[0-9])(?![0-9-])");
    private static final Pattern NUMBERS =
            Pattern.compile("(?<![0-9/.-])([0-3]?[0-9])([/.-])([0-3]?[0-9])\\2(20[0-9]{2}|[0-9]{2})(?![0-9/-])");

    private final Map<String, Integer> months;
    private final Pattern monthFirst;
    private final Pattern dayFirst;

    Dates(Lexicon lexicon) {
        this.months = lexicon.months();
        String names = months.keySet().stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        String weekday = "(?:\\b(?:" + String.join("|", lexicon.weekdays()) + ")[.,]? (?:the |le |el )?)?";
        this.monthFirst = Pattern.compile(weekday + "\\b(" + names
                + ")\\.? ([0-3]?[0-9])(?:st|nd|rd|th)?(?: ?[-–] ?[0-3]?[0-9])?\\b(?![:.][0-9])(?:,? (20[0-9]{2})\\b)?");
        this.dayFirst = Pattern.compile(
                weekday + NO_NUMBER + "\\b([0-3]?[0-9])(?:st|nd|rd|th|er|\\.)?(?: ?[-–] ?[0-3]?[0-9])?(?: of| de)? ("
                        + names + ")\\b\\.?(?:,? (?:de |del )?(20[0-9]{2})\\b)?");
    }

    /** The days of a text in their order. */
    List<Found> in(String text) {
        List<Found> found = new ArrayList<>();
        if (text.chars().noneMatch(c -> c >= '0' && c <= '9')) {
            return found;
        }
        String folded = folded(text);
        collect(found, text, ISO.matcher(folded), m -> day(m.group(1), m.group(2), m.group(3)));
        collect(found, text, monthFirst.matcher(folded), m -> day(m.group(3), month(m.group(1)), m.group(2)));
        collect(found, text, dayFirst.matcher(folded), m -> day(m.group(3), month(m.group(2)), m.group(1)));
        Matcher numbers = NUMBERS.matcher(folded);
        while (numbers.find()) {
            found.add(new Found(
                    numbers.start(),
                    numbers.end(),
                    text.substring(numbers.start(), numbers.end()),
                    plainOrder(numbers),
                    true));
        }
        found.sort(Comparator.comparingInt(Found::start));
        return withoutOverlap(found);
    }

    private interface Reading {
        @Nullable
        LocalDate day(MatchResult match);
    }

    private static void collect(List<Found> found, String text, Matcher matcher, Reading reading) {
        while (matcher.find()) {
            LocalDate day = reading.day(matcher);
            if (day != null) {
                boolean year = matcher.group().matches("(?s).*20[0-9]{2}.*");
                found.add(new Found(
                        matcher.start(), matcher.end(), text.substring(matcher.start(), matcher.end()), day, year));
            }
        }
    }

    private static List<Found> withoutOverlap(List<Found> sorted) {
        List<Found> kept = new ArrayList<>();
        for (Found found : sorted) {
            Found before = kept.isEmpty() ? null : kept.get(kept.size() - 1);
            if (before == null || found.start() >= before.end()) {
                kept.add(found);
            } else if (found.end() - found.start() > before.end() - before.start()) {
                kept.set(kept.size() - 1, found);
            }
        }
        return kept;
    }

    /** 25/03/2025 and 03/25/2025 are plain, and stops mean day first; 03/12/2025 may be either. */
    private static @Nullable LocalDate plainOrder(MatchResult match) {
        int first = Integer.parseInt(match.group(1));
        int second = Integer.parseInt(match.group(3));
        String year = match.group(4).length() == 2 ? "20" + match.group(4) : match.group(4);
        if (first > 12 || match.group(2).equals(".") || first == second) {
            return day(year, match.group(3), match.group(1));
        }
        return second > 12 ? day(year, match.group(1), match.group(3)) : null;
    }

    private String month(String name) {
        return String.valueOf(months.getOrDefault(name, 0));
    }

    private static @Nullable LocalDate day(@Nullable String year, String month, String day) {
        try {
            return LocalDate.of(
                    year == null ? LEAP_YEAR : Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Lower case without accents, character by character, so that places stay. */
    private static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            String plain = c < 0x80 ? String.valueOf(Character.toLowerCase(c)) : Plain.fold(String.valueOf(c));
            folded.append(Spacing.space(c) ? " " : plain.length() == 1 ? plain : "?");
        }
        return folded.toString();
    }
}
