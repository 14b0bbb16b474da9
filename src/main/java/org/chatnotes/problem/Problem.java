package org.chatnotes.problem;

import java.util.List;

/**
 * Something a person or program asked for that cannot be done, said in a sentence that names what is wrong, where, and
 * what to do. Every boundary (page, API, command) shows it in its own way; nobody sees a stack trace.
 */
public final class Problem extends RuntimeException {
    /** The kinds, with the HTTP status each is answered with. */
    public enum Kind {
        INVALID(422),
        NOT_FOUND(404),
        CONFLICT(409),
        PRECONDITION_FAILED(412),
        PRECONDITION_REQUIRED(428),
        UNAUTHORISED(401),
        FORBIDDEN(403),
        TOO_MANY(429),
        TOO_LARGE(413),
        GONE(410),
        UNAVAILABLE(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    /** One wrong field of a form or JSON body: its name, and what is wrong with it. */
    public record Field(String name, String message) {}

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final transient List<Field> fields;

    private Problem(Kind kind, String message, List<Field> fields) {
        super(message, null, false, false);
        this.kind = kind;
        this.fields = List.copyOf(fields);
    }

    public static Problem of(Kind kind, String message) {
        return new Problem(kind, message, List.of());
    }

    public static Problem notFound(String message) {
        return of(Kind.NOT_FOUND, message);
    }

    public static Problem invalid(String message) {
        return of(Kind.INVALID, message);
    }

    /** One field is wrong. */
    public static Problem invalid(String field, String message) {
        return invalid(List.of(new Field(field, message)));
    }

    /** Several fields are wrong at once; the message joins theirs. */
    public static Problem invalid(List<Field> fields) {
        String message = String.join(" ", fields.stream().map(Field::message).toList());
        return new Problem(Kind.INVALID, message, fields);
    }

    public static Problem conflict(String message) {
        return of(Kind.CONFLICT, message);
    }

    public static Problem forbidden(String message) {
        return of(Kind.FORBIDDEN, message);
    }

    public static Problem unavailable(String message) {
        return of(Kind.UNAVAILABLE, message);
    }

    public Kind kind() {
        return kind;
    }

    public List<Field> fields() {
        return fields;
    }

    public String sentence() {
        String message = getMessage();
        return message == null ? kind.name() : message;
    }
}
