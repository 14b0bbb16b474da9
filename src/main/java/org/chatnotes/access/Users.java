package org.chatnotes.access;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.chatnotes.db.Database;
import org.chatnotes.events.Events;
import org.chatnotes.problem.Problem;
import org.jspecify.annotations.Nullable;

/** The people who work here, and their passwords. */
public final class Users {
    private static final String FIRST_LOGIN = "owner";
    private static final Set<String> THEMES = Set.of("light", "dark", "system");

    private final Database database;
    private final UserStore store;
    private final Sessions sessions;
    private final Events events;
    private final Clock clock;
    private final Passwords passwords = new Passwords();
    private final Throttle throttle;

    public Users(Database database, Sessions sessions, Events events, Clock clock) {
        this.database = database;
        this.store = new UserStore(database);
        this.sessions = sessions;
        this.events = events;
        this.clock = clock;
        this.throttle = new Throttle(store, clock);
    }

    /** A user just added, with the password that is shown once. */
    public record Added(User user, String password) {}

    /** Makes the owner {@code owner} when there is nobody yet; tells the password, which is shown once and kept nowhere. */
    public Optional<Added> createOwnerIfNone() {
        return database.write(
                () -> store.all().isEmpty() ? Optional.of(add(FIRST_LOGIN, "Owner")) : Optional.<Added>empty());
    }

    /**
     * Adds an owner with an invented password.
     *
     * @throws Problem INVALID for a login that is empty, longer than 100 characters or holds a blank; CONFLICT when taken
     */
    public Added add(String login, String name) {
        String key = key(login);
        String password = passwords.invent();
        String hash = passwords.hash(password);
        return database.write(() -> {
            refuseTaken(key, 0);
            User fresh = new User(0, key, named(name, key), Rights.OWNER, "system", "en", clock.instant());
            long id = store.insert(fresh, hash);
            events.record("user.added", "user:" + id);
            return new Added(require(id), password);
        });
    }

    public List<User> list() {
        return store.all();
    }

    public User require(long id) {
        return store.find(id).orElseThrow(() -> Problem.notFound("There is no user " + id + "."));
    }

    /** How an actor of events is called: a user by name; a program, an operator or nobody by what they are. */
    public String nameOf(@Nullable String actor) {
        if (actor != null && actor.matches("user:[0-9]{1,18}")) {
            return store.find(Long.parseLong(actor.substring("user:".length())))
                    .map(User::name)
                    .orElse("Somebody");
        }
        if (actor != null && actor.startsWith("token:")) {
            return "A program";
        }
        return "operator".equals(actor) ? "The operator" : "Chatnotes";
    }

    /**
     * Checks login and password; takes as long for an unknown login as for a wrong password.
     *
     * @param address the network address it comes from
     * @throws Problem UNAUTHORISED when they do not match, TOO_MANY after too many failures
     */
    public User signIn(String login, String password, String address) {
        throttle.admit(login, address);
        Optional<User> user = store.byLogin(login.strip().toLowerCase(Locale.ROOT));
        boolean right = user.flatMap(known -> store.password(known.id()))
                .map(hash -> passwords.matches(password, hash))
                .orElseGet(() -> {
                    passwords.pretend(password);
                    return false;
                });
        if (!right || user.isEmpty()) {
            database.write(() -> throttle.failed(login, address));
            throw Problem.of(Problem.Kind.UNAUTHORISED, "Name and password do not match. Check both and try again.");
        }
        throttle.forget(login);
        return user.get();
    }

    /**
     * Changes one's own password; every other session of this user ends.
     *
     * @param keep the token of the session that stays
     * @throws Problem INVALID when the present password is wrong or the new one too short
     */
    public void changePassword(long id, String present, String fresh, String keep) {
        User user = require(id);
        Passwords.check("fresh", fresh, user.login());
        throttle.admit(user.login(), user.actor());
        if (!passwords.matches(present, store.password(id).orElse(""))) {
            database.write(() -> throttle.failed(user.login(), user.actor()));
            throw Problem.invalid("present", "This is not your present password.");
        }
        set(user, fresh);
        sessions.endOthers(id, keep);
    }

    /**
     * Gives a user a new, invented password (for the command); all sessions end, and failed sign-ins are forgotten.
     *
     * @throws Problem NOT_FOUND for an unknown login
     */
    public String passwd(String login) {
        String key = login.strip().toLowerCase(Locale.ROOT);
        User user = store.byLogin(key)
                .orElseThrow(() -> Problem.notFound("There is no user “" + login + "”. “user list” shows all."));
        String password = passwords.invent();
        set(user, password);
        sessions.endAll(user.id());
        throttle.forget(key);
        return password;
    }

    public void setTheme(long id, String theme) {
        if (!THEMES.contains(theme)) {
            throw Problem.invalid("theme", "The appearance is light, dark or system.");
        }
        store.setTheme(id, theme);
    }

    /** Changes the name that is shown and the one that is typed at sign-in. */
    public void rename(long id, String login, String name) {
        String key = key(login);
        database.write(() -> {
            refuseTaken(key, id);
            store.setIdentity(id, key, named(name, key));
            events.record("user.renamed", "user:" + id);
        });
    }

    private void set(User user, String password) {
        String hash = passwords.hash(password);
        database.write(() -> {
            store.setPassword(user.id(), hash);
            events.record("user.password_changed", user.actor());
        });
    }

    private void refuseTaken(String login, long except) {
        if (store.byLogin(login).filter(other -> other.id() != except).isPresent()) {
            throw Problem.conflict("There is a user “" + login + "” already.");
        }
    }

    private static String named(String name, String login) {
        return name.isBlank() ? login : name.strip();
    }

    private static String key(String login) {
        String key = login.strip().toLowerCase(Locale.ROOT);
        if (key.isEmpty() || key.length() > 100 || key.chars().anyMatch(c -> Character.isWhitespace(c) || c < ' ')) {
            throw Problem.invalid("login", "A sign-in name has 1 to 100 characters and no blank, as in helen.");
        }
        return key;
    }
}
