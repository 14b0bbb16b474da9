package org.chatnotes.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.chatnotes.i18n.Messages;
import org.jspecify.annotations.Nullable;

/** The log of an import while it is written. */
final class Log {
    /** So many entries of one sort stand by themselves; those after are counted. */
    private static final int MAX_OF_A_SORT = 40;

    private final Messages messages = Messages.in("en");
    private final List<LogEntry> entries = new ArrayList<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<LogEntry.Kind, Integer> surplus = new EnumMap<>(LogEntry.Kind.class);

    void fixed(int line, String key, Object... arguments) {
        add(LogEntry.Kind.FIXED, line, null, key, arguments);
    }

    void fixedIn(String block, int line, String key, Object... arguments) {
        add(LogEntry.Kind.FIXED, line, block, key, arguments);
    }

    void ask(int line, @Nullable String block, String key, Object... arguments) {
        add(LogEntry.Kind.ASK, line, block, key, arguments);
    }

    void info(int line, String key, Object... arguments) {
        add(LogEntry.Kind.INFO, line, null, key, arguments);
    }

    /** What left the text: always by itself, since its words stand nowhere else. */
    void removed(int line, String key, Object... arguments) {
        entries.add(new LogEntry(line, LogEntry.Kind.FIXED, messages.say("intake.log_" + key, arguments), null));
    }

    List<String> texts() {
        return entries.stream().map(LogEntry::what).toList();
    }

    private void add(LogEntry.Kind kind, int line, @Nullable String block, String key, Object... arguments) {
        if (counts.merge(key, 1, Integer::sum) > MAX_OF_A_SORT) {
            surplus.merge(kind, 1, Integer::sum);
        } else {
            entries.add(new LogEntry(line, kind, messages.say("intake.log_" + key, arguments), block));
        }
    }

    /** The entries in the order of the file, each with its block. */
    List<LogEntry> entries(IntFunction<@Nullable String> blockOfLine) {
        surplus.forEach((kind, count) ->
                entries.add(new LogEntry(0, kind, messages.say("intake.log_more", kind.code(), count), null)));
        return entries.stream()
                .map(entry -> entry.blockId() == null && entry.line() > 0
                        ? new LogEntry(entry.line(), entry.kind(), entry.what(), blockOfLine.apply(entry.line()))
                        : entry)
                .sorted(Comparator.comparingInt(entry -> entry.line() == 0 ? Integer.MAX_VALUE : entry.line()))
                .toList();
    }
}
