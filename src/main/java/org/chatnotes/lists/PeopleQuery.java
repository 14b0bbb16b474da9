package org.chatnotes.lists;

import org.jspecify.annotations.Nullable;

/**
 * Which people to show, by name.
 *
 * @param words of name, address or school, each in any part; empty: all
 * @param list id, or null for people of all lists and none
 * @param state shown, or null for all
 * @param programme code; {@link #NONE} for those who chose none; null for all
 * @param language tag, or null for all
 * @param cursor where to go on from, or null for the start
 * @param limit 1 to 200
 */
public record PeopleQuery(
        String words,
        @Nullable Long list,
        @Nullable ShownState state,
        @Nullable String programme,
        @Nullable String role,
        @Nullable String language,
        @Nullable Cursor cursor,
        int limit) {
    /** Stands for "none chosen"; no code looks like this. */
    public static final String NONE = "-";

    public static final int MAX_LIMIT = 200;

    /** A place in the order: behind a person, or before one when going back. */
    public record Cursor(long subscriberId, boolean back) {}

    public PeopleQuery {
        limit = Math.max(1, Math.min(limit, MAX_LIMIT));
    }

    /** The first people of all. */
    public static PeopleQuery first(int limit) {
        return new PeopleQuery("", null, null, null, null, null, null, limit);
    }
}
