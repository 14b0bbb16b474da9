package org.chatnotes.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pictograms before lines: one that stands before several lines is their bullet. */
final class Symbols {
    /** A pictogram with what may vary and join it, and the space after it. */
    private static final Pattern LEADING = Pattern.compile(
            "([ \\t]*)([\\x{2190}-\\x{21FF}\\x{2300}-\\x{23FF}\\x{25A0}-\\x{27BF}\\x{2900}-\\x{2BFF}\\x{1F000}-\\x{1FAFF}]"
                    + "[\\x{FE0E}\\x{FE0F}\\x{1F3FB}-\\x{1F3FF}]?)[ \\t\\u00a0]+(?=\\S)");

    private Symbols() {}

    static List<SourceLine> asBullets(List<SourceLine> lines) {
        Map<String, Integer> counts = new HashMap<>();
        for (SourceLine line : lines) {
            Matcher matcher = LEADING.matcher(line.text());
            if (matcher.lookingAt()) {
                counts.merge(matcher.group(2), 1, Integer::sum);
            }
        }
        return counts.isEmpty()
                ? lines
                : lines.stream().map(line -> bulleted(line, counts)).toList();
    }

    private static SourceLine bulleted(SourceLine line, Map<String, Integer> counts) {
        Matcher matcher = LEADING.matcher(line.text());
        return matcher.lookingAt() && counts.getOrDefault(matcher.group(2), 0) > 1
                ? line.with(matcher.group(1) + "• " + line.text().substring(matcher.end()))
                : line;
    }
}
