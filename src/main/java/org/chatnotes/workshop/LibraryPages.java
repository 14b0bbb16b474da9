package org.chatnotes.workshop;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.chatnotes.library.Library;
import org.chatnotes.library.Login;
import org.chatnotes.library.Resource;
import org.chatnotes.library.ResourceDraft;
import org.chatnotes.library.ResourceKind;
import org.chatnotes.lists.Lists;
import org.chatnotes.lists.Term;
import org.chatnotes.problem.Problem;
import org.chatnotes.web.Page;
import org.jspecify.annotations.Nullable;

/** The library in the workshop: a list to search, and a form for one resource. */
@Path("/library")
@Produces(MediaType.TEXT_HTML)
public final class LibraryPages {
    private static final int PAGE = 50;

    private final Library library;
    private final Lists lists;

    public LibraryPages(Library library, Lists lists) {
        this.library = library;
        this.lists = lists;
    }

    @GET
    public Page list(@QueryParam("q") @DefaultValue("") String words, @QueryParam("after") @Nullable Long after) {
        List<Resource> found = library.list(words, after, PAGE + 1);
        List<Resource> shown = found.subList(0, Math.min(PAGE, found.size()));
        return Page.of("library/list")
                .with("resources", shown)
                .with("q", words)
                .with("count", library.count(words))
                .with("all", library.count(""))
                .with("programmes", lists.programmes())
                .with("roles", lists.roles())
                .with("first", after == null)
                .with("next", found.size() > PAGE ? shown.get(PAGE - 1).id() : null);
    }

    @GET
    @Path("/new")
    public Page fresh() {
        return form(ResourceDraft.of("", null, ResourceKind.ARTICLE), null);
    }

    @POST
    public Response create(MultivaluedMap<String, String> fields) {
        ResourceDraft typed = typed(fields);
        try {
            library.create(typed);
            return Response.seeOther(URI.create("/library?done=library.added")).build();
        } catch (Problem problem) {
            return again(typed, null, problem);
        }
    }

    @GET
    @Path("/{id:[0-9]{1,15}}")
    public Page edit(@PathParam("id") long id) {
        return form(library.require(id).draft(), id);
    }

    @POST
    @Path("/{id:[0-9]{1,15}}")
    public Response save(@PathParam("id") long id, MultivaluedMap<String, String> fields) {
        ResourceDraft typed = typed(fields);
        try {
            library.update(id, typed);
            return Response.seeOther(URI.create("/library?done=library.saved")).build();
        } catch (Problem problem) {
            return again(typed, id, problem);
        }
    }

    private Response again(ResourceDraft typed, @Nullable Long id, Problem problem) {
        int status = problem.kind() == Problem.Kind.NOT_FOUND ? 404 : 422;
        return Response.status(status).entity(form(typed, id).with(problem)).build();
    }

    private Page form(ResourceDraft draft, @Nullable Long id) {
        return Page.of("library/form")
                .with("draft", draft)
                .with("id", id)
                .with("codes", String.join(", ", draft.codes()))
                .with("kinds", ResourceKind.values())
                .with("logins", Login.values())
                .with("programmes", offered(lists.programmes(), draft.programmes()))
                .with("roles", offered(lists.roles(), draft.roles()));
    }

    /** Retired ones are offered where they are chosen already. */
    private static List<Term> offered(List<Term> terms, Set<String> chosen) {
        return terms.stream()
                .filter(term -> !term.retired() || chosen.contains(term.code()))
                .toList();
    }

    private static ResourceDraft typed(MultivaluedMap<String, String> fields) {
        Set<String> codes =
                new LinkedHashSet<>(Arrays.asList(text(fields, "codes").split("[,;\\s]+")));
        codes.remove("");
        return new ResourceDraft(
                text(fields, "title"),
                text(fields, "url"),
                kind(text(fields, "kind")),
                text(fields, "publisher"),
                text(fields, "language"),
                Set.copyOf(fields.getOrDefault("programmes", List.of())),
                Set.copyOf(fields.getOrDefault("roles", List.of())),
                codes,
                login(text(fields, "login")),
                text(fields, "applies_from"),
                null);
    }

    private static ResourceKind kind(String code) {
        return code.isEmpty() ? ResourceKind.ARTICLE : ResourceKind.of(code);
    }

    private static Login login(String code) {
        return code.isEmpty() ? Login.UNKNOWN : Login.of(code);
    }

    private static String text(MultivaluedMap<String, String> fields, String name) {
        String value = fields.getFirst(name);
        return value == null ? "" : value.strip();
    }
}
