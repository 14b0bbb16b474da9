package org.chatnotes.transfer;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.chatnotes.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Imports for programs: the CSV is the body, the report the answer. */
@Path("/api/v1/imports")
@Produces(MediaType.APPLICATION_JSON)
public final class ImportResource {
    private final Imports imports;

    public ImportResource(Imports imports) {
        this.imports = imports;
    }

    /** @param list name or slug; {@code consent}: already or ask; {@code name} of the file, for the records */
    @POST
    @Consumes({"text/csv", MediaType.TEXT_PLAIN})
    public ImportReport run(
            InputStream body,
            @QueryParam("list") @Nullable String list,
            @QueryParam("consent") @Nullable String consent,
            @QueryParam("dry_run") @DefaultValue("false") boolean dryRun,
            @QueryParam("name") @DefaultValue("api") String name) {
        if (list == null || consent == null) {
            throw Problem.invalid("Say which list and which consent: ?list=NAME&consent=already (or ask).");
        }
        return imports.run(body, name, new ImportOrder(list, ImportConsent.of(consent), dryRun), ImportProgress.SILENT);
    }
}
