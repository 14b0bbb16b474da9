package org.chatnotes.subscribers;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Names, addresses and schools as they are sorted and searched: lower case, without accents. */
public final class SearchText {
    /** PostgreSQL indexes at most 2,704 bytes; these lengths stay below, whatever the letters. */
    private static final int SORT_LENGTH = 80;

    private static final int SEARCH_LENGTH = 620;
    private static final int MAX_WORDS = 4;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    private SearchText() {}

    /** Lower case, without accents: {@code Żółkiewska} is found by {@code zolkiewska}. */
    public static String fold(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.chars().allMatch(c -> c < 0x80)) {
            return lower;
        }
        return MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFKD))
                .replaceAll("")
                .replace('ł', 'l')
                .replace('ø', 'o')
                .replace('đ', 'd')
                .replace('ı', 'i')
                .replace("ß", "ss")
                .replace("æ", "ae")
                .replace("œ", "oe");
    }

    /** Up to four words of what someone searches, each as a LIKE pattern with {@code !} for escapes; padded with %. */
    public static List<String> patterns(String typed) {
        Stream<String> words = Arrays.stream(BLANKS.split(fold(typed)))
                .filter(word -> !word.isEmpty())
                .map(word -> "%" + word.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%");
        return Stream.concat(words, Stream.generate(() -> "%")).limit(MAX_WORDS).toList();
    }

    static String sortKey(SubscriberDraft draft) {
        return cut(fold(draft.name() == null ? draft.email().toString() : draft.name()), SORT_LENGTH);
    }

    static String searched(SubscriberDraft draft) {
        String all = draft.email() + part(draft.name()) + part(draft.school());
        return cut(fold(all), SEARCH_LENGTH);
    }

    private static String part(@Nullable String text) {
        return text == null ? "" : " " + text;
    }

    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end);
    }
}
