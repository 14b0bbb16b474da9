package org.chatnotes.lists;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.chatnotes.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Lists for programs. There are few, so that all come at once. */
@Path("/api/v1/lists")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ListResource {
    private final Lists lists;

    public ListResource(Lists lists) {
        this.lists = lists;
    }

    /** A list with how many people it has in each state. */
    public record View(MailingList list, StateCounts counts) {}

    record Typed(
            @Nullable String name,
            @Nullable String description,
            boolean doubleOptIn,
            @Nullable String fromName,
            @Nullable String fromEmail,
            @Nullable String replyTo) {
        NewList list() {
            return new NewList(name == null ? "" : name, description, doubleOptIn, fromName, fromEmail, replyTo);
        }
    }

    @GET
    public Map<String, List<MailingList>> all() {
        return Map.of("items", lists.all());
    }

    @POST
    public Response create(@Nullable Typed typed) {
        MailingList list = lists.create(body(typed));
        return Response.created(URI.create("/api/v1/lists/" + list.id()))
                .entity(list)
                .build();
    }

    @GET
    @Path("/{id:[0-9]{1,15}}")
    public View get(@PathParam("id") long id) {
        return new View(lists.require(id), lists.counts(id));
    }

    @PUT
    @Path("/{id:[0-9]{1,15}}")
    public MailingList change(@PathParam("id") long id, @Nullable Typed typed) {
        return lists.update(id, body(typed));
    }

    private static NewList body(@Nullable Typed typed) {
        if (typed == null) {
            throw Problem.invalid("The body must be a JSON object, such as {\"name\": \"Monthly notes\"}.");
        }
        return typed.list();
    }
}
