package org.chatnotes.lists;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.chatnotes.db.Database;
import org.chatnotes.db.Engine;
import org.chatnotes.lists.PeopleQuery.Cursor;
import org.chatnotes.subscribers.SearchText;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Pages of people by name. Two ways lead there: walking the index of names from the cursor on, whose entries hold the
 * searched text too; or, where a state is rare, gathering its few people first and sorting them.
 */
final class RosterStore {
    /** Up to so many people of a state are gathered and sorted faster than met on the walk. */
    private static final int FEW = 5_000;

    private static final String WALK = "subscriber s WHERE 1 = 1";
    // CROSS JOIN: SQLite keeps this order of the tables
    private static final String GATHER_SUBSCRIPTIONS = """
            subscription g CROSS JOIN subscriber s
            WHERE g.list_id = :list AND g.state <> 'active' AND g.state = :state AND s.id = g.subscriber_id
            """;
    private static final String GATHER_ADDRESSES = """
            subscriber g CROSS JOIN subscriber s WHERE g.state <> 'ok' AND g.state = :state AND s.id = g.id
            """;

    // one value per person and not EXISTS, which PostgreSQL would answer by hashing the whole list for each page
    private static final String SHOWN_ON_LIST = """
            (SELECT CASE WHEN s.state <> 'ok' THEN s.state
                WHEN u.state = 'paused' AND u.paused_until <= :today THEN 'active' ELSE u.state END
            FROM subscription u WHERE u.list_id = :list AND u.subscriber_id = s.id)
            """;

    private static final String PAGE = """
            SELECT s.id FROM <people>
                AND (s.sort_key, s.id) <beyond> (:key, :after)
                AND s.search LIKE :word0 ESCAPE '!' AND s.search LIKE :word1 ESCAPE '!'
                AND s.search LIKE :word2 ESCAPE '!' AND s.search LIKE :word3 ESCAPE '!'
                AND s.programmes LIKE :programme ESCAPE '!' AND s.roles LIKE :role ESCAPE '!'
                AND COALESCE(s.language, :own) || '-' LIKE :language
                AND s.state <> 'erased'
                AND <shown> LIKE :shown
            ORDER BY s.sort_key <order>, s.id <order> LIMIT :limit
            """;

    private final Database database;

    RosterStore(Database database) {
        this.database = database;
    }

    /** @param today ISO date in the group's zone */
    People page(PeopleQuery query, String today, String groupLanguage) {
        Cursor cursor = query.cursor();
        boolean back = cursor != null && cursor.back();
        List<Long> ids = new ArrayList<>(ids(query, today, groupLanguage, back));
        boolean more = ids.size() > query.limit();
        if (more) {
            ids.remove(query.limit());
        }
        if (back) {
            Collections.reverse(ids);
        }
        boolean before = back ? more : cursor != null;
        boolean after = back || more;
        return new People(
                ids,
                before && !ids.isEmpty() ? new Cursor(ids.get(0), true) : null,
                after && !ids.isEmpty() ? new Cursor(ids.get(ids.size() - 1), false) : null);
    }

    private List<Long> ids(PeopleQuery query, String today, String groupLanguage, boolean back) {
        return database.query(handle -> bind(handle.createQuery(PAGE), query, today, groupLanguage, back)
                .mapTo(Long.class)
                .list());
    }

    /** How the database finds a page, in its own words: for the test that no page passes over what it does not show. */
    String plan(PeopleQuery query, String today, String groupLanguage) {
        String explain = database.engine() == Engine.SQLITE ? "EXPLAIN QUERY PLAN " : "EXPLAIN ";
        return database.query(handle -> bind(handle.createQuery(explain + PAGE), query, today, groupLanguage, false)
                .map((row, context) -> row.getString(row.getMetaData().getColumnCount()))
                .collect(Collectors.joining("\n")));
    }

    private Query bind(Query sql, PeopleQuery query, String today, String groupLanguage, boolean back) {
        Cursor cursor = query.cursor();
        List<String> words = SearchText.patterns(query.words());
        for (int at = 0; at < words.size(); at++) {
            sql.bind("word" + at, words.get(at));
        }
        return sql.define("people", source(query))
                .define("shown", query.list() == null ? "s.state" : SHOWN_ON_LIST)
                .define("beyond", back ? "<" : ">")
                .define("order", back ? "DESC" : "ASC")
                .bind("key", cursor == null ? "" : sortKey(cursor.subscriberId()))
                .bind("after", cursor == null ? 0 : cursor.subscriberId())
                .bind("list", query.list() == null ? 0 : query.list())
                .bind("state", query.state() == null ? "" : query.state().code())
                .bind("shown", query.state() == null ? "%" : query.state().code())
                .bind("programme", codePattern(query.programme()))
                .bind("role", codePattern(query.role()))
                .bind("language", query.language() == null ? "%" : query.language() + "-%")
                .bind("own", groupLanguage)
                .bind("today", today)
                .bind("limit", query.limit() + 1);
    }

