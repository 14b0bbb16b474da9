package org.chatnotes.library;

import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A link or file that notes point to: one row however often it appears.
 *
 * @param url canonical, http or https; null while only the title is known
 * @param language of what it leads to, a BCP 47 tag, or null
 * @param programmes and {@code roles}: whom it is for, by code; empty means everyone
 * @param codes of frameworks that it speaks of
 * @param appliesFrom when what it says begins to hold: {@code 2027}, {@code 2027-09} or {@code 2027-09-01}
 * @param replacedBy id of the resource that takes its place, or null
 */
public record Resource(
        long id,
        String title,
        @Nullable String url,
        ResourceKind kind,
        @Nullable String publisher,
        @Nullable String language,
        Set<String> programmes,
        Set<String> roles,
        Set<String> codes,
        Login login,
        @Nullable String appliesFrom,
        @Nullable Long replacedBy,
        Instant createdAt,
        Instant updatedAt) {
    public Resource {
        programmes = Collections.unmodifiableSet(new TreeSet<>(programmes));
        roles = Collections.unmodifiableSet(new TreeSet<>(roles));
        codes = Collections.unmodifiableSet(new TreeSet<>(codes));
    }

    /** What an editor said of it, as the start of a change. */
    public ResourceDraft draft() {
        return new ResourceDraft(
                title, url, kind, publisher, language, programmes, roles, codes, login, appliesFrom, replacedBy);
    }
}
