package org.chatnotes.editor;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chatnotes.notes.Note;
import org.chatnotes.notes.Revision;
import org.chatnotes.notes.RevisionLine;
import org.chatnotes.web.Page;

/** What a note said before: the list of its revisions, each to be seen and restored. */
@Path("/notes/{id:[0-9]{1,15}}/revisions")
@Produces(MediaType.TEXT_HTML)
public final class RevisionPages {
    private final Desk desk;

    public RevisionPages(Desk desk) {
        this.desk = desk;
    }

    @GET
    public Page list(@PathParam("id") long id) {
        Note note = desk.notes.require(id);
        List<RevisionLine> revisions = desk.notes.revisions(id);
        Map<String, String> names = new HashMap<>();
        revisions.forEach(
                line -> names.computeIfAbsent(String.valueOf(line.author()), none -> desk.users.nameOf(line.author())));
        return desk.common("editor/revisions", note)
                .with("revisions", revisions)
                .with("names", names);
    }

    @GET
    @Path("/{number:[0-9]{1,9}}")
    public Page see(
            @PathParam("id") long id, @PathParam("number") int number, @Context ContainerRequestContext request) {
        Note note = desk.notes.require(id);
        Revision revision = desk.notes.revision(id, number);
        return desk.common("editor/revision", note)
                .with("revision", revision)
                .with("author", desk.users.nameOf(revision.author()))
                .with("cards", desk.cards(revision.document(), BlockPages.words(request)));
    }

    @POST
    @Path("/{number:[0-9]{1,9}}/restoration")
    public Response restore(@PathParam("id") long id, @PathParam("number") int number) {
        Note note = desk.notes.require(id);
        desk.notes.restore(id, note.etag(), desk.notes.revision(id, number).id());
        return Response.seeOther(URI.create("/notes/" + id + "?done=editor.revision_restored"))
                .build();
    }
}
