package org.chatnotes.smtp;

import jakarta.mail.MessagingException;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/**
 * One open session with a relay, for many messages. A message is handed over in two steps, so that the ledger can be
 * durable before the final dot leaves: {@link #begin} sends everything up to the dot, {@link #finish} the dot.
 */
public final class Connection implements AutoCloseable {
    /** After this reply the relay closes the connection, whatever was asked. */
    private static final int HANGING_UP = 421;

    private static final String DATA = "DATA\r\n";
    private static final byte[] DOT = {'.', '\r', '\n'};

    /** Held because Angus closes the socket of a transport that is forgotten. */
    private final SMTPTransport session;

    private final Socket socket;
    private final OutputStream out;
    private final ReplyReader replies;
    private final long timeout;
    private final boolean pipelining;
    private final boolean size;
    private final boolean utf8;
    private volatile long writingSince;
    private boolean usable = true;
    /** Whether the relay has answered anything of the message under way. */
    private boolean looked;

    private int messages;

    private Connection(Socket socket, SMTPTransport session, long timeout) throws IOException {
        this.session = session;
        this.socket = socket;
        this.out = socket.getOutputStream();
        this.replies = new ReplyReader(socket);
        this.timeout = timeout;
        this.pipelining = session.supportsExtension("PIPELINING");
        this.size = session.supportsExtension("SIZE");
        this.utf8 = session.supportsExtension("SMTPUTF8");
    }

    /**
     * Opens a session: greeting, EHLO, TLS and login.
     *
     * @param heloName what we call ourselves
     * @param timeout for each reply; twice that after a final dot
     */
    public static Connection open(Relay relay, String heloName, Duration timeout) throws NoSession {
        Opening opening = new Opening(relay, heloName, timeout);
        try {
            SMTPTransport session = opening.session();
            return new Connection(opening.socket(), session, timeout.toMillis());
        } catch (MessagingException | IOException e) {
            close(opening.latest());
            throw new NoSession(opening.refusal(e));
        }
    }

    /**
     * Sends a message up to its final dot.
     *
     * @param message the whole of it, with CRLF line ends
     * @param dotless whether it is known that no line of it starts with a dot and the last one is ended
     * @return null when only the dot is missing; else how it ended already
     */
    public @Nullable Outcome begin(Envelope envelope, byte[] message, boolean dotless) {
        byte[] body = dotless ? message : DotStuffing.stuff(message);
        boolean ascii = envelope.to().ascii();
        if (!ascii && !utf8) {
            return new Outcome.Refused(
                    new Reply(0, "5.6.7", "The relay takes no addresses with other letters than a to z (SMTPUTF8)."),
                    false);
        }
        String mail = "MAIL FROM:<" + envelope.sender() + ">" + (size ? " SIZE=" + message.length : "")
                + (ascii ? "" : " BODY=8BITMIME SMTPUTF8") + "\r\n";
        String rcpt = "RCPT TO:<" + envelope.to() + ">\r\n";
        looked = false;
        try {
            return pipelining ? inOnePiece(mail, rcpt, body) : stepByStep(mail, rcpt, body);
        } catch (IOException e) {
            usable = false;
            return new Outcome.Broken(Reply.none(inWords(e)), !looked && messages > 0);
        }
    }

    private @Nullable Outcome inOnePiece(String mail, String rcpt, byte[] message) throws IOException {
        write((mail + rcpt + DATA).getBytes(StandardCharsets.UTF_8));
        Reply atMail = replies.read(timeout);
        looked = atMail.positive();
        if (atMail.code() == HANGING_UP) {
            return atSender(atMail);
        }
        Reply atRcpt = replies.read(timeout);
        if (atMail.positive() && atRcpt.code() == HANGING_UP) {
            return atRecipient(atRcpt);
        }
        Reply atData = replies.read(timeout);
        Outcome early = !atMail.positive() ? atSender(atMail) : !atRcpt.positive() ? atRecipient(atRcpt) : null;
        if (early == null) {
            return body(message, atData);
        }
        if (atData.code() == 354 && !atRcpt.positive()) {
            // RFC 2920 3.1: a relay may answer 354 although it took no recipient; only a dot ends that.
            write(DOT);
            replies.read(timeout);
        } else if (atData.code() == 354) {
            // It wants a message of no sender. A dot would be an empty mail to our reader.
            usable = false;
            close(socket);
        }
        return afterReset(early);
    }

