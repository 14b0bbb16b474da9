package org.chatnotes.intake;

import java.util.List;
import java.util.function.Predicate;

/** The log of a note's import in its groups, as pages show it: open questions first. */
public record ImportLog(
        List<StoredEntry> open, List<StoredEntry> repaired, List<StoredEntry> answered, List<StoredEntry> remarks) {
    public static ImportLog of(List<StoredEntry> entries) {
        return new ImportLog(
                pick(entries, LogEntry.Kind.ASK, entry -> !entry.done()),
                pick(entries, LogEntry.Kind.FIXED, entry -> true),
                pick(entries, LogEntry.Kind.ASK, StoredEntry::done),
                pick(entries, LogEntry.Kind.INFO, entry -> true));
    }

    /** Whether there was an import at all. */
    public boolean empty() {
        return size() == 0;
    }

    public int size() {
        return open.size() + repaired.size() + answered.size() + remarks.size();
    }

    private static List<StoredEntry> pick(List<StoredEntry> entries, LogEntry.Kind kind, Predicate<StoredEntry> rule) {
        return entries.stream()
                .filter(entry -> entry.entry().kind() == kind)
                .filter(rule)
                .toList();
    }
}
