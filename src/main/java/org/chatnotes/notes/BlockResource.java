package org.chatnotes.notes;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.chatnotes.problem.Problem;
import org.jspecify.annotations.Nullable;

/** The blocks of a note for programs. Every change answers the block or the order, and the note's new ETag. */
@Path("/api/v1/notes/{id:[0-9]{1,15}}/blocks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class BlockResource {
    private final Notes notes;

    public BlockResource(Notes notes) {
        this.notes = notes;
    }

    /** A block as a program sends it: without an id it gets one. */
    record Draft(
            @Nullable String id,
            @Nullable Audience audience,
            @Nullable Set<Channel> channels,
            @Nullable String language,
            @Nullable Content content) {
        Block block(String itsId) {
            if (content == null) {
                throw Problem.invalid("content", "Send the content of the block, with its type.");
            }
            return new Block(
                    itsId,
                    audience == null ? Audience.EVERYONE : audience,
                    channels == null ? Set.of() : channels,
                    language,
                    content);
        }
    }

    /** The ids of all blocks in their order. */
    record Order(@Nullable List<String> order) {}

    @GET
    public Response list(@PathParam("id") long id) {
        Note note = notes.require(id);
        return Response.ok(note.document().blocks()).tag(NoteResource.tag(note)).build();
    }

    /** @param after id of the block before the new one; without it the new one is the last */
    @POST
    public Response add(
            @PathParam("id") long id,
            @QueryParam("after") @Nullable String after,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String etag,
            Draft draft) {
        Document now = notes.require(id).document();
        String blockId = draft.id() == null ? Blocks.freshId(now) : draft.id();
        Note saved = change(
                id,
                etag,
                document -> Blocks.add(document, after == null ? Blocks.last(document) : after, draft.block(blockId)));
        return Response.created(URI.create("/api/v1/notes/" + id + "/blocks/" + blockId))
                .tag(NoteResource.tag(saved))
                .entity(Blocks.require(saved.document(), blockId))
                .build();
    }

    @GET
    @Path("/{block}")
    public Response get(@PathParam("id") long id, @PathParam("block") String blockId) {
        return block(notes.require(id), blockId);
    }

    @PUT
    @Path("/{block}")
    public Response replace(
            @PathParam("id") long id,
            @PathParam("block") String blockId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String etag,
            Draft draft) {
        return block(change(id, etag, document -> Blocks.replace(document, draft.block(blockId))), blockId);
    }

    @DELETE
    @Path("/{block}")
    public Response delete(
            @PathParam("id") long id,
            @PathParam("block") String blockId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String etag) {
        Note note = notes.delete(id, NoteResource.matched(etag), blockId);
        return Response.noContent().tag(NoteResource.tag(note)).build();
    }

    @PUT
    @Path("/order")
    public Response order(
            @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String etag, Order order) {
        List<String> ids = order.order();
        if (ids == null) {
            throw Problem.invalid("order", "Send the ids of all blocks as “order”.");
        }
        Note note = change(id, etag, document -> Blocks.order(document, ids));
        return Response.ok(new Order(
                        note.document().blocks().stream().map(Block::id).toList()))
                .tag(NoteResource.tag(note))
                .build();
    }

    private Note change(long id, @Nullable String etag, UnaryOperator<Document> rule) {
        return notes.change(id, NoteResource.matched(etag), rule);
    }

    private static Response block(Note note, String blockId) {
        return Response.ok(Blocks.require(note.document(), blockId))
                .tag(NoteResource.tag(note))
                .build();
    }
}
