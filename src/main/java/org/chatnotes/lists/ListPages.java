package org.chatnotes.lists;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.chatnotes.problem.Problem;
import org.chatnotes.web.Page;
import org.jspecify.annotations.Nullable;

/** The lists, and one of them with its settings. */
@Path("/lists")
@Produces(MediaType.TEXT_HTML)
public final class ListPages {
    private static final int INVALID = 422;

    private final Lists lists;

    public ListPages(Lists lists) {
        this.lists = lists;
    }

    @GET
    public Page all() {
        Map<MailingList, StateCounts> counted = new LinkedHashMap<>();
        lists.all().forEach(list -> counted.put(list, lists.counts(list.id())));
        return Page.of("lists/all").with("lists", counted.entrySet());
    }

    @GET
    @Path("new")
    public Page form() {
        return Page.of("lists/one").with("typed", NewList.named(""));
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response create(MultivaluedMap<String, String> fields) {
        NewList typed = typed(fields);
        try {
            return done(lists.create(typed).id(), "made");
        } catch (Problem problem) {
            return Response.status(INVALID)
                    .entity(Page.of("lists/one").with("typed", typed).with(problem))
                    .build();
        }
    }

    @GET
    @Path("{id:[0-9]{1,15}}")
    public Page show(@PathParam("id") long id) {
        MailingList list = lists.require(id);
        return page(
                list,
                new NewList(
                        list.name(),
                        list.description(),
                        list.doubleOptIn(),
                        list.fromName(),
                        list.fromEmail(),
                        list.replyTo()));
    }

    @POST
    @Path("{id:[0-9]{1,15}}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(@PathParam("id") long id, MultivaluedMap<String, String> fields) {
        NewList typed = typed(fields);
        try {
            lists.update(id, typed);
            return done(id, "saved");
        } catch (Problem problem) {
            return Response.status(INVALID)
                    .entity(page(lists.require(id), typed).with(problem))
                    .build();
        }
    }

    private Page page(MailingList list, NewList typed) {
        return Page.of("lists/one").with("list", list).with("typed", typed).with("counts", lists.counts(list.id()));
    }

    private static NewList typed(MultivaluedMap<String, String> fields) {
        @Nullable String name = fields.getFirst("name");
        return new NewList(
                name == null ? "" : name,
                fields.getFirst("description"),
                fields.containsKey("double_opt_in"),
                fields.getFirst("from_name"),
                fields.getFirst("from_email"),
                fields.getFirst("reply_to"));
    }

    private static Response done(long id, String what) {
        return Response.seeOther(URI.create("/lists/" + id + "?done=lists." + what))
                .build();
    }
}
