package org.chatnotes.notes;

import org.jspecify.annotations.Nullable;

/**
 * A block's pointer to a resource of the library. A note brought in from plain text may know the title only: then
 * {@code resource} is null until the editor finds or makes it.
 *
 * @param resource id in the library, or null while unknown
 * @param title the words to show instead of the resource's own title, or null
 */
public record ResourceRef(@Nullable Long resource, @Nullable String title) {}
