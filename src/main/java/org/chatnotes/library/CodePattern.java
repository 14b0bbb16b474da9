package org.chatnotes.library;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One way in which a framework's codes are written.
 *
 * @param regex over text with single spaces and plain hyphens
 * @param names what names stand for, in lower case; used by <code>{name:1}</code>
 * @param without patterns whose matches are blanked out before this one looks
 * @param codes the codes a match may mean; the first whose groups all took part and whose conditions hold is taken
 */
record CodePattern(
        String name,
        String regex,
        @Nullable Map<String, String> names,
        @Nullable List<String> without,
        List<Reading> codes) {

    /**
     * A code that a match may mean.
     *
     * @param code a text with <code>{2}</code> for a group and <code>{name:1}</code> for what a group's name stands for
     * @param known a text of the same kind: a code that the framework must list, or null
     * @param within pairs of brackets; one of them must be open where the match stands, unless {@code after} holds
     * @param after a regex for the text before the match, at most 80 characters of it
     */
    record Reading(
            String code,
            @Nullable String known,
            @Nullable List<String> within,
            @Nullable String after) {}
}
