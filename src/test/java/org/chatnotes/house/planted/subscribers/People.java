package org.chatnotes.house.planted.subscribers;

import jakarta.mail.Message;
import jakarta.ws.rs.core.Response;
import org.chatnotes.house.planted.notes.NoteHelper;
import org.jdbi.v3.core.Handle;

/** A door that calls a room below it and holds a database handle, a web response and a mail message. */
public final class People {
    public Object all(NoteHelper note, Handle handle, Response response, Message message) {
        return java.util.List.of(note, handle, response, message);
    }
}
