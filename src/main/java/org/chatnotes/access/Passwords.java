package org.chatnotes.access;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.concurrent.Semaphore;
import org.chatnotes.problem.Problem;

/** Hashes passwords by Argon2id with OWASP's first choice: 19 MiB, two passes, one lane. */
final class Passwords {
    /** Shortest and longest password, in characters; a long one costs no more to check. */
    static final int SHORTEST = 10;

    static final int LONGEST = 200;

    private static final Argon2Function ARGON2 = Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);
    private static final int SALT_BYTES = 16;
    /** Without letters and digits that look alike; its length is a power of two, so that no letter is likelier. */
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

    /** Each check takes 19 MiB for a tenth of a second: more at once would let strangers fill the memory. */
    private final Semaphore turns = new Semaphore(4, true);

    private final SecureRandom random = new SecureRandom();

    String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return ARGON2.hash(password.getBytes(StandardCharsets.UTF_8), salt).getResult();
    }

    boolean matches(String password, String hash) {
        turns.acquireUninterruptibly();
        try {
            return ARGON2.check(password, hash);
        } finally {
            turns.release();
        }
    }

    /** Takes as long as {@link #matches}, so that the time does not tell which logins exist. */
    void pretend(String password) {
        turns.acquireUninterruptibly();
        try {
            ARGON2.hash(password.getBytes(StandardCharsets.UTF_8), new byte[SALT_BYTES]);
        } finally {
            turns.release();
        }
    }

    /** A password for somebody to change later: 20 characters, 100 bits. */
    String invent() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            password.append(i > 0 && i % 5 == 0 ? "-" : "").append(ALPHABET.charAt(random.nextInt(32)));
        }
        return password.toString();
    }

    /** Refuses what is too short, too long or the login itself. */
    static void check(String field, String password, String login) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            throw Problem.invalid(field, "A password needs at least " + SHORTEST + " characters; a few words do well.");
        }
        if (length > LONGEST) {
            throw Problem.invalid(field, "A password may have at most " + LONGEST + " characters.");
        }
        if (password.strip().equalsIgnoreCase(login)) {
            throw Problem.invalid(field, "The password must not be the name you sign in with.");
        }
    }
}
