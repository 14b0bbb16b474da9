package org.chatnotes.rendering;

import org.jspecify.annotations.Nullable;

/**
 * A variant, rendered once, with the slots of {@link org.chatnotes.mail.Slots} open in all three.
 *
 * @param html null for readers who want text only
 * @param text complete, at most 72 columns but for long addresses, lines end with LF
 */
public record Rendered(String subject, @Nullable String html, String text) {}
