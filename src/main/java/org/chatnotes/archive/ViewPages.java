package org.chatnotes.archive;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.BiFunction;
import org.chatnotes.editions.Edition;
import org.chatnotes.editions.Editions;
import org.chatnotes.markup.Templates;
import org.chatnotes.problem.Problem;
import org.chatnotes.rendering.NotePage;
import org.chatnotes.rendering.PageRequest;
import org.chatnotes.rendering.Rendering;
import org.chatnotes.rendering.VariantKey;
import org.chatnotes.settings.Settings;
import org.chatnotes.signing.Grant;
import org.chatnotes.signing.Purpose;
import org.chatnotes.signing.Signing;
import org.chatnotes.web.Page;
import org.chatnotes.web.Public;

/** "Read in the browser": one variant of one edition, nothing personal, the same page for all who share the variant. */
@Public
@Path("/view/{token}")
@Produces(MediaType.TEXT_HTML)
public final class ViewPages {
    private final Archive archive;
    private final Editions editions;
    private final Rendering rendering;
    private final Signing signing;
    private final Settings settings;
    private final BiFunction<Long, Long, VariantKey> variants;

    /** @param variants the variant of an edition, by the ids of both */
    public ViewPages(
            Archive archive,
            Editions editions,
            Rendering rendering,
            Signing signing,
            Settings settings,
            BiFunction<Long, Long, VariantKey> variants) {
        this.variants = variants;
        this.archive = archive;
        this.editions = editions;
        this.rendering = rendering;
        this.signing = signing;
        this.settings = settings;
    }

    @GET
    public Page view(@PathParam("token") String token) {
        Grant grant = grant(token);
        Edition edition = editions.require(grant.subject());
        VariantKey key = variants.apply(grant.subject(), grant.scope());
        NotePage page = rendering.page(new PageRequest(
                edition.noteId(),
                archive.document(edition),
                key.language(),
                null,
                key.blockIds(),
                "/view/" + token + "/body"));
        return Page.of("archive/note")
                .in(key.language())
                .with("page", page)
                .with("article", Templates.safe(page.article()))
                .with("base", "")
                .with("corrected", null)
                .with("zone", settings.group().zone())
                .with("others", null)
                .with("everything", archive.path(edition.noteId()).orElse(null));
    }

    @GET
    @Path("/body")
    public Response body(@PathParam("token") String token) {
        return ArchivePages.framed(
                rendering.body(archive.document(editions.require(grant(token).subject()))));
    }

    private Grant grant(String token) {
        return signing.open(token, Purpose.VIEW)
                .orElseThrow(() -> Problem.notFound("This link was cut off or changed. Open it from the mail again."));
    }
}
