package org.chatnotes.editor;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chatnotes.i18n.Messages;
import org.chatnotes.lists.Term;
import org.chatnotes.mail.Slots;
import org.chatnotes.notes.Note;
import org.chatnotes.problem.Problem;
import org.chatnotes.rendering.RenderRequest;
import org.chatnotes.rendering.Rendered;
import org.chatnotes.rendering.Rendering;
import org.chatnotes.rendering.VariantKey;
import org.chatnotes.series.Series;
import org.chatnotes.subscribers.Format;
import org.chatnotes.web.Page;
import org.chatnotes.web.SecurityHeaders;

/** The mail of a note as a reader of some programmes, roles, language and format gets it. */
@Path("/notes/{id:[0-9]{1,15}}/preview")
@Produces(MediaType.TEXT_HTML)
public final class PreviewPages {
    private final Desk desk;
    private final Rendering rendering;

    public PreviewPages(Desk desk, Rendering rendering) {
        this.desk = desk;
        this.rendering = rendering;
    }

    /** Whom it is shown as for. */
    private record Persona(Set<String> programmes, Set<String> roles, String language, Format format) {
        static Persona of(List<String> programmes, List<String> roles, String language, String format) {
            return new Persona(
                    codes(programmes), codes(roles), language, format.equals("text") ? Format.TEXT : Format.HTML);
        }

        /** One parameter may name several, separated by commas. */
        private static Set<String> codes(List<String> values) {
            Set<String> codes = new LinkedHashSet<>();
            for (String value : values) {
                codes.addAll(BlockForm.codes(value));
            }
            return codes;
        }

        String query() {
            return "programmes=" + encoded(String.join(",", programmes)) + "&roles=" + encoded(String.join(",", roles))
                    + "&language=" + encoded(language);
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }

    @GET
    public Page page(
            @PathParam("id") long id,
            @QueryParam("programmes") List<String> programmes,
            @QueryParam("roles") List<String> roles,
            @QueryParam("language") @DefaultValue("en") String language,
            @QueryParam("format") @DefaultValue("html") String format,
            @Context ContainerRequestContext request) {
        Persona persona = Persona.of(programmes, roles, language, format);
        Note note = desk.notes.require(id);
        Page page = desk.common("editor/preview", note)
                .with("programmes", ticks(desk.lists.programmes(), persona.programmes(), request))
                .with("roles", ticks(desk.lists.roles(), persona.roles(), request))
                .with("languages", Messages.LANGUAGES)
                .with("chosen", persona.language())
                .with("format", persona.format() == Format.TEXT ? "text" : "html")
                .with("frame", "/notes/" + id + "/preview/mail?" + persona.query());
        try {
            Rendered rendered = render(note, persona);
            String html = rendered.html();
            return page.with("subject", filled(rendered.subject(), persona))
                    .with("text", filled(rendered.text(), persona))
                    .with("size", html == null ? 0 : html.getBytes(StandardCharsets.UTF_8).length / 1024 + 1);
        } catch (Problem problem) {
            return page.with("problem", problem.sentence());
        }
    }

    /** The HTML part alone, for the frame. */
    @GET
    @Path("/mail")
    public Response mail(
            @PathParam("id") long id,
            @QueryParam("programmes") List<String> programmes,
            @QueryParam("roles") List<String> roles,
            @QueryParam("language") @DefaultValue("en") String language) {
        Persona persona = Persona.of(programmes, roles, language, "html");
        String html = render(desk.notes.require(id), persona).html();
        return Response.ok(html == null ? "" : filled(html, persona))
                .header("Content-Security-Policy", SecurityHeaders.SANDBOX)
                .build();
    }

    private Rendered render(Note note, Persona persona) {
        Series series = desk.series.require(note.seriesId());
        VariantKey key = rendering.variant(
                note.document(),
                persona.programmes(),
                persona.roles(),
                persona.language(),
                persona.format(),
                series.design());
        return rendering.render(new RenderRequest(note.id(), note.document(), key, false, null, null, null));
    }

    /** With what a reader who gave no name sees; links of a sample lead nowhere. */
    private String filled(String text, Persona persona) {
        Map<String, String> values = Map.of(
                "shown_for", rendering.shownFor(persona.programmes(), persona.roles(), persona.language()),
                "unsubscribe_url", "#",
                "preferences_url", "#",
                "view_url", "#");
        return Slots.fill(text, values::get);
    }

    private static List<Desk.Tick> ticks(List<Term> terms, Set<String> chosen, ContainerRequestContext request) {
        String language = BlockPages.words(request).language();
        return terms.stream()
                .filter(term -> !term.retired())
                .map(term -> new Desk.Tick(term.code(), term.label(language), null, chosen.contains(term.code())))
                .toList();
    }
}
