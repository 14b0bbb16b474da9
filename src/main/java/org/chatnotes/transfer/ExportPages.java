package org.chatnotes.transfer;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.chatnotes.lists.Lists;
import org.chatnotes.lists.MailingList;

/** A list as a CSV file. */
@Path("/lists/{id:[0-9]{1,15}}/export.csv")
public final class ExportPages {
    private final Exports exports;
    private final Lists lists;

    public ExportPages(Exports exports, Lists lists) {
        this.exports = exports;
        this.lists = lists;
    }

    @GET
    @Produces("text/csv")
    public Response export(@PathParam("id") long id) {
        MailingList list = lists.require(id);
        StreamingOutput body = out -> exports.write(list.name(), out);
        return Response.ok(body, "text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"" + list.slug() + ".csv\"")
                .build();
    }
}
