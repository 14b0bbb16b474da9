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
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.chatnotes.editor.OpenForm.Clash;
import org.chatnotes.i18n.Formats;
import org.chatnotes.i18n.Messages;
import org.chatnotes.markup.SafeHtml;
import org.chatnotes.notes.Block;
import org.chatnotes.notes.Blocks;
import org.chatnotes.notes.Content;
import org.chatnotes.notes.Document;
import org.chatnotes.notes.Note;
import org.chatnotes.problem.Problem;
import org.chatnotes.web.Page;
import org.chatnotes.web.SecurityHeaders;
import org.chatnotes.web.Visitor;
import org.glassfish.jersey.media.multipart.FormDataBodyPart;
import org.glassfish.jersey.media.multipart.FormDataMultiPart;
import org.jspecify.annotations.Nullable;

/** The blocks of a note: their forms, and what the tools over a block do. */
@Path("/notes/{id:[0-9]{1,15}}/blocks")
@Produces(MediaType.TEXT_HTML)
public final class BlockPages {
    private static final int TRIES = 3;

    private final Desk desk;

    public BlockPages(Desk desk) {
        this.desk = desk;
    }

    @GET
    @Path("/new")
    public Page fresh(
            @PathParam("id") long id,
            @QueryParam("type") @Nullable String code,
            @QueryParam("after") @Nullable String after,
            @Context ContainerRequestContext request) {
        BlockType type = BlockType.require(code);
        Typed typed = new Typed();
        List.of("html", "text", "web", "print").forEach(channel -> typed.put("channel", channel));
        return page(id, OpenForm.of(type, null, after, "", typed, words(request)), request);
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response add(
            @PathParam("id") long id,
            @QueryParam("type") @Nullable String code,
            FormDataMultiPart parts,
            @Context ContainerRequestContext request) {
        BlockType type = BlockType.require(code);
        Typed typed = typed(parts);
        String after = typed.optional("after");
        Note note = desk.notes.require(id);
        String blockId = Blocks.freshId(note.document());
        try {
            Block block = desk.forms.read(blockId, type, typed);
            change(id, document -> Blocks.add(document, standing(document, after), block));
            return to(id, "editor.added", blockId);
        } catch (Problem problem) {
            return again(
                    id,
                    OpenForm.of(type, null, after, "", typed, words(request)).with(problem),
                    422,
                    request);
        }
    }

    @GET
    @Path("/{block}")
    public Page edit(
            @PathParam("id") long id, @PathParam("block") String blockId, @Context ContainerRequestContext request) {
        Block block = Blocks.require(desk.notes.require(id).document(), blockId);
        return page(id, open(block, words(request)), request);
    }

    @POST
    @Path("/{block}")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response save(
            @PathParam("id") long id,
            @PathParam("block") String blockId,
            @QueryParam("type") @Nullable String code,
            FormDataMultiPart parts,
            @Context ContainerRequestContext request) {
        BlockType type = BlockType.require(code);
        Typed typed = typed(parts);
        OpenForm form = OpenForm.of(type, blockId, null, typed.text("mark"), typed, words(request));
        try {
            Block mine = desk.forms.read(blockId, type, typed);
            Note seen = replace(id, form.mark(), mine);
            return seen == null
                    ? to(id, "editor.saved", blockId)
                    : again(id, clash(form, seen, find(seen.document(), blockId), request), 409, request);
        } catch (Problem problem) {
            return again(id, form.with(problem), 422, request);
        }
    }

    /** Saves a block over the one that a form started from; gives the note in which it is another by now, or null. */
    private @Nullable Note replace(long id, String mark, Block mine) {
        for (int attempt = 1; ; attempt++) {
            Note note = desk.notes.require(id);
            Optional<Block> theirs = find(note.document(), mine.id());
            if (theirs.isEmpty() || !Editing.mark(theirs.get()).equals(mark)) {
                return note;
            }
            try {
                desk.notes.save(id, note.etag(), Blocks.replace(note.document(), mine));
                return null;
            } catch (Problem problem) {
                if (problem.kind() != Problem.Kind.PRECONDITION_FAILED || attempt == TRIES) {
                    throw problem;
                }
            }
        }
    }

    @POST
    @Path("/{block}/move")
    public Response move(
            @PathParam("id") long id,
            @PathParam("block") String blockId,
            @FormParam("to") @DefaultValue("down") String direction) {
        boolean up = direction.equals("up");
        change(id, document -> up ? Blocks.moveUp(document, blockId) : Blocks.moveDown(document, blockId));
        return to(id, null, blockId + (up ? "-up" : "-down"));
    }

    /** The order after a drag. A stale ETag is refused, with the sentence that says who saved when. */
    @POST
    @Path("/order")
    public Response order(
            @PathParam("id") long id,
            @FormParam("etag") @DefaultValue("") String etag,
            @FormParam("order") @DefaultValue("") String order) {
        Note note = desk.notes.change(id, etag, document -> Blocks.order(document, List.of(order.split(","))));
        return Response.noContent().header("ETag", note.etag()).build();
    }

    @POST
    @Path("/{block}/copies")
    public Response duplicate(@PathParam("id") long id, @PathParam("block") String blockId) {
        String copy = Blocks.freshId(desk.notes.require(id).document());
        change(id, document -> Blocks.duplicate(document, blockId, copy));
        return to(id, "editor.duplicated", copy);
    }

    /** Deletes a block as it was seen; if somebody changed it since, it is shown instead. */
    @POST
    @Path("/{block}/deletion")
    public Response delete(
            @PathParam("id") long id,
            @PathParam("block") String blockId,
            @FormParam("mark") @DefaultValue("") String mark) {
        Note note = desk.notes.require(id);
        Block block = Blocks.require(note.document(), blockId);
        if (!Editing.mark(block).equals(mark)) {
            return to(id, "editor.not_deleted", blockId);
        }
        String before = Blocks.before(note.document(), blockId);
        desk.notes.delete(id, note.etag(), blockId);
        return Response.seeOther(URI.create("/notes/" + id + "?done=editor.deleted&gone=" + blockId + "&from="
                        + note.revisionId() + (before == null ? "" : "#" + before)))
                .build();
    }

    @POST
    @Path("/{block}/undeletion")
    public Response undelete(
            @PathParam("id") long id, @PathParam("block") String blockId, @QueryParam("from") long revisionId) {
        Note note = desk.notes.require(id);
        desk.notes.undelete(id, note.etag(), revisionId, blockId);
        return to(id, "editor.restored", blockId);
    }

    /** A designed body, in a frame of its own. */
    @GET
    @Path("/{block}/frame")
    public Response frame(@PathParam("id") long id, @PathParam("block") String blockId) {
        Content content =
                Blocks.require(desk.notes.require(id).document(), blockId).content();
        String html = content instanceof Content.Html designed ? designed.html() : "";
        return Response.ok("<!DOCTYPE html><meta charset=\"utf-8\"><title>" + SafeHtml.escape(blockId)
                        + "</title><body>" + html)
                .header("Content-Security-Policy", SecurityHeaders.SANDBOX)
                .build();
    }

    private OpenForm open(Block block, Messages words) {
        BlockType type = BlockType.require(block.type());
        return OpenForm.of(type, block.id(), null, Editing.mark(block), desk.forms.of(block), words);
    }

    private OpenForm clash(OpenForm form, Note note, Optional<Block> theirs, ContainerRequestContext request) {
        Messages words = words(request);
        String zone = desk.series.require(note.seriesId()).zone();
        String who = desk.users.nameOf(note.updatedBy());
        String at = new Formats(words).time(note.updatedAt(), zone);
        return theirs.map(block -> form.with(
                        new Clash(words.say("editor.clash", who, at), desk.card(note, block, words)),
                        Editing.mark(block)))
                .orElseGet(() -> form.with(new Clash(words.say("editor.clash_deleted", who, at), null), ""));
    }

    private void change(long id, UnaryOperator<Document> rule) {
        for (int attempt = 1; ; attempt++) {
            try {
                desk.notes.change(id, desk.notes.require(id).etag(), rule);
                return;
            } catch (Problem problem) {
                if (problem.kind() != Problem.Kind.PRECONDITION_FAILED || attempt == TRIES) {
                    throw problem;
                }
            }
        }
    }

    private Page page(long id, OpenForm form, ContainerRequestContext request) {
        return desk.page(desk.notes.require(id), words(request), null, form);
    }

    private Response again(long id, OpenForm form, int status, ContainerRequestContext request) {
        return Response.status(status).entity(page(id, form, request)).build();
    }

    /** The block to add after, or the last one when it was deleted meanwhile. */
    private static @Nullable String standing(Document document, @Nullable String after) {
        return after == null || find(document, after).isPresent() ? after : Blocks.last(document);
    }

    private static Optional<Block> find(Document document, String blockId) {
        return document.blocks().stream()
                .filter(block -> block.id().equals(blockId))
                .findFirst();
    }

    private static Response to(long id, @Nullable String done, String anchor) {
        return Response.seeOther(URI.create("/notes/" + id + (done == null ? "" : "?done=" + done) + "#" + anchor))
                .build();
    }

    static Messages words(ContainerRequestContext request) {
        return Messages.in(Visitor.of(request).map(Visitor::language).orElse("en"));
    }

    private static Typed typed(FormDataMultiPart parts) {
        Typed typed = new Typed();
        parts.getFields().forEach((name, values) -> {
            for (FormDataBodyPart part : values) {
                String file = part.getContentDisposition().getFileName();
                if (file == null) {
                    typed.put(name, part.getValue());
                } else if (!file.isBlank()) {
                    typed.put(name, new Typed.Upload(file, part.getValueAs(byte[].class)));
                }
            }
        });
        return typed;
    }
}
