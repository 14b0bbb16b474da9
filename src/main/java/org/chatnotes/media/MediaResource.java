package org.chatnotes.media;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chatnotes.problem.Problem;
import org.glassfish.jersey.media.multipart.FormDataContentDisposition;
import org.glassfish.jersey.media.multipart.FormDataParam;
import org.jspecify.annotations.Nullable;

/** Pictures for programs: list, upload (as multipart, or the bytes alone), describe. */
@Path("/api/v1/media")
@Produces(MediaType.APPLICATION_JSON)
public final class MediaResource {
    private static final int MAX_PAGE = 200;

    private final Media media;

    public MediaResource(Media media) {
        this.media = media;
    }

    /** A picture as JSON: the record and where it is served. */
    public record View(
            long id,
            String name,
            String type,
            int width,
            int height,
            @Nullable String alt,
            boolean decorative,
            String hash,
            String path) {
        static View of(Picture picture) {
            return new View(
                    picture.id(),
                    picture.name(),
                    picture.type(),
                    picture.width(),
                    picture.height(),
                    picture.alt(),
                    picture.decorative(),
                    picture.hash(),
                    picture.path());
        }
    }

    record Description(@Nullable String alt, boolean decorative) {}

    @GET
    public Map<String, Object> list(
            @QueryParam("limit") @DefaultValue("50") int limit, @QueryParam("after") @Nullable Long after) {
        int size = Math.max(1, Math.min(limit, MAX_PAGE));
        List<View> items = media.before(after == null ? Long.MAX_VALUE : after, size).stream()
                .map(View::of)
                .toList();
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("items", items);
        if (items.size() == size) {
            page.put("next", items.get(size - 1).id());
        }
        return page;
    }

    @GET
    @Path("/{id:[0-9]{1,15}}")
    public View get(@PathParam("id") long id) {
        return View.of(media.require(id));
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response upload(
            @FormDataParam("file") @Nullable InputStream file,
            @FormDataParam("file") @Nullable FormDataContentDisposition disposition,
            @FormDataParam("alt") @Nullable String alt,
            @FormDataParam("decorative") @DefaultValue("false") boolean decorative) {
        if (file == null || disposition == null) {
            throw Problem.invalid("file", "Send the picture as the part “file”.");
        }
        return created(file, disposition.getFileName(), alt, decorative);
    }

    @POST
    @Consumes({"image/png", "image/jpeg", "image/gif", "image/webp", "application/octet-stream"})
    public Response upload(
            InputStream body,
            @QueryParam("name") @DefaultValue("picture") String name,
            @QueryParam("alt") @Nullable String alt,
            @QueryParam("decorative") @DefaultValue("false") boolean decorative) {
        return created(body, name, alt, decorative);
    }

    @PUT
    @Path("/{id:[0-9]{1,15}}")
    @Consumes(MediaType.APPLICATION_JSON)
    public View describe(@PathParam("id") long id, Description description) {
        return View.of(media.describe(id, description.alt(), description.decorative()));
    }

    private Response created(InputStream in, @Nullable String name, @Nullable String alt, boolean decorative) {
        try {
            byte[] bytes = in.readNBytes(Media.LIMIT + 1);
            View view = View.of(media.store(bytes, name == null ? "picture" : name, alt, decorative));
            return Response.created(URI.create("/api/v1/media/" + view.id()))
                    .entity(view)
                    .build();
        } catch (IOException e) {
            throw Problem.invalid("file", "The picture broke off on its way. Please send it again.");
        }
    }
}
