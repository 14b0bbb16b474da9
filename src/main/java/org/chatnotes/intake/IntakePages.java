package org.chatnotes.intake;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.chatnotes.notes.Note;
import org.chatnotes.notes.Notes;
import org.chatnotes.problem.Problem;
import org.chatnotes.series.AllSeries;
import org.chatnotes.web.Page;
import org.glassfish.jersey.media.multipart.FormDataContentDisposition;
import org.glassfish.jersey.media.multipart.FormDataParam;
import org.jspecify.annotations.Nullable;

/** Bringing notes in by upload or paste, and going through what the import says. */
@Path("/notes")
@Produces(MediaType.TEXT_HTML)
public final class IntakePages {
    private static final String LOG = "/{id:[0-9]{1,15}}/import";

    private final Intake intake;
    private final Notes notes;
    private final AllSeries series;

    public IntakePages(Intake intake, Notes notes, AllSeries series) {
        this.intake = intake;
        this.notes = notes;
        this.series = series;
    }

    @GET
    @Path("/import")
    public Page form() {
        return form("", "");
    }

    @POST
    @Path("/import")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response bringIn(
            @FormDataParam("file") @Nullable InputStream file,
            @FormDataParam("file") @Nullable FormDataContentDisposition disposition,
            @FormDataParam("text") @Nullable String text,
            @FormDataParam("series") @Nullable String chosen) {
        byte[] uploaded = file == null ? new byte[0] : IntakeResource.bytes(file);
        String pasted = text == null ? "" : text;
        String slug = chosen == null || chosen.isBlank() ? null : chosen;
        try {
            if (uploaded.length == 0 && pasted.isBlank()) {
                throw Problem.invalid("text", "Choose a file, or paste the text of the notes.");
            }
            String name = disposition == null ? null : disposition.getFileName();
            Note note = uploaded.length > 0
                    ? intake.bringIn(uploaded, name == null ? "notes.txt" : name, slug)
                    : intake.bringIn(pasted.getBytes(StandardCharsets.UTF_8), "Pasted notes", slug);
            return Response.seeOther(URI.create("/notes/" + note.id() + "?done=intake.brought_in"))
                    .build();
        } catch (Problem problem) {
            return Response.status(422)
                    .entity(form(pasted, slug == null ? "" : slug).with(problem))
                    .build();
        }
    }

    private Page form(String text, String chosen) {
        return Page.of("intake/form")
                .with("text", text)
                .with("chosen", chosen)
                .with("allSeries", series.all())
                .with("limit", Intake.LIMIT / 1024 / 1024);
    }

    @GET
    @Path(LOG)
    public Page log(@PathParam("id") long id) {
        return Page.of("intake/log").with("note", notes.require(id)).with("log", ImportLog.of(intake.log(id)));
    }

    /** Marks an entry as dealt with, or as open again. */
    @POST
    @Path(LOG + "/{entry:[0-9]{1,15}}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response answer(
            @PathParam("id") long id,
            @PathParam("entry") long entry,
            @FormParam("done") @Nullable String done,
            @FormParam("back") @Nullable String back) {
        notes.require(id);
        intake.answer(id, entry, "1".equals(done));
        String page = "note".equals(back) ? "/notes/" + id : "/notes/" + id + "/import";
        return Response.seeOther(URI.create(page + "#import")).build();
    }
}
