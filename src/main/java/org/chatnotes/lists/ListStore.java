package org.chatnotes.lists;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.chatnotes.db.Database;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.SqlStatement;

final class ListStore {
    private static final RowMapper<MailingList> LIST = (row, context) -> new MailingList(
            row.getLong("id"),
            row.getString("name"),
            row.getString("slug"),
            row.getString("description"),
            row.getInt("double_opt_in") != 0,
            row.getString("from_name"),
            row.getString("from_email"),
            row.getString("reply_to"),
            Instant.ofEpochMilli(row.getLong("created_at")));

    private final Database database;

    ListStore(Database database) {
        this.database = database;
    }

    List<MailingList> all() {
        return database.query(handle -> handle.createQuery("SELECT * FROM mailing_list ORDER BY name_key")
                .map(LIST)
                .list());
    }

    Optional<MailingList> find(long id) {
        return database.query(handle -> handle.createQuery("SELECT * FROM mailing_list WHERE id = :id")
                .bind("id", id)
                .map(LIST)
                .findOne());
    }

    /** A name wins over another list's slug. */
    Optional<MailingList> find(String nameOrSlug) {
        return database.query(handle -> handle.createQuery("""
                        SELECT * FROM mailing_list WHERE name_key = :name OR slug = :slug
                        ORDER BY CASE WHEN name_key = :name THEN 0 ELSE 1 END LIMIT 1
                        """)
                .bind("name", key(nameOrSlug))
                .bind("slug", nameOrSlug.strip())
                .map(LIST)
                .findOne());
    }

    long insert(NewList list, String slug, long now) {
        return database.update(handle -> bind(handle.createUpdate("""
                        INSERT INTO mailing_list (name, name_key, slug, description, double_opt_in, from_name,
                            from_email, reply_to, created_at)
                        VALUES (:name, :key, :slug, :description, :doubleOptIn, :fromName, :fromEmail, :replyTo, :now)
                        """), list)
                .bind("slug", slug)
                .bind("now", now)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one());
    }

    void update(long id, NewList list) {
        database.change(
                handle -> bind(handle.createUpdate("""
                        UPDATE mailing_list SET name = :name, name_key = :key, description = :description,
                            double_opt_in = :doubleOptIn, from_name = :fromName, from_email = :fromEmail,
                            reply_to = :replyTo
                        WHERE id = :id
                        """), list).bind("id", id).execute());
    }

    private static <S extends SqlStatement<S>> S bind(S statement, NewList list) {
        return statement
                .bind("name", list.name())
                .bind("key", key(list.name()))
                .bind("description", list.description())
                .bind("doubleOptIn", list.doubleOptIn() ? 1 : 0)
                .bind("fromName", list.fromName())
                .bind("fromEmail", list.fromEmail())
                .bind("replyTo", list.replyTo());
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
