package org.chatnotes.editions;

import java.util.Set;
import org.chatnotes.subscribers.Format;
import org.jspecify.annotations.Nullable;

/**
 * What decides which variant a reader gets, real or imagined.
 *
 * @param language null: the group's
 */
public record Persona(
        Set<String> programmes, Set<String> roles, @Nullable String language, Format format) {}
