package org.chatnotes.archive;

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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chatnotes.i18n.Messages;
import org.chatnotes.markup.Templates;
import org.chatnotes.rendering.NotePage;
import org.chatnotes.rendering.PageRequest;
import org.chatnotes.rendering.Rendering;
import org.chatnotes.settings.Group;
import org.chatnotes.settings.Settings;
import org.chatnotes.tracking.Correction;
import org.chatnotes.tracking.Links;
import org.chatnotes.web.Page;
import org.chatnotes.web.Public;
import org.chatnotes.web.SecurityHeaders;
import org.jspecify.annotations.Nullable;

/** The archive as readers see it: the list, a note, the feed. */
@Public
@Path("/archive")
@Produces(MediaType.TEXT_HTML)
public final class ArchivePages {
    private static final int PAGE = 30;
    private static final int OTHERS = 3;

    private final Archive archive;
    private final Rendering rendering;
    private final Links links;
    private final Settings settings;
    private final Templates templates;
    private final String publicUrl;

    public ArchivePages(
            Archive archive,
            Rendering rendering,
            Links links,
            Settings settings,
            Templates templates,
            String publicUrl) {
        this.archive = archive;
        this.rendering = rendering;
        this.links = links;
        this.settings = settings;
        this.templates = templates;
        this.publicUrl = publicUrl;
    }

    @GET
    public Page list(@QueryParam("before") @Nullable Long before, @Context ContainerRequestContext request) {
        String language = language(request);
        List<Archived> notes = archive.before(before == null ? Long.MAX_VALUE : before, PAGE, language);
        return Page.of("archive/list")
                .in(language)
                .with("notes", notes)
                .with("zone", settings.group().zone())
                .with("first", before == null)
                .with("older", notes.size() == PAGE ? notes.get(PAGE - 1).editionId() : null);
    }

    @GET
    @Path("/{series}/{slug}")
    public Page note(
            @PathParam("series") String series,
            @PathParam("slug") String slug,
            @QueryParam("show") @DefaultValue("") String show,
            @Context ContainerRequestContext request) {
        String language = language(request);
        Archived note = archive.require(series, slug, language);
        NotePage page = rendering.page(new PageRequest(
                note.noteId(), note.document(), language, show.isBlank() ? null : show, null, note.path() + "/body"));
        List<Archived> others = archive.before(Long.MAX_VALUE, OTHERS + 1, language).stream()
                .filter(other -> other.noteId() != note.noteId())
                .limit(OTHERS)
                .toList();
        return Page.of("archive/note")
                .in(language)
                .with("page", page)
                .with("article", Templates.safe(page.article()))
                .with("base", note.path())
                .with("corrected", corrected(note))
                .with("zone", settings.group().zone())
                .with("others", others)
                .with("everything", null);
    }

    /** A designed body by itself, for its frame. */
    @GET
    @Path("/{series}/{slug}/body")
    public Response body(@PathParam("series") String series, @PathParam("slug") String slug) {
        return framed(rendering.body(archive.require(series, slug, "en").document()));
    }

    /** In the sandbox of foreign HTML; its links may open pages of their own, for else none of them would work. */
    static Response framed(String html) {
        return Response.ok(html, "text/html; charset=utf-8")
                .header(
                        "Content-Security-Policy",
                        SecurityHeaders.SANDBOX.replace(
                                "sandbox;", "sandbox allow-popups allow-popups-to-escape-sandbox;"))
                .build();
    }

    @GET
    @Path("/feed.xml")
    @Produces("application/atom+xml")
    public Response feed() {
        Group group = settings.group();
        Map<String, Object> model = new HashMap<>();
        model.put("group", group);
        model.put("publicUrl", publicUrl);
        model.put("notes", archive.before(Long.MAX_VALUE, PAGE, group.language()));
        return Response.ok(templates.render("web/archive/feed.ftlx", Messages.in(group.language()), model))
                .type("application/atom+xml; charset=utf-8")
                .build();
    }

    /** The last correction of a link since the note went out. */
    private @Nullable Correction corrected(Archived note) {
        return links.corrections(note.noteId()).stream()
                .filter(correction -> correction.at().isAfter(note.sentAt()))
                .findFirst()
                .orElse(null);
    }

    /** What the reader's browser asks for, among the languages that we have words in. */
    private String language(ContainerRequestContext request) {
        return request.getAcceptableLanguages().stream()
                .map(Locale::getLanguage)
                .filter(Messages.LANGUAGES::contains)
                .findFirst()
                .orElse(settings.group().language());
    }
}
