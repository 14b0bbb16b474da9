package org.chatnotes.library;

import org.jspecify.annotations.Nullable;

/**
 * A code of a framework, as an installation knows it.
 *
 * @param framework id of its framework
 * @param level its depth in words of the framework, such as {@code practice}
 * @param parent the code above it, or null
 * @param ref the name people use for it in English, such as "Leadership 2"
 * @param label what it is about, in English
 */
public record Code(
        String framework,
        String code,
        String level,
        @Nullable String parent,
        String ref,
        String label,
        int position) {}
