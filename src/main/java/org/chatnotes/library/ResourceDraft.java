package org.chatnotes.library;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an editor says about a resource; see {@link Resource} for the meaning. */
public record ResourceDraft(
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
        @Nullable Long replacedBy) {

    /** A resource of which only title, address and kind are known; for everyone. */
    public static ResourceDraft of(String title, @Nullable String url, ResourceKind kind) {
        return new ResourceDraft(title, url, kind, null, null, Set.of(), Set.of(), Set.of(), Login.UNKNOWN, null, null);
    }
}
