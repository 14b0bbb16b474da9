package org.chatnotes.smtp;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.chatnotes.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * An SMTP server that takes our mail.
 *
 * @param tls whether the connection is TLS from its first byte ({@code smtps})
 * @param user and {@code password}: the login, or null for none
 */
public record Relay(
        String host,
        int port,
        boolean tls,
        @Nullable String user,
        @Nullable String password) {
    private static final int SUBMISSION = 587;
    private static final int SUBMISSIONS = 465;
    private static final int SMTP = 25;

    /**
     * Reads {@code smtp://user:pass@host:port} or {@code smtps://…}; user and password are percent-decoded.
     *
     * @throws Problem invalid, with what is wrong with it
     */
    public static Relay parse(String url) {
        URI uri;
        try {
            uri = new URI(url.strip());
        } catch (URISyntaxException e) {
            throw refused("it is no URL (special characters of a password are written as %40 and the like)");
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("smtp") && !scheme.equals("smtps")) {
            throw refused("it does not begin with smtp:// or smtps://");
        }
        String host = uri.getHost();
        if (host == null || host.isEmpty()) {
            throw refused("it names no host");
        }
        boolean tls = scheme.equals("smtps");
        String[] login = login(uri);
        int port = uri.getPort() > 0 ? uri.getPort() : tls ? SUBMISSIONS : login.length > 0 ? SUBMISSION : SMTP;
        return new Relay(
                host.replaceAll("^\\[|]$", ""),
                port,
                tls,
                login.length > 0 ? login[0] : null,
                login.length > 1 ? login[1] : login.length > 0 ? "" : null);
    }

    /** A relay on this machine, without TLS or login. */
    public static Relay loopback(int port) {
        return new Relay("127.0.0.1", port, false, null, null);
    }

    private static String[] login(URI uri) {
        String raw = uri.getRawUserInfo();
        if (raw == null || raw.isEmpty()) {
            return new String[0];
        }
        String[] parts = raw.split(":", 2);
        for (int i = 0; i < parts.length; i++) {
            parts[i] = URLDecoder.decode(parts[i].replace("+", "%2B"), StandardCharsets.UTF_8);
        }
        return parts;
    }

    private static Problem refused(String why) {
        return Problem.invalid("The relay's URL (CHATNOTES_SMTP_URL) cannot be used: " + why + ".");
    }

    /** Whether what we send it stays on this machine. */
    public boolean onLoopback() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** For people and logs: without the login. */
    public String name() {
        return host + ":" + port;
    }

    @Override
    public String toString() {
        return (tls ? "smtps://" : "smtp://") + (user == null ? "" : "[redacted]@") + name();
    }
}
