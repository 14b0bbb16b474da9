package org.chatnotes.media;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.chatnotes.problem.Problem;
import org.chatnotes.web.Public;
import org.jspecify.annotations.Nullable;

/** Serves pictures to mails and pages. The bytes of an address never change, so they may be kept for ever. */
@Public
@Path("/media/{id:[0-9]{1,15}}/{name}")
public final class MediaPages {
    private final Media media;

    public MediaPages(Media media) {
        this.media = media;
    }

    @GET
    public Response get(
            @PathParam("id") long id,
            @PathParam("name") String name,
            @HeaderParam("If-None-Match") @Nullable String known) {
        Picture picture = media.find(id)
                .filter(found -> found.name().equals(name))
                .orElseThrow(() -> Problem.notFound("There is no picture at this address."));
        String etag = "\"" + picture.hash().substring(0, 32) + "\"";
        Response.ResponseBuilder answer = known != null && known.contains(etag)
                ? Response.notModified()
                : Response.ok(media.bytes(id)).type(picture.type());
        return answer.header("ETag", etag)
                .header("Cache-Control", "public, max-age=31536000, immutable")
                // Mails show pictures in web clients of any origin.
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .build();
    }
}
