package org.chatnotes.inbox;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A mail that the built-in inbox took.
 *
 * @param id of its file, in the order of arrival
 * @param address whom it was for
 * @param size in bytes
 */
public record KeptMail(String id, String address, Instant receivedAt, long size, Path file) {}
