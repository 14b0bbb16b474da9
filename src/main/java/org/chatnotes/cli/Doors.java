package org.chatnotes.cli;

import java.util.function.Supplier;
import org.chatnotes.access.Tokens;
import org.chatnotes.access.Users;
import org.chatnotes.checks.Checks;
import org.chatnotes.editions.Edition;
import org.chatnotes.editions.Editions;
import org.chatnotes.events.Events;
import org.chatnotes.intake.Intake;
import org.chatnotes.lists.Lists;
import org.chatnotes.notes.NoteWords;
import org.chatnotes.notes.Notes;
import org.chatnotes.transfer.Exports;
import org.chatnotes.transfer.Imports;

/** What commands need of the program, opened on a configuration file; closing it lets the data go. */
public record Doors(
        Events events,
        Users users,
        Tokens tokens,
        Lists lists,
        Imports imports,
        Exports exports,
        Notes notes,
        NoteWords words,
        Intake intake,
        Checks checks,
        Editions editions,
        Supplier<Edition> demo,
        Sending sending,
        Runnable onClose)
        implements AutoCloseable {
    /** Sending from this process, if no other one on this machine does. */
    public interface Sending {
        /** Sends until closed. */
        AutoCloseable begin();

        /** Sends until the process is told to stop; does not return. */
        void untilStopped();
    }

    @Override
    public void close() {
        onClose.run();
    }
}
