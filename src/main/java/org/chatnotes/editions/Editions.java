package org.chatnotes.editions;

import java.util.List;
import org.chatnotes.mail.EmailAddress;
import org.jspecify.annotations.Nullable;

/** Sending a note to a list: schedule, freeze, progress, stop. */
public final class Editions {
    /** Approves the note's current revision in the actor's name if nothing blocks, and schedules it. */
    public Edition schedule(Order order) {
        throw new UnsupportedOperationException();
    }

    public Edition require(long id) {
        throw new UnsupportedOperationException();
    }

    /** Newest first, of one note or of all. */
    public List<Edition> list(@Nullable Long noteId, long beforeId, int limit) {
        throw new UnsupportedOperationException();
    }

    public Status status(long id) {
        throw new UnsupportedOperationException();
    }

    public Edition pause(long id) {
        throw new UnsupportedOperationException();
    }

    /** Goes on with a paused or held edition. */
    public Edition resume(long id) {
        throw new UnsupportedOperationException();
    }

    /** Ends it; who already got it has it. */
    public Edition cancel(long id) {
        throw new UnsupportedOperationException();
    }

    /** Queues the failed ones again, and gives their number. */
    public long retryFailed(long id) {
        throw new UnsupportedOperationException();
    }

    public Forecast forecast(long noteId, long listId) {
        throw new UnsupportedOperationException();
    }

    /** Sends the note as it stands to one address, marked [TEST], and gives the delivery's id. */
    public long testSend(long noteId, long listId, EmailAddress to, Persona persona) {
        throw new UnsupportedOperationException();
    }

    /** Renders every copy and sends nothing; gives their number. */
    public long dryRun(long noteId, long listId) {
        throw new UnsupportedOperationException();
    }
}
