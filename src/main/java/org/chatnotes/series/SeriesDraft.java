package org.chatnotes.series;

import org.jspecify.annotations.Nullable;

/** What an editor says about a series; see {@link Series} for the meaning. A blank slug is made from the name. */
public record SeriesDraft(
        @Nullable String slug,
        String name,
        @Nullable String rule,
        String zone,
        String language,
        String design,
        boolean shortLinks,
        @Nullable Long listId,
        boolean numbered,
        int yearStarts) {

    /** A numbered series with the usual defaults. */
    public static SeriesDraft named(String name, String zone, String language) {
        return new SeriesDraft(null, name, null, zone, language, "letter", true, null, true, 8);
    }
}
