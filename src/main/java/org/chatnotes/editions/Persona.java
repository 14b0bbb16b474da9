package org.chatnotes.editions;

import java.util.Set;
import org.chatnotes.subscribers.Format;

/** An imagined reader, for a test send. */
public record Persona(Set<String> programmes, Set<String> roles, String language, Format format) {}
