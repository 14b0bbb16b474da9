package org.chatnotes.house.planted.notes;

import java.time.Instant;

/** A name that says nothing, a nap, a look at the wall clock, and a thread of its own. */
public final class NoteHelper {
    public Instant doze() throws InterruptedException {
        Thread.sleep(1);
        new Thread(() -> {}).start();
        return Instant.now();
    }
}
