package org.chatnotes.transfer;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import org.chatnotes.lists.Lists;
import org.chatnotes.lists.MailingList;
import org.chatnotes.problem.Problem;
import org.chatnotes.web.Page;
import org.glassfish.jersey.media.multipart.FormDataContentDisposition;
import org.glassfish.jersey.media.multipart.FormDataParam;
import org.jspecify.annotations.Nullable;

/** A file of people by the workshop: first the report of what would happen, then the import. */
@Path("/subscribers/import")
@Produces(MediaType.TEXT_HTML)
public final class ImportPages {
    private static final int INVALID = 422;

    private final Imports imports;
    private final Lists lists;

    public ImportPages(Imports imports, Lists lists) {
        this.imports = imports;
        this.lists = lists;
    }

    @GET
    public Page form(@QueryParam("list") @DefaultValue("") String list) {
        return page(list, "already");
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response take(
            @FormDataParam("file") @Nullable InputStream file,
            @FormDataParam("file") @Nullable FormDataContentDisposition about,
            @FormDataParam("list") @DefaultValue("") String list,
            @FormDataParam("consent") @DefaultValue("already") String consent) {
        try {
            String name = about == null || about.getFileName() == null ? "" : about.getFileName();
            if (file == null || name.isBlank()) {
                throw Problem.invalid("file", "Choose a CSV file.");
            }
            MailingList chosen = lists.find(number(list))
                    .orElseThrow(() -> Problem.invalid("list", "Choose the list these people come to."));
            ImportOrder order = new ImportOrder(chosen.name(), ImportConsent.of(consent), true);
            Upload upload = imports.uploads().take(file, name, order);
            return to(upload, "");
        } catch (Problem problem) {
            return Response.status(INVALID)
                    .entity(page(list, consent).with(problem))
                    .build();
        }
    }

    @GET
    @Path("{id:[0-9]{1,15}}")
    public Page report(@PathParam("id") long id) {
        Upload upload = imports.uploads().require(id);
        return Page.of("transfer/report")
                .with("upload", upload)
                .with("report", upload.report() == null ? upload.forecast() : upload.report())
                .with("finished", upload.report() != null)
                .with("rejects", Uploads.rejects(upload))
                .with("list", lists.require(upload.listId()));
    }

    @POST
    @Path("{id:[0-9]{1,15}}")
    public Response carryOut(@PathParam("id") long id) {
        return to(imports.uploads().carryOut(id), "?done=transfer.imported");
    }

    /** The refused rows with their reasons, to be mended and brought in again. */
    @GET
    @Path("{id:[0-9]{1,15}}/rejects.csv")
    @Produces("text/csv")
    public Response rejects(@PathParam("id") long id) {
        String rejects = Uploads.rejects(imports.uploads().require(id));
        if (rejects == null || !Files.isRegularFile(java.nio.file.Path.of(rejects))) {
            throw Problem.notFound("There is no file of refused rows for import " + id + ".");
        }
        return Response.ok(java.nio.file.Path.of(rejects).toFile(), "text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"refused-" + id + ".csv\"")
                .build();
    }

    private Page page(String list, String consent) {
        return Page.of("transfer/import")
                .with("lists", lists.all())
                .with("list", list)
                .with("consent", consent)
                .with("programmes", lists.programmes())
                .with("roles", lists.roles());
    }

    private static Response to(Upload upload, String done) {
        return Response.seeOther(URI.create("/subscribers/import/" + upload.id() + done))
                .build();
    }

    private static long number(String text) {
        return text.matches("[0-9]{1,15}") ? Long.parseLong(text) : 0;
    }
}
