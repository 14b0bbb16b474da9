package org.chatnotes.notes;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chatnotes.problem.Problem;
import org.chatnotes.series.AllSeries;
import org.chatnotes.series.Series;
import org.jspecify.annotations.Nullable;

/** Notes for programs. What changes one says in {@code If-Match} which ETag it started from. */
@Path("/api/v1/notes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class NoteResource {
    private static final int MAX_PAGE = 200;

    private final Notes notes;
    private final AllSeries series;

    public NoteResource(Notes notes, AllSeries series) {
        this.notes = notes;
        this.series = series;
    }

    /** A note as JSON: where it stands, and its document. */
    public record View(
            long id,
            String series,
            String slug,
            NoteState state,
            long revisionId,
            int revision,
            Instant createdAt,
            Instant updatedAt,
            @Nullable String updatedBy,
            @Nullable Instant binnedAt,
            Document document) {}

    /** What makes a note: the slug of its series, or none, and its document. */
    record Draft(@Nullable String series, @Nullable Document document) {}

    @GET
    public Map<String, Object> list(
            @QueryParam("series") @Nullable String slug,
            @QueryParam("binned") boolean binned,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("after") @Nullable Long after) {
        int size = Math.max(1, Math.min(limit, MAX_PAGE));
        Long seriesId = slug == null ? null : Long.valueOf(series.forNote(slug).id());
        List<NoteLine> items = notes.list(seriesId, binned, after, size);
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("items", items);
        if (items.size() == size) {
            page.put("next", items.get(size - 1).id());
        }
        return page;
    }

    @POST
    public Response create(Draft draft) {
        Note note = notes.create(draft.series(), required(draft.document()));
        return Response.created(URI.create("/api/v1/notes/" + note.id()))
                .tag(tag(note))
                .entity(view(note))
                .build();
    }

    @GET
    @Path("/{id:[0-9]{1,15}}")
    public Response get(@PathParam("id") long id) {
        return answer(notes.require(id));
    }

    @PUT
    @Path("/{id:[0-9]{1,15}}")
    public Response save(
            @PathParam("id") long id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String etag,
            @Nullable Document document) {
        return answer(notes.save(id, matched(etag), required(document)));
    }

    /** Puts the note into the bin. */
    @DELETE
    @Path("/{id:[0-9]{1,15}}")
    public Response bin(@PathParam("id") long id) {
        notes.bin(id);
        return Response.noContent().build();
    }

    /** Takes the note out of the bin. */
    @DELETE
    @Path("/{id:[0-9]{1,15}}/bin")
    public Response unbin(@PathParam("id") long id) {
        notes.unbin(id);
        return answer(notes.require(id));
    }

    @POST
    @Path("/{id:[0-9]{1,15}}/copies")
    public Response duplicate(@PathParam("id") long id) {
        Note copy = notes.duplicate(id);
        return Response.created(URI.create("/api/v1/notes/" + copy.id()))
                .tag(tag(copy))
                .entity(view(copy))
                .build();
    }

    @GET
    @Path("/{id:[0-9]{1,15}}/revisions")
    public Map<String, Object> revisions(@PathParam("id") long id) {
        return Map.of("items", notes.revisions(id));
    }

    @GET
    @Path("/{id:[0-9]{1,15}}/revisions/{number:[0-9]{1,9}}")
    public Revision revision(@PathParam("id") long id, @PathParam("number") int number) {
        return notes.revision(id, number);
    }

    /** Makes an earlier revision the newest again. */
    @POST
    @Path("/{id:[0-9]{1,15}}/revisions/{number:[0-9]{1,9}}/restoration")
    public Response restore(
            @PathParam("id") long id,
            @PathParam("number") int number,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String etag) {
        return answer(
                notes.restore(id, matched(etag), notes.revision(id, number).id()));
    }

    private Response answer(Note note) {
        return Response.ok(view(note)).tag(tag(note)).build();
    }

    private View view(Note note) {
        Series its = series.require(note.seriesId());
        return new View(
                note.id(),
                its.slug(),
                note.slug(),
                note.state(),
                note.revisionId(),
                note.revisionNumber(),
                note.createdAt(),
                note.updatedAt(),
                note.updatedBy(),
                note.binnedAt(),
                note.document());
    }

    static String tag(Note note) {
        return note.etag().replace("\"", "");
    }

    /** @throws Problem when a change does not say what it started from: status 428 */
    static String matched(@Nullable String etag) {
        if (etag == null || etag.isBlank()) {
            throw Problem.of(
                    Problem.Kind.PRECONDITION_REQUIRED,
                    "Say in the header If-Match which ETag of the note your change started from.");
        }
        return etag;
    }

    private static Document required(@Nullable Document document) {
        if (document == null) {
            throw Problem.invalid("document", "Send the document of the note.");
        }
        return document;
    }
}
