package org.chatnotes.rendering;

import java.util.Collection;
import java.util.stream.Stream;

/** How long a note takes to read. */
final class Reading {
    /** Words a minute; 238 are usual for English non-fiction (Brysbaert 2019), less where links and codes stop the eye. */
    private static final int PACE = 180;

    private Reading() {}

    /** Whole minutes, rounded up, at least one. */
    static int minutes(Collection<String> texts) {
        long words = texts.stream()
                .flatMap(text -> Stream.of(text.strip().split("\\s+")))
                .filter(word -> !word.isEmpty())
                .count();
        return (int) Math.max(1, (words + PACE - 1) / PACE);
    }
}
