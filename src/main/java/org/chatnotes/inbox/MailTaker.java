package org.chatnotes.inbox;

import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** An SMTP server that takes every mail for every address and holds none in memory. */
final class MailTaker implements AutoCloseable {
    private static final Pattern TRACE = Pattern.compile(
            "\\A(Return-Path:[^\r\n]*\r\n)?Received: from 127\\.0\\.0\\.1[^\r\n]*\r\n(?:[ \t][^\r\n]*\r\n)*");

    private final GreenMail server;

    private MailTaker(GreenMail server) {
        this.server = server;
    }

    /** @param taken gets the recipient and the bytes before the sender hears that the mail is taken */
    static MailTaker start(String address, int port, BiConsumer<String, byte[]> taken) {
        return new MailTaker(Servers.start(address, port, ServerSetup.PROTOCOL_SMTP, setup -> {
            GreenMail server = new GreenMail(setup);
            server.getUserManager().setMessageDeliveryHandler((mail, recipient) -> {
                taken.accept(recipient.getEmail(), bytes(mail.getMessage()));
                return new Nobody(recipient.getEmail());
            });
            return server;
        }));
    }

    int port() {
        return server.getSmtp().getPort();
    }

    private static byte[] bytes(MimeMessage mail) throws MessagingException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            mail.writeTo(out);
        } catch (IOException e) {
            throw new MessagingException("The mail could not be written", e);
        }
        return asSent(out.toByteArray());
    }

    /** As it was sent: without the server's own trace line, and with the line end that the server swallowed. */
    private static byte[] asSent(byte[] mail) {
        String text = new String(mail, StandardCharsets.ISO_8859_1);
        String sent = TRACE.matcher(text).replaceFirst("$1");
        return (sent.endsWith("\r\n") ? sent : sent + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        server.stop();
    }

    /** GreenMail wants to keep the mail for somebody: for nobody, since the folder has it. */
    private record Nobody(String getEmail) implements GreenMailUser {
        @Override
        public String getLogin() {
            return getEmail;
        }

        @Override
        public void deliver(MovingMessage mail) {}

        @Override
        public void deliver(MimeMessage mail) {}

        @Override
        public void create() {}

        @Override
        public void delete() {}

        @Override
        public String getPassword() {
            return "";
        }

        @Override
        public void setPassword(String password) {}

        @Override
        public void authenticate(String password) {}

        @Override
        public String getQualifiedMailboxName() {
            return getEmail;
        }
    }
}
