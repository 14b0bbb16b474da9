package org.chatnotes.checks;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.chatnotes.notes.Note;
import org.chatnotes.notes.NoteState;
import org.chatnotes.notes.Notes;
import org.chatnotes.problem.Problem;
import org.jspecify.annotations.Nullable;

/** The approval of a note, for programs. */
@Path("/api/v1/notes/{id:[0-9]{1,15}}/approval")
@Produces(MediaType.APPLICATION_JSON)
public final class ApprovalResource {
    private final Notes notes;
    private final Checks checks;

    public ApprovalResource(Notes notes, Checks checks) {
        this.notes = notes;
        this.checks = checks;
    }

    /** Where a note stands, and which revision that is. */
    public record View(long id, NoteState state, long revisionId, int revision) {}

    /** Approves the newest revision, which {@code If-Match} may name. */
    @POST
    public View approve(@PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String etag) {
        Note note = notes.require(id);
        if (etag != null && !note.hasEtag(etag)) {
            throw Problem.of(
                    Problem.Kind.PRECONDITION_FAILED,
                    "The note was changed since. Look at it again before you approve it.");
        }
        return view(checks.approve(notes, id, note.revisionId()));
    }

    @DELETE
    public View withdraw(@PathParam("id") long id) {
        return view(notes.withdraw(id));
    }

    private static View view(Note note) {
        return new View(note.id(), note.state(), note.revisionId(), note.revisionNumber());
    }
}
