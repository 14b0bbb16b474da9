package org.chatnotes.intake;

import java.util.List;
import org.chatnotes.notes.Document;

/** What a file became: the blocks, and the log of everything that was repaired, is asked or remarked. */
public record Imported(Document document, List<LogEntry> log) {
    public Imported {
        log = List.copyOf(log);
    }
}
