package org.chatnotes.lists;

import java.util.Set;
import org.chatnotes.subscribers.Format;
import org.jspecify.annotations.Nullable;

/** How many of a list's recipients chose the same; {@code language} null: the group's. */
public record AudienceGroup(
        Set<String> programmes, Set<String> roles, @Nullable String language, Format format, long count) {}
