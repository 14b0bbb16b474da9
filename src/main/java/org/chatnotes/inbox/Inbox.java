package org.chatnotes.inbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chatnotes.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The built-in inbox: while no relay is set, all our mail ends here. An SMTP server on loopback takes it for any
 * address; the folder keeps it; an IMAP server shows it to a real mail program. Each process has its own servers, and
 * all of them one folder.
 */
public final class Inbox implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";

    private final MailFolder folder;
    private final int smtpPort;
    private @Nullable MailTaker taker;
    private @Nullable MailShower shower;

    /**
     * Opens no port yet.
     *
     * @param smtpPort preferred port on loopback; 0: any free one. When another process has it, a free one too.
     */
    public Inbox(Path folder, Clock clock, int smtpPort) {
        this.folder = new MailFolder(folder, clock);
        this.smtpPort = smtpPort;
    }

    /** Where our sender delivers: {@code smtp://127.0.0.1:port}; the first call starts to listen. */
    public synchronized String smtpUrl() {
        if (taker == null) {
            taker = MailTaker.start(LOOPBACK, smtpPort, this::take);
        }
        return "smtp://" + LOOPBACK + ":" + taker.port();
    }

    /**
     * Lets a mail program read along: any password opens the mailbox that is named by the address.
     *
     * @param port on loopback; 0: any free one
     * @return the port
     */
    public synchronized int serveImap(int port) {
        if (shower == null) {
            shower = MailShower.start(LOOPBACK, port, this::messages);
        }
        return shower.port();
    }

    /** The port of IMAP, or null while nobody serves it. */
    public synchronized @Nullable Integer imapPort() {
        return shower == null ? null : shower.port();
    }

    /** The addresses that got mail, the latest first. */
    public List<Mailbox> mailboxes() {
        Map<String, Mailbox> boxes = new LinkedHashMap<>();
        for (KeptMail mail : folder.all()) {
            boxes.merge(
                    key(mail.address()),
                    new Mailbox(mail.address(), 1, mail),
                    (known, more) -> new Mailbox(known.address(), known.count() + 1, known.newest()));
        }
        return List.copyOf(boxes.values());
    }

    /** What is kept for an address, newest first. */
    public List<KeptMail> messages(String address) {
        return folder.all().stream()
                .filter(mail -> key(mail.address()).equals(key(address)))
                .toList();
    }

    /** @throws Problem NOT_FOUND for a mail that was never there or gave way to newer ones */
    public KeptMail require(String address, String id) {
        return messages(address).stream()
                .filter(mail -> mail.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound(
                        "This mail is not in the inbox; the newest " + MailFolder.MOST + " are kept."));
    }

    /** The mail as it came. */
    public byte[] bytes(KeptMail mail) {
        try {
            return Files.readAllBytes(mail.file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(String address, byte[] mail) {
        KeptMail kept = folder.keep(address, mail);
        MailShower open = shower;
        if (open != null) {
            open.arrived(kept);
        }
    }

    private static String key(String address) {
        return address.toLowerCase(Locale.ROOT);
    }

    @Override
    public synchronized void close() {
        if (taker != null) {
            taker.close();
        }
        if (shower != null) {
            shower.close();
        }
    }
}
