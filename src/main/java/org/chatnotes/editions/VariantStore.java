package org.chatnotes.editions;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.chatnotes.db.Database;
import org.chatnotes.db.Json;
import org.chatnotes.mail.MailTemplate;
import org.chatnotes.rendering.VariantKey;

final class VariantStore {
    /** @param template the whole mail, encoded */
    record Stored(long id, MailTemplate template) {}

    private final Database database;

    VariantStore(Database database) {
        this.database = database;
    }

    /** Keeps the one that is there when two processes freeze together. */
    void insert(long editionId, VariantKey key, MailTemplate template) {
        database.change(handle -> handle.createUpdate("""
                        INSERT INTO variant (edition_id, code, key, template)
                        VALUES (:edition, :code, :key, :template)
                        ON CONFLICT (edition_id, code) DO NOTHING
                        """)
                .bind("edition", editionId)
                .bind("code", key.code())
                .bind("key", Json.write(key))
                .bind("template", template.toBytes())
                .execute());
    }

    Set<String> codes(long editionId) {
        return database.query(handle -> handle.createQuery("SELECT code FROM variant WHERE edition_id = :edition")
                .bind("edition", editionId)
                .mapTo(String.class)
                .collect(Collectors.toSet()));
    }

    /** All variants of an edition by their code. */
    Map<String, VariantKey> keys(long editionId) {
        return database.query(handle -> handle.createQuery("SELECT code, key FROM variant WHERE edition_id = :edition")
                .bind("edition", editionId)
                .map((row, context) ->
                        Map.entry(row.getString("code"), Json.read(row.getString("key"), VariantKey.class)))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Optional<Stored> stored(long editionId, String code) {
        return database.query(handle -> handle.createQuery(
                        "SELECT id, template FROM variant WHERE edition_id = :edition AND code = :code")
                .bind("edition", editionId)
                .bind("code", code)
                .map((row, context) -> new Stored(row.getLong("id"), MailTemplate.fromBytes(row.getBytes("template"))))
                .findOne());
    }

    Optional<VariantKey> key(long editionId, long id) {
        return database.query(
                handle -> handle.createQuery("SELECT key FROM variant WHERE id = :id AND edition_id = :edition")
                        .bind("id", id)
                        .bind("edition", editionId)
                        .map((row, context) -> Json.read(row.getString("key"), VariantKey.class))
                        .findOne());
    }
}
