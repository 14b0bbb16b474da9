package org.chatnotes.intake;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The bullet or number before an item.
 *
 * @param text as written: {@code 1-2.}
 * @param number its value, or 0 for a bullet
 */
record Marker(String text, Style style, int number) {
    enum Style {
        BULLET,
        NUMBER,
        /** 2.1, 2.2: numbers within a number. */
        INNER,
        LETTER,
        ROMAN
    }

    private static final Pattern BULLET = Pattern.compile(
            "(--|[-*•–—‣▪●○◦·§►➤✓✔❖+▫■□◆◇⁃∙→➔➜☐☑☒]|\\[[ xX]?\\](?!\\()|\\uF0B7|o(?=\\t| {2}))[ \\t\\u00a0]+(?=\\S)");
    private static final Pattern NUMBER =
            Pattern.compile("(Q?([0-9]{1,3})(?: ?[-–] ?[0-9]{1,3})?[.):])[ \\t\\u00a0]+(?=\\S)");
    /** Not 4.30, which is a time. */
    private static final Pattern INNER =
            Pattern.compile("(([0-9]{1,2})(?:\\.([1-9])){1,3}\\.?)[ \\t\\u00a0]+(?=[\\p{Lu}¿¡“\"«])");

    private static final Pattern LETTER =
            Pattern.compile("(\\(?([a-z])\\)|([a-z])\\.|([A-Z])\\))[ \\t\\u00a0]+(?=\\S)");
    private static final Pattern ROMAN = Pattern.compile("(\\(?([ivx]{1,4}|[IVX]{1,5})[.)])[ \\t\\u00a0]+(?=\\S)");

    /** A marker at the beginning of a line that has no space before it, and how much of the line it takes. */
    record Found(Marker marker, int length) {}

    static Optional<Found> at(String line) {
        Matcher bullet = BULLET.matcher(line);
        if (bullet.lookingAt()) {
            return Optional.of(new Found(new Marker(bullet.group(1), Style.BULLET, 0), bullet.end()));
        }
        Matcher number = NUMBER.matcher(line);
        if (number.lookingAt()) {
            int value = Integer.parseInt(number.group(2));
            return Optional.of(new Found(new Marker(number.group(1), Style.NUMBER, value), number.end()));
        }
        Matcher inner = INNER.matcher(line);
        if (inner.lookingAt()) {
            int value = Integer.parseInt(inner.group(3));
            return Optional.of(new Found(new Marker(inner.group(1), Style.INNER, value), inner.end()));
        }
        Matcher roman = ROMAN.matcher(line);
        if (roman.lookingAt()) {
            int value = roman(roman.group(2).toLowerCase(java.util.Locale.ROOT));
            return Optional.of(new Found(new Marker(roman.group(1), Style.ROMAN, value), roman.end()));
        }
        Matcher letter = LETTER.matcher(line);
        if (letter.lookingAt()) {
            int value = letter.group(1)
                            .replaceAll("[^A-Za-z]", "")
                            .toLowerCase(java.util.Locale.ROOT)
                            .charAt(0)
                    - 'a'
                    + 1;
            return Optional.of(new Found(new Marker(letter.group(1), Style.LETTER, value), letter.end()));
        }
        return Optional.empty();
    }

    /** The marker as a label: {@code 1-2}. */
    String label() {
        return text.replaceAll("^\\(|[.):]$", "");
    }

    private static int roman(String text) {
        int sum = 0;
        int before = 0;
        for (int i = text.length() - 1; i >= 0; i--) {
            int value = text.charAt(i) == 'i' ? 1 : text.charAt(i) == 'v' ? 5 : 10;
            sum += value < before ? -value : value;
            before = Math.max(before, value);
        }
        return sum;
    }
}
