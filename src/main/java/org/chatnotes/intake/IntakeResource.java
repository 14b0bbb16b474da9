package org.chatnotes.intake;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import org.chatnotes.notes.Note;
import org.chatnotes.problem.Problem;
import org.glassfish.jersey.media.multipart.FormDataContentDisposition;
import org.glassfish.jersey.media.multipart.FormDataParam;
import org.jspecify.annotations.Nullable;

/** Bringing notes in, for programs: the text as it is, or as a file; the answer has the note's id and the log. */
@Path("/api/v1/imports/notes")
@Produces(MediaType.APPLICATION_JSON)
public final class IntakeResource {
    private final Intake intake;

    public IntakeResource(Intake intake) {
        this.intake = intake;
    }

    /** A note that was brought in, and what its import says. */
    public record View(long noteId, String title, List<LogEntry> importLog) {}

    @POST
    @Consumes({"text/plain", "application/octet-stream"})
    public Response text(
            InputStream body,
            @QueryParam("name") @DefaultValue("notes.txt") String name,
            @QueryParam("series") @Nullable String series) {
        return created(body, name, series);
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response file(
            @FormDataParam("file") @Nullable InputStream file,
            @FormDataParam("file") @Nullable FormDataContentDisposition disposition,
            @FormDataParam("series") @Nullable String series) {
        if (file == null) {
            throw Problem.invalid("file", "Send the notes as the part “file”.");
        }
        String name = disposition == null ? null : disposition.getFileName();
        return created(file, name == null ? "notes.txt" : name, series);
    }

    @GET
    @Path("/{id:[0-9]{1,15}}")
    public List<StoredEntry> log(@PathParam("id") long id) {
        return intake.log(id);
    }

    private Response created(InputStream body, String name, @Nullable String series) {
        Note note = intake.bringIn(bytes(body), name, series);
        View view = new View(
                note.id(),
                note.document().title(),
                intake.log(note.id()).stream().map(StoredEntry::entry).toList());
        return Response.created(URI.create("/api/v1/notes/" + note.id()))
                .entity(view)
                .build();
    }

    /** No more than shows that it is too much. */
    static byte[] bytes(InputStream in) {
        try {
            return in.readNBytes(Intake.LIMIT + 1);
        } catch (IOException e) {
            throw Problem.invalid("file", "The file broke off on its way. Please send it again.");
        }
    }
}
