package org.chatnotes.lists;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why we may write to someone.
 *
 * @param how in a word or two: {@code import}, {@code form}, {@code workshop}, {@code api}, {@code preferences}
 * @param at when consent was given, as far as known
 * @param wording the sentence that was agreed to, or where the consent is kept; null when unknown
 */
public record Consent(String how, Instant at, @Nullable String wording) {}
