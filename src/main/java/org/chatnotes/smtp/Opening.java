package org.chatnotes.smtp;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.eclipse.angus.mail.util.MailSSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** The opening of a session, by Angus Mail: greeting, EHLO, STARTTLS, login. */
final class Opening {
    private final Relay relay;
    private final Sockets sockets = new Sockets();
    private final Transport transport;

    Opening(Relay relay, String heloName, Duration timeout) {
        this.relay = relay;
        this.transport = new Transport(Session.getInstance(properties(heloName, timeout)), relay);
    }

    SMTPTransport session() throws MessagingException {
        transport.connect(relay.host(), relay.port(), relay.user(), relay.password());
        return transport;
    }

    Socket socket() throws IOException {
        Socket socket = sockets.latest();
        if (socket == null) {
            throw new IOException("no socket was made");
        }
        return socket;
    }

    @Nullable
    Socket latest() {
        return sockets.latest();
    }

    /** Angus keeps the constructor for subclasses; nothing else of it is changed. */
    private static final class Transport extends SMTPTransport {
        Transport(Session session, Relay relay) {
            super(session, null, relay.tls() ? "smtps" : "smtp", relay.tls());
        }
    }

    private Properties properties(String heloName, Duration timeout) {
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

    /** What a failure means: refused by words, or not reached at all. */
    Outcome refusal(Exception e) {
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
        String what = why.contains("[EOF]") ? "it closed the connection" : why;
        return new Outcome.Broken(Reply.none(relay.name() + " cannot be reached: " + what), true);
    }
}
