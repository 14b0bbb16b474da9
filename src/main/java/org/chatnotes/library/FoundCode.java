package org.chatnotes.library;

/**
 * A code found in a text, by its number or by its name.
 *
 * @param start and {@code end}: the characters it was read from, {@code end} excluded
 * @param known whether a framework of this installation lists it; an unknown one that fits the grammar is kept
 */
public record FoundCode(String code, int start, int end, boolean known) {}
