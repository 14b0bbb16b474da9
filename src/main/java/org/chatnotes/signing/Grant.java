package org.chatnotes.signing;

/**
 * What a token says, once opened.
 *
 * @param purpose the one thing it allows
 * @param subject whom or what it is about: a subscriber's id, a variant's id; below 2^48
 * @param scope narrows it, such as the id of a list; 0 for none; below 2^32
 * @param stamp the address epoch it was made in, or the hour since 1970 in which it ends; below 2^32
 */
public record Grant(Purpose purpose, long subject, long scope, long stamp) {}
