package org.chatnotes.library;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.chatnotes.db.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;

final class ResourceStore {
    private static final RowMapper<Resource> RESOURCE = (row, context) -> new Resource(
            row.getLong("id"),
            row.getString("title"),
            row.getString("url"),
            ResourceKind.of(row.getString("kind")),
            row.getString("publisher"),
            row.getString("language"),
            Set.of(),
            Set.of(),
            Set.of(),
            Login.of(row.getString("login")),
            row.getString("applies_from"),
            row.getObject("replaced_by") == null ? null : row.getLong("replaced_by"),
            Instant.ofEpochMilli(row.getLong("created_at")),
            Instant.ofEpochMilli(row.getLong("updated_at")));

    private record Tag(long resource, String kind, String value) {}

    private final Database database;

    ResourceStore(Database database) {
        this.database = database;
    }

    long insert(ResourceDraft draft, Instant now) {
        return database.update(handle -> {
            long id = bound(handle.createUpdate("""
                                    INSERT INTO resource (title, url, kind, publisher, language, login, applies_from,
                                        replaced_by, words, created_at, updated_at)
                                    VALUES (:title, :url, :kind, :publisher, :language, :login, :appliesFrom,
                                        :replacedBy, :words, :now, :now)
                                    """), draft, now)
                    .executeAndReturnGeneratedKeys("id")
                    .mapTo(Long.class)
                    .one();
            tag(handle, id, draft);
            return id;
        });
    }

    void update(long id, ResourceDraft draft, Instant now) {
        database.change(handle -> {
            bound(handle.createUpdate("""
                                    UPDATE resource SET title = :title, url = :url, kind = :kind,
                                        publisher = :publisher, language = :language, login = :login,
                                        applies_from = :appliesFrom, replaced_by = :replacedBy, words = :words,
                                        updated_at = :now
                                    WHERE id = :id
                                    """), draft, now).bind("id", id).execute();
            handle.createUpdate("DELETE FROM resource_tag WHERE resource_id = :id")
                    .bind("id", id)
                    .execute();
            tag(handle, id, draft);
        });
    }

    private static <S extends SqlStatement<S>> S bound(S statement, ResourceDraft draft, Instant now) {
        return statement
                .bind("title", draft.title())
                .bind("url", draft.url())
                .bind("kind", draft.kind().code())
                .bind("publisher", draft.publisher())
                .bind("language", draft.language())
                .bind("login", draft.login().code())
                .bind("appliesFrom", draft.appliesFrom())
                .bind("replacedBy", draft.replacedBy())
                .bind("words", ResourceRules.searchable(draft))
                .bind("now", now.toEpochMilli());
    }

    private static void tag(Handle handle, long id, ResourceDraft draft) {
        Map<String, Set<String>> tags =
                Map.of("programme", draft.programmes(), "role", draft.roles(), "code", draft.codes());
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO resource_tag (resource_id, kind, value) VALUES (:id, :kind, :value)
                """);
        tags.forEach((kind, values) -> new HashSet<>(values)
                .forEach(value -> batch.bind("id", id)
                        .bind("kind", kind)
                        .bind("value", value)
                        .add()));
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    Optional<Resource> find(long id) {
        return database.query(handle -> handle.createQuery("SELECT * FROM resource WHERE id = :id")
                .bind("id", id)
                .map(RESOURCE)
                .findOne()
                .map(found -> tagged(handle, List.of(found)).get(0)));
    }

    Optional<Resource> byUrl(String url) {
        return database.query(handle -> handle.createQuery("SELECT * FROM resource WHERE url = :url")
                .bind("url", url)
                .map(RESOURCE)
                .findOne()
                .map(found -> tagged(handle, List.of(found)).get(0)));
    }

    Map<Long, Resource> all(Collection<Long> ids) {
        Map<Long, Resource> found = new LinkedHashMap<>();
        if (!ids.isEmpty()) {
            database.query(handle -> tagged(
                            handle,
                            handle.createQuery("SELECT * FROM resource WHERE id IN (<ids>)")
                                    .bindList("ids", List.copyOf(new LinkedHashSet<>(ids)))
                                    .map(RESOURCE)
                                    .list()))
                    .forEach(resource -> found.put(resource.id(), resource));
        }
        return found;
    }

    List<Resource> search(List<String> words, int limit) {
        return page(words, Long.MAX_VALUE, 500).stream()
                .sorted(Comparator.comparing(Resource::title, String.CASE_INSENSITIVE_ORDER))
                .limit(limit)
                .toList();
    }

    /** Newest first. */
    List<Resource> page(List<String> words, long before, int limit) {
        return database.query(handle -> {
            var query = handle.createQuery("SELECT * FROM resource WHERE id < :before" + condition(words)
                            + " ORDER BY id DESC LIMIT :limit")
                    .bind("before", before)
                    .bind("limit", limit);
            bindWords(query, words);
            return tagged(handle, query.map(RESOURCE).list());
        });
    }

    long count(List<String> words) {
        return database.query(handle -> {
            var query = handle.createQuery("SELECT COUNT(*) FROM resource WHERE id > 0" + condition(words));
            bindWords(query, words);
            return query.mapTo(Long.class).one();
        });
    }

    private static String condition(List<String> words) {
        StringBuilder condition = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            condition.append(" AND words LIKE :word").append(i).append(" ESCAPE '!'");
        }
        return condition.toString();
    }

    private static void bindWords(SqlStatement<?> query, List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String literal = words.get(i).replace("!", "!!").replace("%", "!%").replace("_", "!_");
            query.bind("word" + i, "%" + literal + "%");
        }
    }

    private static List<Resource> tagged(Handle handle, List<Resource> resources) {
        if (resources.isEmpty()) {
            return resources;
        }
        Map<Long, Map<String, Set<String>>> tags = new HashMap<>();
        handle.createQuery("SELECT resource_id, kind, value FROM resource_tag WHERE resource_id IN (<ids>)")
                .bindList("ids", resources.stream().map(Resource::id).toList())
                .map((row, context) ->
                        new Tag(row.getLong("resource_id"), row.getString("kind"), row.getString("value")))
                .forEach(tag -> tags.computeIfAbsent(tag.resource(), id -> new HashMap<>())
                        .computeIfAbsent(tag.kind(), kind -> new HashSet<>())
                        .add(tag.value()));
        return resources.stream()
                .map(resource -> with(resource, tags.getOrDefault(resource.id(), Map.of())))
                .collect(Collectors.toList());
    }

    private static Resource with(Resource resource, Map<String, Set<String>> tags) {
        return new Resource(
                resource.id(),
                resource.title(),
                resource.url(),
                resource.kind(),
                resource.publisher(),
                resource.language(),
                tags.getOrDefault("programme", Set.of()),
                tags.getOrDefault("role", Set.of()),
                tags.getOrDefault("code", Set.of()),
                resource.login(),
                resource.appliesFrom(),
                resource.replacedBy(),
                resource.createdAt(),
                resource.updatedAt());
    }
}
