package org.chatnotes.smtp;

/** A connection that did not come to be: unreachable, refused at the greeting, TLS or login failed. */
public final class NoSession extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Outcome outcome;

    NoSession(Outcome outcome) {
        super(outcome.reply().toString());
        this.outcome = outcome;
    }

    /** {@link Outcome.AboutUs} when the relay refused us, {@link Outcome.Broken} when it could not be talked to. */
    public Outcome outcome() {
        return outcome;
    }
}
