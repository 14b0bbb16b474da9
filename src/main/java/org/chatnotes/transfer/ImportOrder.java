package org.chatnotes.transfer;

/**
 * What to do with a file of people.
 *
 * @param list name or slug of the list they come to
 * @param consent whether they have agreed already, or are to be asked
 * @param dryRun whether to only count
 */
public record ImportOrder(String list, ImportConsent consent, boolean dryRun) {}
