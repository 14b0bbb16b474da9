package org.chatnotes.intake;

import java.util.List;
import org.chatnotes.library.ResourceKind;
import org.chatnotes.notes.Audience;
import org.jspecify.annotations.Nullable;

/** Where the links of a text are put: the library, or nowhere. */
@FunctionalInterface
interface Shelf {
    /** The id of the resource of an address, or null when none is kept. */
    @Nullable
    Long put(String title, String url, ResourceKind kind, Audience audience, List<String> codes);
}
