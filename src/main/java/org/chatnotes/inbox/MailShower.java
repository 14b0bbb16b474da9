package org.chatnotes.inbox;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An IMAP server over the kept mails. A mailbox comes into memory when somebody signs in to it, not before. */
final class MailShower implements AutoCloseable {
    private final GreenMail server;
    private final Mailboxes mailboxes;

    private MailShower(GreenMail server, Mailboxes mailboxes) {
        this.server = server;
        this.mailboxes = mailboxes;
    }

    /** @param kept the mails of an address, newest first */
    static MailShower start(String address, int port, Function<String, List<KeptMail>> kept) {
        Managers managers = new Managers();
        Mailboxes mailboxes = new Mailboxes(managers.getImapHostManager(), kept);
        GreenMail server = Servers.start(address, port, ServerSetup.PROTOCOL_IMAP, setup -> new Imap(setup, mailboxes));
        return new MailShower(server, mailboxes);
    }

    int port() {
        return server.getImap().getPort();
    }

    /** Shows a new mail to whoever has the mailbox open. */
    void arrived(KeptMail mail) {
        mailboxes.arrived(mail);
    }

    @Override
    public void close() {
        server.stop();
    }

    /** GreenMail with our users. Its constructor makes services too, before the field is set; those never start. */
    private static final class Imap extends GreenMail {
        private final @Nullable Mailboxes mailboxes;

        Imap(ServerSetup setup, Mailboxes mailboxes) {
            super(setup);
            this.mailboxes = mailboxes;
        }

        @Override
        protected Map<String, AbstractServer> createServices(ServerSetup[] setups, Managers unused) {
            Mailboxes ours = mailboxes;
            return super.createServices(setups, ours == null ? unused : managers(ours));
        }

        private static Managers managers(Mailboxes ours) {
            return new Managers() {
                @Override
                public UserManager getUserManager() {
                    return ours;
                }

                @Override
                public ImapHostManager getImapHostManager() {
                    return ours.getImapHostManager();
                }
            };
        }
    }

    /** Whoever signs in has the mailbox of that address, whatever the password. */
    private static final class Mailboxes extends UserManager {
        private final Function<String, List<KeptMail>> kept;
        private final Map<String, Set<String>> shown = new ConcurrentHashMap<>();

        Mailboxes(ImapHostManager host, Function<String, List<KeptMail>> kept) {
            super(host);
            this.kept = kept;
            setAuthRequired(false);
        }

        @Override
        public boolean test(String login, String password) {
            try {
                if (!hasUser(login)) {
                    createUser(login, login, password);
                }
                fill(login);
                return true;
            } catch (UserException | FolderException e) {
                return false;
            }
        }

        void arrived(KeptMail mail) {
            if (hasUser(mail.address())) {
                try {
                    show(mail);
                } catch (FolderException e) {
                    throw new IllegalStateException(e);
                }
            }
        }

        private void fill(String address) throws FolderException {
            List<KeptMail> mails = kept.apply(address);
            for (int i = mails.size() - 1; i >= 0; i--) {
                show(mails.get(i));
            }
        }

        private synchronized void show(KeptMail mail) throws FolderException {
            GreenMailUser user = getUser(mail.address());
            String key = mail.address().toLowerCase(Locale.ROOT);
            if (user == null
                    || !shown.computeIfAbsent(key, unused -> new HashSet<>()).add(mail.id())) {
                return;
            }
            MailFolder inbox = getImapHostManager().getInbox(user);
            try (InputStream in = Files.newInputStream(mail.file())) {
                MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), in);
                inbox.appendMessage(message, new Flags(), Date.from(mail.receivedAt()));
            } catch (IOException | MessagingException e) {
                // A newer mail pushed it out meanwhile.
                return;
            }
        }
    }
}
