package org.chatnotes.access;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Where to go after signing in: a path of our own, never another site. */
final class LocalPath {
    private LocalPath() {}

    /** The path with its query, or {@code /} for whatever could lead elsewhere. */
    static String of(@Nullable String wanted) {
        if (wanted == null || !wanted.startsWith("/") || wanted.startsWith("//")) {
            return "/";
        }
        // Browsers read a backslash as a slash and drop tabs and line breaks.
        if (wanted.chars().anyMatch(c -> c == '\\' || c <= ' ' || c == 127)) {
            return "/";
        }
        try {
            URI uri = new URI(wanted);
            return uri.getScheme() == null && uri.getRawAuthority() == null ? wanted : "/";
        } catch (URISyntaxException e) {
            return "/";
        }
    }
}
