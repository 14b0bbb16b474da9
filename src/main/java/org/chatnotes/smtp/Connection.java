package org.chatnotes.smtp;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.eclipse.angus.mail.util.MailSSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * One open session with a relay, for many messages. A message is handed over in two steps, so that the ledger can be
 * durable before the final dot leaves: {@link #begin} sends everything up to the dot, {@link #finish} the dot.
 */
public final class Connection implements AutoCloseable {
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
        Sockets sockets = new Sockets();
        Transport transport = new Transport(Session.getInstance(properties(relay, heloName, timeout, sockets)), relay);
        try {
            transport.connect(relay.host(), relay.port(), relay.user(), relay.password());
            Socket socket = sockets.latest();
            if (socket == null) {
                throw new IOException("no socket was made");
            }
            return new Connection(socket, transport, timeout.toMillis());
        } catch (MessagingException | IOException e) {
            close(sockets.latest());
            throw new NoSession(refusal(relay, transport, e));
        }
    }

    /** Angus keeps the constructor for subclasses; nothing else of it is changed. */
    private static final class Transport extends SMTPTransport {
        Transport(Session session, Relay relay) {
            super(session, null, relay.tls() ? "smtps" : "smtp", relay.tls());
        }
    }

    private static Properties properties(Relay relay, String heloName, Duration timeout, Sockets sockets) {
        String prefix = relay.tls() ? "mail.smtps." : "mail.smtp.";
        String millis = String.valueOf(Math.min(timeout.toMillis(), Integer.MAX_VALUE));
        boolean loopback = relay.onLoopback();
        Properties properties = new Properties();
        properties.put(prefix + "socketFactory", sockets.factory());
        properties.put(prefix + "socketFactory.fallback", "false");
        properties.put(prefix + "ssl.socketFactory", sockets.tls(tls(loopback && !relay.tls())));
        properties.put(prefix + "ssl.checkserveridentity", String.valueOf(!loopback || relay.tls()));
        properties.put(prefix + "starttls.enable", "true");
        properties.put(prefix + "starttls.required", String.valueOf(relay.user() != null && !loopback));
        properties.put(prefix + "auth", String.valueOf(relay.user() != null));
        properties.put(prefix + "localhost", heloName);
        properties.put(prefix + "connectiontimeout", millis);
        properties.put(prefix + "timeout", millis);
        properties.put(prefix + "quitwait", "false");
        return properties;
    }

    /** STARTTLS to this very machine trusts any certificate: local relays make their own, for a name of no authority. */
    private static SSLSocketFactory tls(boolean trustAny) {
        if (!trustAny) {
            return (SSLSocketFactory) SSLSocketFactory.getDefault();
        }
        try {
            MailSSLSocketFactory factory = new MailSSLSocketFactory();
            factory.setTrustAllHosts(true);
            return factory;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Outcome refusal(Relay relay, SMTPTransport transport, Exception e) {
        int code = transport.getLastReturnCode();
        String words = transport.getLastServerResponse();
        if (code >= 400 && code < 600 && words != null) {
            Reply reply = Reply.of(code, words.strip().lines().toList());
            return code < 500 ? new Outcome.Broken(reply, true) : new Outcome.AboutUs(reply);
        }
        if (e instanceof AuthenticationFailedException) {
            return new Outcome.AboutUs(Reply.none(relay.name() + " refused the login."));
        }
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String why = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new Outcome.Broken(Reply.none(relay.name() + " cannot be reached: " + why), true);
    }

    /**
     * Sends a message up to its final dot.
     *
     * @param message the whole of it, with CRLF line ends
     * @return null when only the dot is missing; else how it ended already
     */
    public @Nullable Outcome begin(Envelope envelope, byte[] message) {
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
            return pipelining ? inOnePiece(mail, rcpt, message) : stepByStep(mail, rcpt, message);
        } catch (IOException e) {
            usable = false;
            return new Outcome.Broken(Reply.none(inWords(e)), !looked && messages > 0);
        }
    }

    private @Nullable Outcome inOnePiece(String mail, String rcpt, byte[] message) throws IOException {
        write((mail + rcpt + DATA).getBytes(StandardCharsets.UTF_8));
        Reply atMail = replies.read(timeout);
        looked = atMail.positive();
        Reply atRcpt = replies.read(timeout);
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
        write(DotStuffing.stuff(message));
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
        if (reply.code() == 421) {
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
        if (reply.code() == 421 || !reply.temporary() && !reply.permanent()) {
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
        if (reply.code() == 421 || !reply.temporary() && !reply.permanent()) {
            usable = false;
            return new Outcome.Broken(reply, false);
        }
        return reply.permanent() ? Outcome.permanent(reply, true) : new Outcome.Deferred(reply);
    }

    private Outcome atMessage(Reply reply) {
        if (reply.code() == 421 || !reply.temporary() && !reply.permanent()) {
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
