package org.chatnotes.outbox;

import java.util.List;

/**
 * Where the mails of an edition go.
 *
 * @param count how many domains there are
 * @param largest those with the most readers, the largest first
 */
public record Domains(long count, List<Share> largest) {}
