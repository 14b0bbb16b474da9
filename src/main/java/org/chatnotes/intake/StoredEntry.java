package org.chatnotes.intake;

/**
 * An entry of a note's import log as it is kept.
 *
 * @param done whether the editor has dealt with it
 */
public record StoredEntry(long id, LogEntry entry, boolean done) {}