    private String source(PeopleQuery query) {
        ShownState state = query.state();
        if (state == ShownState.BOUNCED || state == ShownState.COMPLAINED) {
            return few("SELECT 1 FROM subscriber g WHERE g.state <> 'ok' AND g.state = :state", query)
                    ? GATHER_ADDRESSES
                    : WALK;
        }
        boolean rare = state != null && state != ShownState.ACTIVE && query.list() != null;
        return rare && few("""
                        SELECT 1 FROM subscription g
                        WHERE g.list_id = :list AND g.state <> 'active' AND g.state = :state
                        """, query) ? GATHER_SUBSCRIPTIONS : WALK;
    }

    private boolean few(String people, PeopleQuery query) {
        return database.query(handle -> handle.createQuery(
                                "SELECT count(*) FROM (" + people + " LIMIT " + (FEW + 1) + ") AS first_ones")
                        .bind("list", query.list())
                        .bind(
                                "state",
                                query.state() == null ? "" : query.state().code())
                        .mapTo(Integer.class)
                        .one())
                <= FEW;
    }

    private String sortKey(long subscriberId) {
        return database.query(handle -> handle.createQuery("SELECT sort_key FROM subscriber WHERE id = :id")
                .bind("id", subscriberId)
                .mapTo(String.class)
                .findOne()
                .orElse(""));
    }

    /** Most people are active, so the others are counted, and the active ones are the rest. */
    StateCounts counts(long listId, String today) {
        Map<String, Long> shown = new HashMap<>();
        add(shown, """
                SELECT CASE WHEN s.state <> 'ok' THEN s.state
                    WHEN u.state = 'paused' AND u.paused_until <= :today THEN 'active' ELSE u.state END AS shown,
                    count(*) AS people
                FROM subscription u JOIN subscriber s ON s.id = u.subscriber_id
                WHERE u.list_id = :list AND u.state <> 'active' GROUP BY shown
                """, listId, today);
        add(shown, """
                SELECT s.state AS shown, count(*) AS people
                FROM subscriber s JOIN subscription u ON u.subscriber_id = s.id
                WHERE s.state <> 'ok' AND u.list_id = :list AND u.state = 'active' GROUP BY s.state
                """, listId, today);
        shown.remove("active");
        long others = shown.values().stream().mapToLong(Long::longValue).sum();
        return new StateCounts(
                shown.getOrDefault("pending", 0L),
                count("SELECT count(*) FROM subscription WHERE list_id = :list", listId) - others,
                shown.getOrDefault("paused", 0L),
                shown.getOrDefault("unsubscribed", 0L),
                shown.getOrDefault("bounced", 0L),
                shown.getOrDefault("complained", 0L));
    }

    /** Everyone, on whatever list: only the address counts. */
    StateCounts countsOfAll() {
        Map<String, Long> shown = new HashMap<>();
        add(shown, """
                SELECT s.state AS shown, count(*) AS people FROM subscriber s
                WHERE s.state <> 'ok' AND :list = 0 GROUP BY s.state
                """, 0, "");
        long others = shown.values().stream().mapToLong(Long::longValue).sum();
        return new StateCounts(
                0,
                count("SELECT count(*) FROM subscriber WHERE :list = 0", 0) - others,
                0,
                0,
                shown.getOrDefault("bounced", 0L),
                shown.getOrDefault("complained", 0L));
    }

    private void add(Map<String, Long> shown, String sql, long listId, String today) {
        database.query(handle -> handle.createQuery(sql)
                        .bind("list", listId)
                        .bind("today", today)
                        .map((row, context) -> Map.entry(row.getString("shown"), row.getLong("people")))
                        .list())
                .forEach(entry -> shown.merge(entry.getKey(), entry.getValue(), Long::sum));
    }

    private long count(String sql, long listId) {
        return database.query(handle ->
                handle.createQuery(sql).bind("list", listId).mapTo(Long.class).one());
    }

    private static String codePattern(@Nullable String code) {
        if (code == null) {
            return "%";
        }
        return code.equals(PeopleQuery.NONE)
                ? ""
                : "%," + code.replace("!", "!!").replace("%", "!%").replace("_", "!_") + ",%";
    }
}
