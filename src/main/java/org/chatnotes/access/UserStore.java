package org.chatnotes.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chatnotes.db.Database;
import org.jdbi.v3.core.mapper.RowMapper;

final class UserStore {
    private static final RowMapper<User> USER = (row, context) -> new User(
            row.getLong("id"),
            row.getString("login"),
            row.getString("name"),
            Rights.valueOf(row.getString("rights")),
            row.getString("theme"),
            row.getString("language"),
            Instant.ofEpochMilli(row.getLong("created_at")));

    private final Database database;

    UserStore(Database database) {
        this.database = database;
    }

    List<User> all() {
        return database.query(handle -> handle.createQuery("""
                        SELECT id, login, name, rights, theme, language, created_at FROM app_user ORDER BY id
                        """).map(USER).list());
    }

    Optional<User> find(long id) {
        return database.query(
                handle -> handle.createQuery("""
                        SELECT id, login, name, rights, theme, language, created_at FROM app_user WHERE id = :id
                        """).bind("id", id).map(USER).findOne());
    }

    Optional<User> byLogin(String login) {
        return database.query(
                handle -> handle.createQuery("""
                        SELECT id, login, name, rights, theme, language, created_at FROM app_user WHERE login = :login
                        """).bind("login", login).map(USER).findOne());
    }

    Optional<String> password(long id) {
        return database.query(handle -> handle.createQuery("SELECT password FROM app_user WHERE id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .findOne());
    }

    long insert(User user, String password) {
        return database.update(handle -> handle.createUpdate("""
                        INSERT INTO app_user (login, name, rights, password, theme, language, created_at)
                        VALUES (:login, :name, :rights, :password, :theme, :language, :now)
                        """)
                .bind("login", user.login())
                .bind("name", user.name())
                .bind("rights", user.rights().name())
                .bind("password", password)
                .bind("theme", user.theme())
                .bind("language", user.language())
                .bind("now", user.createdAt().toEpochMilli())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one());
    }

    void setPassword(long id, String password) {
        database.change(handle -> handle.createUpdate("UPDATE app_user SET password = :password WHERE id = :id")
                .bind("password", password)
                .bind("id", id)
                .execute());
    }

    void setTheme(long id, String theme) {
        database.change(handle -> handle.createUpdate("UPDATE app_user SET theme = :theme WHERE id = :id")
                .bind("theme", theme)
                .bind("id", id)
                .execute());
    }

    void setIdentity(long id, String login, String name) {
        database.change(handle -> handle.createUpdate("UPDATE app_user SET login = :login, name = :name WHERE id = :id")
                .bind("login", login)
                .bind("name", name)
                .bind("id", id)
                .execute());
    }

    void insertFailure(String subject, long at) {
        database.change(
                handle -> handle.createUpdate("INSERT INTO sign_in_failure (subject, at) VALUES (:subject, :at)")
                        .bind("subject", subject)
                        .bind("at", at)
                        .execute());
    }

    /** When the n-th last failure since a moment happened, if there were that many. */
    Optional<Long> failureFromEnd(String subject, long since, int n) {
        return database.query(handle -> handle.createQuery("""
                        SELECT at FROM sign_in_failure WHERE subject = :subject AND at > :since
                        ORDER BY at DESC LIMIT 1 OFFSET :skip
                        """)
                .bind("subject", subject)
                .bind("since", since)
                .bind("skip", n - 1)
                .mapTo(Long.class)
                .findOne());
    }

    void deleteFailures(String subject) {
        database.change(handle -> handle.createUpdate("DELETE FROM sign_in_failure WHERE subject = :subject")
                .bind("subject", subject)
                .execute());
    }

    void deleteFailuresBefore(long moment) {
        database.change(handle -> handle.createUpdate("DELETE FROM sign_in_failure WHERE at <= :moment")
                .bind("moment", moment)
                .execute());
    }
}
