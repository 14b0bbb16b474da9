package org.chatnotes.editor;

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
import java.util.HashMap;
import java.util.Map;
import org.chatnotes.lists.Lists;
import org.chatnotes.problem.Problem;
import org.chatnotes.series.AllSeries;
import org.chatnotes.series.Series;
import org.chatnotes.series.SeriesDraft;
import org.chatnotes.settings.Settings;
import org.chatnotes.web.Page;
import org.jspecify.annotations.Nullable;

/** The series of notes and their defaults. */
@Path("/series")
@Produces(MediaType.TEXT_HTML)
public final class SeriesPages {
    private final AllSeries series;
    private final Lists lists;
    private final Settings settings;

    public SeriesPages(AllSeries series, Lists lists, Settings settings) {
        this.series = series;
        this.lists = lists;
        this.settings = settings;
    }

    @GET
    public Page list() {
        Map<String, String> names = new HashMap<>();
        lists.all().forEach(list -> names.put(String.valueOf(list.id()), list.name()));
        return Page.of("editor/series_list").with("allSeries", series.all()).with("listNames", names);
    }

    @GET
    @Path("/new")
    public Page fresh() {
        SeriesDraft draft =
                SeriesDraft.named("", settings.group().zone(), settings.group().language());
        return page(null, typed(draft), null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response create(MultivaluedMap<String, String> form) {
        Typed typed = NotePages.typed(form);
        try {
            series.create(draft(typed));
            return Response.seeOther(URI.create("/series?done=editor.series_saved"))
                    .build();
        } catch (Problem problem) {
            return Response.status(422).entity(page(null, typed, problem)).build();
        }
    }

    @GET
    @Path("/{id:[0-9]{1,15}}")
    public Page edit(@PathParam("id") long id) {
        Series its = series.require(id);
        return page(its, typed(its.draft()), null);
    }

    @POST
    @Path("/{id:[0-9]{1,15}}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(@PathParam("id") long id, MultivaluedMap<String, String> form) {
        Typed typed = NotePages.typed(form);
        Series its = series.require(id);
        try {
            series.update(id, draft(typed));
            return Response.seeOther(URI.create("/series?done=editor.series_saved"))
                    .build();
        } catch (Problem problem) {
            return Response.status(422).entity(page(its, typed, problem)).build();
        }
    }

    private Page page(@Nullable Series its, Typed typed, @Nullable Problem problem) {
        Map<String, String> errors = new HashMap<>();
        if (problem != null) {
            problem.fields().forEach(field -> errors.put(field.name(), field.message()));
        }
        return Page.of("editor/series")
                .with("series", its)
                .with("values", typed.shown())
                .with("lists", lists.all())
                .with("errors", errors)
                .with("problem", problem == null ? null : problem.sentence());
    }

    private static Typed typed(SeriesDraft draft) {
        return new Typed()
                .put("name", draft.name())
                .put("slug", draft.slug())
                .put("rule", draft.rule())
                .put("zone", draft.zone())
                .put("language", draft.language())
                .put("design", draft.design())
                .put("list", draft.listId() == null ? null : draft.listId().toString())
                .put("short_links", draft.shortLinks() ? "1" : null)
                .put("numbered", draft.numbered() ? "1" : null)
                .put("year_starts", String.valueOf(draft.yearStarts()));
    }

    private static SeriesDraft draft(Typed typed) {
        String list = typed.text("list");
        String month = typed.text("year_starts");
        return new SeriesDraft(
                typed.optional("slug"),
                typed.text("name"),
                typed.optional("rule"),
                typed.text("zone"),
                typed.text("language"),
                typed.text("design").isEmpty() ? "letter" : typed.text("design"),
                typed.has("short_links"),
                list.matches("\\d{1,18}") ? Long.valueOf(list) : null,
                typed.has("numbered"),
                month.matches("\\d{1,2}") ? Integer.parseInt(month) : 0);
    }
}
