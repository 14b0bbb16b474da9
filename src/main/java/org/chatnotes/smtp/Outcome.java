package org.chatnotes.smtp;

import java.util.Set;

/** How one try to hand over a message ended. */
public sealed interface Outcome {
    /** What the relay said, or what happened instead. */
    Reply reply();

    /** Taken. */
    record Sent(Reply reply) implements Outcome {}

    /** Not now (4xx): to be tried again. */
    record Deferred(Reply reply) implements Outcome {}

    /**
     * Never (5xx at RCPT or DATA).
     *
     * @param addressDead whether the reply says that the address itself is no more; policy and content never do
     */
    record Refused(Reply reply, boolean addressDead) implements Outcome {}

    /** It is we who are refused (5xx at greeting, EHLO, AUTH or MAIL): the message is not at fault. */
    record AboutUs(Reply reply) implements Outcome {}

    /**
     * The connection ended before the final dot: surely not taken.
     *
     * @param untouched whether it ended before the relay had looked at this message at all
     */
    record Broken(Reply reply, boolean untouched) implements Outcome {}

    /** The connection ended between the final dot and its reply: nobody knows. */
    record Doubt(Reply reply) implements Outcome {}

    /** Enhanced codes that say a mailbox or its domain is no more. */
    Set<String> DEAD = Set.of("5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1");

    /** RFC 5321 codes that mean the mailbox, when nothing more exact is said. */
    Set<Integer> BARE = Set.of(550, 551, 553);

    /** A 5xx reply to RCPT or to the message. */
    static Outcome permanent(Reply reply, boolean atRecipient) {
        boolean dead =
                reply.enhanced() == null ? atRecipient && BARE.contains(reply.code()) : DEAD.contains(reply.enhanced());
        return new Refused(reply, dead);
    }
}
