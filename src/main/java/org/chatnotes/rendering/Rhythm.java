package org.chatnotes.rendering;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The space above a block, by what stands before it: what belongs together stands together. In pixels of the letter. */
final class Rhythm {
    private static final Set<String> FLOW = Set.of("intro", "hint", "prose", "raw");
    private static final Set<String> QUOTES = Set.of("quote", "definition_quote");

    private Rhythm() {}

    /** @param before type of the block above; null: the head of the letter */
    static int above(@Nullable String before, String type) {
        if (before == null) {
            return 36;
        }
        if (before.equals("heading")) {
            return 16;
        }
        if (FLOW.contains(type)) {
            return FLOW.contains(before) ? 18 : QUOTES.contains(before) ? 30 : 40;
        }
        if (QUOTES.contains(type) || type.equals("provocation")) {
            return FLOW.contains(before) || QUOTES.contains(before) ? 30 : 44;
        }
        if (type.equals("psp_focus") && before.equals("inquiry_focus")) {
            return 16;
        }
        return type.equals("promo") && before.equals("promo") ? 30 : 44;
    }
}
