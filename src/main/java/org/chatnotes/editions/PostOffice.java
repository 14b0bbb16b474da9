package org.chatnotes.editions;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.function.BooleanSupplier;
import org.chatnotes.lists.MailingList;
import org.chatnotes.mail.EmailAddress;
import org.chatnotes.problem.Problem;
import org.chatnotes.settings.Group;
import org.chatnotes.settings.Settings;
import org.jspecify.annotations.Nullable;

/** Where mail comes from and whether it may leave: sender addresses, our own address on the web, the localhost guard. */
public final class PostOffice {
    private static final String LOCAL_SENDER = "notes@localhost";

    private final Settings settings;
    private final String publicUrl;
    private final @Nullable String from;
    private final BooleanSupplier relayOnLoopback;

    /**
     * @param publicUrl where readers reach us, without a slash at the end
     * @param from CHATNOTES_FROM, or null
     * @param relayOnLoopback whether mail stays on this machine
     */
    public PostOffice(Settings settings, String publicUrl, @Nullable String from, BooleanSupplier relayOnLoopback) {
        this.settings = settings;
        this.publicUrl = publicUrl;
        this.from = from;
        this.relayOnLoopback = relayOnLoopback;
    }

    String publicUrl() {
        return publicUrl;
    }

    /** The host that readers know us by. */
    String host() {
        String host = URI.create(publicUrl).getHost();
        return host == null ? "localhost" : host;
    }

    /** Whether one-click links may stand in a header: mail programs post to them, so never in the clear. */
    boolean linksAreSafe() {
        return publicUrl.startsWith("https:") || hereOnly();
    }

    /**
     * The sender's address of a list's mails.
     *
     * @throws Problem unavailable when none is set and mail leaves this machine
     */
    String sender(MailingList list) {
        Group group = settings.group();
        String address = first(list.fromEmail(), group.senderEmail(), from);
        if (address != null) {
            return address.contains("@localhost")
                    ? address
                    : EmailAddress.parse(address).toString();
        }
        if (relayOnLoopback.getAsBoolean()) {
            return LOCAL_SENDER;
        }
        throw Problem.unavailable("No sender address is set. Name one for the list “" + list.name()
                + "” or the group (Settings), or set CHATNOTES_FROM.");
    }

    String senderName(MailingList list) {
        String name = first(list.fromName(), settings.group().senderName());
        return name == null ? settings.group().name() : name;
    }

    /** Where answers go; null: to the sender. */
    @Nullable
    String replyTo(MailingList list) {
        return first(list.replyTo(), settings.group().replyTo());
    }

    /** @throws Problem unavailable when mail would leave this machine with links that lead nowhere */
    void guard() {
        if (!relayOnLoopback.getAsBoolean() && (hereOnly() || !publicUrl.startsWith("https:"))) {
            throw Problem.unavailable(
                    "Nothing is mailed to the outside while the links in mails start with " + publicUrl
                            + ": readers could not open them. Set CHATNOTES_PUBLIC_URL to an address such as"
                            + " https://notes.example.org.");
        }
    }

    boolean settingsUnseen() {
        return !settings.group().reviewed() && !relayOnLoopback.getAsBoolean();
    }

    /** @throws Problem unavailable when mail would leave this machine in a look that nobody has agreed to */
    void guardSettings() {
        if (settingsUnseen()) {
            throw Problem.unavailable("This would be the first mail that leaves this machine. Look at the sender, the"
                    + " postal line and the colours once at " + publicUrl
                    + "/settings and save them; then send again.");
        }
    }

    private boolean hereOnly() {
        try {
            return host().endsWith("localhost") || InetAddress.getByName(host()).isLoopbackAddress();
        } catch (UnknownHostException elsewhere) {
            return false;
        }
    }

    private static @Nullable String first(@Nullable String... values) {
        for (String value : values) {
            if (value != null && !value.isBlank()) {
                return value;
            }
        }
        return null;
    }
}
