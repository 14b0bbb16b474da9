package org.chatnotes.library;

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
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chatnotes.problem.Problem;
import org.jspecify.annotations.Nullable;

/** The library for programs: list and search, read, add, change. */
@Path("/api/v1/resources")
@Produces(MediaType.APPLICATION_JSON)
public final class LibraryResource {
    private static final int MAX_PAGE = 200;

    private final Library library;

    public LibraryResource(Library library) {
        this.library = library;
    }

    /** What may be left out has a default. */
    record Body(
            @Nullable String title,
            @Nullable String url,
            @Nullable ResourceKind kind,
            @Nullable String publisher,
            @Nullable String language,
            @Nullable Set<String> programmes,
            @Nullable Set<String> roles,
            @Nullable Set<String> codes,
            @Nullable Login login,
            @Nullable String appliesFrom,
            @Nullable Long replacedBy) {
        ResourceDraft draft() {
            return new ResourceDraft(
                    title == null ? "" : title,
                    url,
                    kind == null ? ResourceKind.ARTICLE : kind,
                    publisher,
                    language,
                    programmes == null ? Set.of() : programmes,
                    roles == null ? Set.of() : roles,
                    codes == null ? Set.of() : codes,
                    login == null ? Login.UNKNOWN : login,
                    appliesFrom,
                    replacedBy);
        }
    }

    @GET
    public Map<String, Object> list(
            @QueryParam("q") @DefaultValue("") String words,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("after") @Nullable Long after) {
        int size = Math.max(1, Math.min(limit, MAX_PAGE));
        List<Resource> found = library.list(words, after, size + 1);
        List<Resource> items = found.subList(0, Math.min(size, found.size()));
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("items", items);
        if (found.size() > size) {
            page.put("next", items.get(size - 1).id());
        }
        return page;
    }

    @GET
    @Path("/{id:[0-9]{1,15}}")
    public Resource get(@PathParam("id") long id) {
        return library.require(id);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(@Nullable Body body) {
        Resource made = library.create(given(body).draft());
        return Response.created(URI.create("/api/v1/resources/" + made.id()))
                .entity(made)
                .build();
    }

    @PUT
    @Path("/{id:[0-9]{1,15}}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Resource update(@PathParam("id") long id, @Nullable Body body) {
        return library.update(id, given(body).draft());
    }

    private static Body given(@Nullable Body body) {
        if (body == null) {
            throw Problem.invalid("title", "Send the resource as JSON, with a title at least.");
        }
        return body;
    }
}
