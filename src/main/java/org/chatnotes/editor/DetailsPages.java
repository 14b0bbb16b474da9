package org.chatnotes.editor;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.chatnotes.notes.Document;
import org.chatnotes.notes.Note;
import org.chatnotes.problem.Problem;
import org.chatnotes.web.Page;
import org.jspecify.annotations.Nullable;

/** What a note says about itself: title, subject, preheader, language, date, number, themes, series. */
@Path("/notes/{id:[0-9]{1,15}}/details")
@Produces(MediaType.TEXT_HTML)
public final class DetailsPages {
    private final Desk desk;

    public DetailsPages(Desk desk) {
        this.desk = desk;
    }

    @GET
    public Page form(@PathParam("id") long id) {
        Note note = desk.notes.require(id);
        return page(note, shown(note), Editing.mark(note.document()), null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(@PathParam("id") long id, MultivaluedMap<String, String> form) {
        Typed typed = NotePages.typed(form);
        Note note = desk.notes.require(id);
        String now = Editing.mark(note.document());
        if (!now.equals(typed.text("mark"))) {
            return Response.status(409)
                    .entity(page(note, typed, now, null)
                            .with("theirs", shown(note).shown()))
                    .build();
        }
        try {
            String series = desk.series.require(note.seriesId()).slug();
            if (typed.has("series") && !typed.text("series").equals(series)) {
                desk.notes.moveTo(id, typed.text("series"));
            }
            desk.notes.save(id, note.etag(), read(note.document(), typed));
            return Response.seeOther(URI.create("/notes/" + id + "?done=editor.details"))
                    .build();
        } catch (Problem problem) {
            return Response.status(422).entity(page(note, typed, now, problem)).build();
        }
    }

    private Page page(Note note, Typed typed, String mark, @Nullable Problem problem) {
        Map<String, String> errors = new HashMap<>();
        if (problem != null) {
            problem.fields().forEach(field -> errors.put(field.name(), field.message()));
        }
        return desk.common("editor/details", note)
                .with("values", typed.shown())
                .with("mark", mark)
                .with("errors", errors)
                .with("problem", problem == null ? null : problem.sentence())
                .with("allSeries", desk.series.all());
    }

    private Typed shown(Note note) {
        Document document = note.document();
        return new Typed()
                .put("title", document.title())
                .put("subject", document.subject())
                .put("preheader", document.preheader())
                .put("language", document.language())
                .put(
                        "chat_date",
                        document.chatDate() == null ? null : document.chatDate().toString())
                .put(
                        "number",
                        document.number() == null ? null : document.number().toString())
                .put("school_year", document.schoolYear())
                .put("year_theme", document.yearTheme())
                .put("year_lens", document.yearLens())
                .put("month_theme", document.monthTheme())
                .put("series", desk.series.require(note.seriesId()).slug());
    }

    private static Document read(Document before, Typed typed) {
        String number = typed.text("number");
        if (!number.isEmpty() && !number.matches("\\d{1,6}")) {
            throw Problem.invalid("number", "“" + number + "” is not a number. Write it in figures.");
        }
        return new Document(
                Document.SCHEMA,
                typed.text("title"),
                typed.optional("subject"),
                typed.optional("preheader"),
                typed.text("language"),
                BlockForm.date("chat_date", typed.optional("chat_date")),
                number.isEmpty() ? null : Integer.valueOf(number),
                typed.optional("school_year"),
                typed.optional("year_theme"),
                typed.optional("year_lens"),
                typed.optional("month_theme"),
                before.blocks());
    }
}
