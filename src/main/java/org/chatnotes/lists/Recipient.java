package org.chatnotes.lists;

import java.util.Set;
import org.chatnotes.subscribers.Format;
import org.jspecify.annotations.Nullable;

/**
 * Someone who receives a list now: active, with an address that is fine.
 *
 * @param domain of the address, lower case
 * @param language null: the group's
 * @param zone null: the group's
 */
public record Recipient(
        long subscriberId,
        String domain,
        Set<String> programmes,
        Set<String> roles,
        @Nullable String language,
        Format format,
        @Nullable String zone) {}
