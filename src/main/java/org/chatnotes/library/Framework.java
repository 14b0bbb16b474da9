package org.chatnotes.library;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A framework of codes as its file in {@code frameworks/} describes it. */
record Framework(String id, String title, List<CodePattern> patterns, List<Entry> codes) {

    /** @param labels by language: the name of the code and what it is about */
    record Entry(String code, String level, @Nullable String parent, Map<String, Label> labels) {}

    record Label(@Nullable String ref, @Nullable String label) {}

    /** What the recogniser needs of a framework: its patterns, and the codes it lists. */
    record Grammar(List<CodePattern> patterns, List<String> codes) {}

    Grammar grammar() {
        return new Grammar(patterns, codes.stream().map(Entry::code).toList());
    }
}