    private @Nullable Outcome stepByStep(String mail, String rcpt, byte[] message) throws IOException {
        write(mail.getBytes(StandardCharsets.UTF_8));
        Reply atMail = replies.read(timeout);
        if (!atMail.positive()) {
            return atSender(atMail);
        }
        looked = true;
        write(rcpt.getBytes(StandardCharsets.UTF_8));
        Reply atRcpt = replies.read(timeout);
        if (!atRcpt.positive()) {
            return afterReset(atRecipient(atRcpt));
        }
        write(DATA.getBytes(StandardCharsets.US_ASCII));
        return body(message, replies.read(timeout));
    }

    private @Nullable Outcome body(byte[] message, Reply atData) throws IOException {
        if (atData.code() != 354) {
            return afterReset(atMessage(atData));
        }
        write(message);
        return null;
    }

    /** Sends the final dot and waits for the answer: from here on the relay may have the message. */
    public Outcome finish() {
        Reply reply;
        try {
            write(DOT);
            reply = replies.read(timeout * 2);
        } catch (IOException e) {
            usable = false;
            return new Outcome.Doubt(Reply.none(inWords(e)));
        }
        messages++;
        if (reply.code() == HANGING_UP) {
            usable = false;
        }
        if (reply.positive()) {
            return new Outcome.Sent(reply);
        }
        if (reply.temporary()) {
            return new Outcome.Deferred(reply);
        }
        if (reply.permanent()) {
            return Outcome.permanent(reply, false);
        }
        usable = false;
        return new Outcome.Doubt(reply);
    }

    private Outcome atSender(Reply reply) {
        if (reply.code() == HANGING_UP || !reply.temporary() && !reply.permanent()) {
            usable = false;
            return new Outcome.Broken(reply, messages > 0);
        }
        boolean tooLarge = reply.code() == 552 || "5.3.4".equals(reply.enhanced());
        if (reply.permanent()) {
            return tooLarge ? new Outcome.Refused(reply, false) : new Outcome.AboutUs(reply);
        }
        messages++;
        return new Outcome.Deferred(reply);
    }

    private Outcome atRecipient(Reply reply) {
        if (reply.code() == HANGING_UP || !reply.temporary() && !reply.permanent()) {
            usable = false;
            return new Outcome.Broken(reply, false);
        }
        return reply.permanent() ? Outcome.permanent(reply, true) : new Outcome.Deferred(reply);
    }

    private Outcome atMessage(Reply reply) {
        if (reply.code() == HANGING_UP || !reply.temporary() && !reply.permanent()) {
            usable = false;
            return new Outcome.Broken(reply, false);
        }
        return reply.permanent() ? Outcome.permanent(reply, false) : new Outcome.Deferred(reply);
    }

    /** Leaves the transaction, so that the next message starts clean. */
    private Outcome afterReset(Outcome outcome) {
        messages++;
        if (usable) {
            try {
                write("RSET\r\n".getBytes(StandardCharsets.US_ASCII));
                usable = replies.read(timeout).positive();
            } catch (IOException e) {
                usable = false;
            }
        }
        return outcome;
    }

    /** Whether it can take another message. */
    public boolean usable() {
        return usable && !socket.isClosed();
    }

    /** Whether a connection that rested is still there; asks the relay nothing. */
    public boolean rested() {
        usable = usable() && !replies.disturbed();
        return usable;
    }

    /** How many messages it has seen, taken or not. */
    public int messages() {
        return messages;
    }

    /** Breaks a write that the relay does not read: writing has no time-out of its own. For another thread. */
    public void closeIfStuck(long nowNanos) {
        long since = writingSince;
        if (since != 0 && nowNanos - since > timeout * 1_000_000) {
            close(socket);
        }
    }

    /** Ends it at once, in the middle of whatever it does. For another thread too. */
    public void abort() {
        close(socket);
    }

    /** Says goodbye and does not wait for the answer. */
    @Override
    public void close() {
        if (usable()) {
            try {
                write("QUIT\r\n".getBytes(StandardCharsets.US_ASCII));
            } catch (IOException gone) {
                // Nothing is lost: every message on it has its outcome.
                usable = false;
            }
        }
        usable = false;
        close(socket);
    }

    private void write(byte[] bytes) throws IOException {
        writingSince = System.nanoTime() | 1;
        try {
            out.write(bytes);
            out.flush();
        } finally {
            writingSince = 0;
        }
    }

    private static String inWords(IOException e) {
        if (e instanceof EOFException
                || e.getMessage() != null && e.getMessage().startsWith("the relay")) {
            return String.valueOf(e.getMessage());
        }
        return "the connection broke: " + e.getMessage();
    }

    private static void close(@Nullable Socket socket) {
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException e) {
                // It is gone either way.
                return;
            }
        }
    }
}
