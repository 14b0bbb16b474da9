package org.chatnotes.tracking;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.chatnotes.web.Public;

/** Follows a short link. GET and HEAD change nothing, so that scanners may open what they like. */
@Public
@Path("/l/{key:[0-9a-z]{1,12}}{variant:(/[0-9A-Za-z]{1,12})?}")
public final class LinkPages {
    private final Links links;

    public LinkPages(Links links) {
        this.links = links;
    }

    /** 302 and not cached, since the target may be corrected any time. */
    @GET
    public Response follow(@PathParam("key") String key) {
        return Response.status(Response.Status.FOUND)
                .header(HttpHeaders.LOCATION, links.require(key).url())
                .header("X-Robots-Tag", "noindex")
                .build();
    }
}
