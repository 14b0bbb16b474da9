package org.chatnotes.rendering;

import org.jspecify.annotations.Nullable;

/**
 * A merge field that cannot be filled for anyone.
 *
 * @param blockId the block it stands in; null: a field of the note itself
 * @param field of the block or note: {@code html}, {@code subject}
 * @param sentence what is wrong, where, what to do
 */
public record MergeFault(@Nullable String blockId, String field, String sentence) {}
