package org.chatnotes.intake;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The year's theme, as a text mentions it near its beginning. */
record Themes(
        @Nullable String year,
        @Nullable String theme,
        @Nullable String lens) {
    private static final int NEAR_TOP = 12;
    private static final int LONGEST = 2_000;

    static Themes in(List<Paragraph> paragraphs, Lexicon lexicon) {
        for (Paragraph paragraph : paragraphs.subList(0, Math.min(NEAR_TOP, paragraphs.size()))) {
            String text = paragraph
                    .text()
                    .substring(0, Math.min(LONGEST, paragraph.text().length()));
            for (Pattern pattern : lexicon.themes()) {
                Matcher matcher = pattern.matcher(text);
                if (matcher.find()) {
                    return new Themes(
                            group(matcher, pattern, "year"),
                            group(matcher, pattern, "theme"),
                            calm(group(matcher, pattern, "lens")));
                }
            }
        }
        return new Themes(null, null, null);
    }

    private static @Nullable String group(Matcher matcher, Pattern pattern, String name) {
        if (!pattern.pattern().contains("(?<" + name + ">")) {
            return null;
        }
        String group = matcher.group(name);
        return group == null ? null : group.strip();
    }

    /** BELONGING in the text is Belonging in a field. */
    private static @Nullable String calm(@Nullable String text) {
        boolean loud = text != null && text.length() > 3 && text.equals(text.toUpperCase(Locale.ROOT));
        return loud && text != null ? text.substring(0, 1) + text.substring(1).toLowerCase(Locale.ROOT) : text;
    }
}
