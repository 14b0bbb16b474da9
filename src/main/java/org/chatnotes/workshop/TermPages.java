package org.chatnotes.workshop;

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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chatnotes.i18n.Messages;
import org.chatnotes.lists.Lists;
import org.chatnotes.lists.Term;
import org.chatnotes.markup.PlainLine;
import org.chatnotes.problem.Problem;
import org.chatnotes.web.Page;
import org.jspecify.annotations.Nullable;

/** Programmes and roles: rows with a code, an order and labels per language; retired, never deleted. */
@Path("/settings/{kind:programmes|roles}")
@Produces(MediaType.TEXT_HTML)
public final class TermPages {
    private final Lists lists;

    TermPages(Lists lists) {
        this.lists = lists;
    }

    @GET
    @Path("/form")
    public Page form(@PathParam("kind") String kind, @QueryParam("code") @Nullable String code) {
        return page(
                kind,
                code == null ? new Term("", all(kind).size(), false, Map.of(), Map.of()) : require(kind, code),
                code == null);
    }

    @POST
    @Path("/form")
    public Response save(@PathParam("kind") String kind, MultivaluedMap<String, String> fields) {
        boolean fresh = fields.getFirst("fresh") != null;
        Term term = typed(kind, fields);
        try {
            if (fresh && all(kind).stream().anyMatch(known -> known.code().equalsIgnoreCase(term.code()))) {
                throw Problem.invalid("code", "“" + term.code() + "” is there already.");
            }
            put(kind, term);
            return back("term_saved");
        } catch (Problem problem) {
            return Response.status(problem.kind().status())
                    .entity(page(kind, term, fresh).with(problem))
                    .build();
        }
    }

    /** Moves one up in the order of all forms. */
    @POST
    @Path("/order")
    public Response up(@PathParam("kind") String kind, MultivaluedMap<String, String> fields) {
        Term moved = require(kind, String.valueOf(fields.getFirst("code")));
        List<Term> order = new ArrayList<>(all(kind));
        int at = order.indexOf(moved);
        if (at > 0) {
            order.add(at - 1, order.remove(at));
        }
        for (int i = 0; i < order.size(); i++) {
            Term term = order.get(i);
            if (term.position() != i) {
                put(kind, new Term(term.code(), i, term.retired(), term.labels(), term.names()));
            }
        }
        return back("term_moved");
    }

    private Term typed(String kind, MultivaluedMap<String, String> fields) {
        String code = text(fields, "code");
        Map<String, String> labels = new HashMap<>();
        Map<String, String> names = new HashMap<>();
        for (String language : Messages.LANGUAGES) {
            putIfThere(labels, language, text(fields, "label_" + language));
            putIfThere(names, language, text(fields, "name_" + language));
        }
        int position = all(kind).stream()
                .filter(known -> known.code().equals(code))
                .findFirst()
                .map(Term::position)
                .orElse(all(kind).size());
        return new Term(code, position, fields.getFirst("retired") != null, labels, names);
    }

    private static void putIfThere(Map<String, String> map, String language, String value) {
        if (!value.isEmpty()) {
            map.put(language, value);
        }
    }

    private static String text(MultivaluedMap<String, String> fields, String name) {
        String value = fields.getFirst(name);
        return value == null ? "" : PlainLine.of(value);
    }

    private Page page(String kind, Term term, boolean fresh) {
        return Page.of("workshop/term").with("kind", kind).with("term", term).with("fresh", fresh);
    }

    private List<Term> all(String kind) {
        return kind.equals("roles") ? lists.roles() : lists.programmes();
    }

    private void put(String kind, Term term) {
        if (kind.equals("roles")) {
            lists.saveRole(term);
        } else {
            lists.saveProgramme(term);
        }
    }

    private Term require(String kind, String code) {
        return all(kind).stream()
                .filter(term -> term.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("There is no “" + code + "” among them."));
    }

    private static Response back(String key) {
        return Response.seeOther(URI.create("/settings?done=workshop." + key + "#readers"))
                .build();
    }
}
