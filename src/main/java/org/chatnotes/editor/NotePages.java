package org.chatnotes.editor;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chatnotes.notes.Document;
import org.chatnotes.notes.Note;
import org.chatnotes.notes.NoteLine;
import org.chatnotes.problem.Problem;
import org.chatnotes.series.Series;
import org.chatnotes.web.Page;
import org.jspecify.annotations.Nullable;

/** The list of notes and the editor of one: its blocks, its details, its state, the bin. */
@Path("/notes")
@Produces(MediaType.TEXT_HTML)
public final class NotePages {
    private static final int PAGE = 50;
    private static final String ID = "/{id:[0-9]{1,15}}";

    private final Desk desk;

    public NotePages(Desk desk) {
        this.desk = desk;
    }

    @GET
    public Page list(
            @QueryParam("bin") boolean bin,
            @QueryParam("after") @Nullable Long after,
            @QueryParam("gone") @Nullable Long gone) {
        List<NoteLine> lines = desk.notes.list(null, bin, after, PAGE + 1);
        Map<String, String> names = new HashMap<>();
        lines.forEach(line ->
                names.computeIfAbsent(String.valueOf(line.updatedBy()), none -> desk.users.nameOf(line.updatedBy())));
        Map<String, Series> series = new HashMap<>();
        desk.series.all().forEach(one -> series.put(String.valueOf(one.id()), one));
        List<NoteLine> shown = lines.subList(0, Math.min(PAGE, lines.size()));
        return Page.of("editor/list")
                .with("notes", shown)
                .with("names", names)
                .with("series", series)
                .with("undo", gone == null ? "" : "/notes/" + gone + "/unbin")
                .with("bin", bin)
                .with("binned", !desk.notes.list(null, true, null, 1).isEmpty())
                .with("first", after == null)
                .with("next", lines.size() > PAGE ? shown.get(PAGE - 1).id() : null);
    }

    @GET
    @Path("/new")
    public Page fresh() {
        return form(new Typed(), null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response create(MultivaluedMap<String, String> form) {
        Typed typed = typed(form);
        try {
            Series series = desk.series.forNote(typed.optional("series"));
            Document document = new Document(
                    Document.SCHEMA,
                    typed.text("title"),
                    null,
                    null,
                    series.language(),
                    BlockForm.date("chat_date", typed.optional("chat_date")),
                    null,
                    null,
                    null,
                    null,
                    null,
                    List.of());
            Note note = desk.notes.create(series.slug(), document);
            return Response.seeOther(URI.create("/notes/" + note.id())).build();
        } catch (Problem problem) {
            return Response.status(422).entity(form(typed, problem)).build();
        }
    }

    @GET
    @Path(ID)
    public Page edit(
            @PathParam("id") long id,
            @QueryParam("as") @Nullable String as,
            @QueryParam("gone") @Nullable String gone,
            @QueryParam("from") @Nullable Long from,
            @Context ContainerRequestContext request) {
        boolean undo = gone != null && from != null && gone.matches("[A-Za-z0-9_-]{1,32}");
        return desk.page(desk.notes.require(id), BlockPages.words(request), as, null)
                .with("undo", undo ? "/notes/" + id + "/blocks/" + gone + "/undeletion?from=" + from : "");
    }

    @POST
    @Path(ID + "/copies")
    public Response duplicate(@PathParam("id") long id) {
        return to("/notes/" + desk.notes.duplicate(id).id() + "?done=editor.copied");
    }

    @POST
    @Path(ID + "/bin")
    public Response bin(@PathParam("id") long id) {
        desk.notes.bin(id);
        return to("/notes?done=editor.binned&gone=" + id);
    }

    @POST
    @Path(ID + "/unbin")
    public Response unbin(@PathParam("id") long id) {
        desk.notes.unbin(id);
        return to("/notes?done=editor.unbinned");
    }

    /** Approves what was seen, unless something stands against it or it was changed since. */
    @POST
    @Path(ID + "/approval")
    public Response approve(
            @PathParam("id") long id,
            @FormParam("revision") long revisionId,
            @Context ContainerRequestContext request) {
        try {
            desk.checks.approve(desk.notes, id, revisionId);
            return to("/notes/" + id + "?done=editor.approved");
        } catch (Problem problem) {
            Page page = desk.page(desk.notes.require(id), BlockPages.words(request), null, null);
            return Response.status(problem.kind().status())
                    .entity(page.with("blocked", problem.sentence()))
                    .build();
        }
    }

    /** Resources of the library that have the words, for the picker. */
    @GET
    @Path("/resources")
    public Page resources(@QueryParam("q") @DefaultValue("") String words) {
        return Page.of("editor/found")
                .with("query", words.strip())
                .with("resources", words.isBlank() ? List.of() : desk.library.search(words, 8));
    }

    @POST
    @Path(ID + "/review")
    public Response review(@PathParam("id") long id) {
        desk.notes.askForReview(id);
        return to("/notes/" + id + "?done=editor.review");
    }

    @POST
    @Path(ID + "/withdrawal")
    public Response withdraw(@PathParam("id") long id) {
        desk.notes.withdraw(id);
        return to("/notes/" + id + "?done=editor.withdrawn");
    }

    private Page form(Typed typed, @Nullable Problem problem) {
        Map<String, String> errors = new HashMap<>();
        if (problem != null) {
            problem.fields().forEach(field -> errors.put(field.name(), field.message()));
        }
        return Page.of("editor/new")
                .with("values", typed.shown())
                .with("errors", errors)
                .with("problem", problem == null ? null : problem.sentence())
                .with("allSeries", desk.series.all());
    }

    static Typed typed(MultivaluedMap<String, String> form) {
        Typed typed = new Typed();
        form.forEach((name, values) -> values.forEach(value -> typed.put(name, value)));
        return typed;
    }

    private static Response to(String path) {
        return Response.seeOther(URI.create(path)).build();
    }
}
