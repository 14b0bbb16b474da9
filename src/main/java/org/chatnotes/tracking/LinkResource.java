package org.chatnotes.tracking;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.chatnotes.problem.Problem;
import org.jspecify.annotations.Nullable;

/** The short links of a note, for programs: which there are, where they lead, and corrections. */
@Path("/api/v1/notes/{note:[0-9]{1,15}}/links")
@Produces(MediaType.APPLICATION_JSON)
public final class LinkResource {
    private final Links links;

    public LinkResource(Links links) {
        this.links = links;
    }

    /** The links of a note, and what was corrected in them. */
    public record Listing(List<Link> items, List<Correction> corrections) {}

    record Target(@Nullable String url) {}

    @GET
    public Listing list(@PathParam("note") long note) {
        return new Listing(links.ofNote(note), links.corrections(note));
    }

    @PUT
    @Path("/{key}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Link correct(@PathParam("note") long note, @PathParam("key") String key, Target target) {
        if (links.require(key).noteId() != note) {
            throw Problem.notFound("Note " + note + " has no link " + key + ".");
        }
        if (target.url() == null) {
            throw Problem.invalid("url", "Say where the link should lead, as “url”.");
        }
        return links.correct(key, target.url());
    }
}
