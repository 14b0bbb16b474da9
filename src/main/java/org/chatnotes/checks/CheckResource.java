package org.chatnotes.checks;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.chatnotes.notes.Note;
import org.chatnotes.notes.Notes;

/** What a note is to be mended for, for programs. */
@Path("/api/v1/notes/{note:[0-9]{1,15}}/checks")
@Produces(MediaType.APPLICATION_JSON)
public final class CheckResource {
    private final Checks checks;
    private final Notes notes;

    public CheckResource(Checks checks, Notes notes) {
        this.checks = checks;
        this.notes = notes;
    }

    /** Findings, and whether one of them keeps the note from being sent. */
    public record Report(boolean ready, List<Finding> items) {}

    @GET
    public Report report(@PathParam("note") long id) {
        Note note = notes.require(id);
        List<Finding> findings = checks.findings(id, note.document());
        return new Report(findings.stream().noneMatch(Finding::blocks), findings);
    }
}
