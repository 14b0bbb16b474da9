package org.chatnotes.workshop;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.chatnotes.editions.Edition;
import org.chatnotes.editions.Editions;
import org.chatnotes.editions.State;
import org.chatnotes.editions.Status;
import org.chatnotes.problem.Problem;
import org.chatnotes.web.Page;
import org.chatnotes.web.PageWriter;

/** Editions: all of them, and one while it goes out. */
@Path("/editions")
@Produces(MediaType.TEXT_HTML)
public final class EditionPages {
    private static final int PAGE = 30;

    private final Editions editions;
    private final EditionView view;
    private final LiveWorker live;
    private final Supplier<RelayState> relay;

    EditionPages(Editions editions, EditionView view, PageWriter pages, Supplier<RelayState> relay, Clock clock) {
        this.editions = editions;
        this.view = view;
        this.relay = relay;
        this.live = new LiveWorker(editions, status -> pages.render(view.progress(status), null), view::said, clock);
    }

    /** Tells the watchers; runs while the server does. */
    LiveWorker live() {
        return live;
    }

    @GET
    public Page list(@QueryParam("before") @DefaultValue("0") long before) {
        List<Edition> found = editions.list(null, before <= 0 ? Long.MAX_VALUE : before, PAGE + 1);
        List<EditionView.Line> lines = found.stream()
                .limit(PAGE)
                .map(edition -> new EditionView.Line(edition, editions.status(edition.id()), view.listName(edition)))
                .toList();
        return Page.of("workshop/editions")
                .with("lines", lines)
                .with("more", found.size() > PAGE ? found.get(PAGE - 1).id() : null);
    }

    @GET
    @Path("{id:[0-9]{1,15}}")
    public Page show(@PathParam("id") long id) {
        return page(id);
    }

    private Page page(long id) {
        Status status = editions.status(id);
        Edition edition = status.edition();
        Page page = view.page(status, relay.get());
        return edition.state() == State.SCHEDULED
                ? page.with(
                        "expected",
                        editions.forecast(edition.noteId(), edition.listId()).total())
                : page;
    }

    @GET
    @Path("{id:[0-9]{1,15}}/live")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void live(@PathParam("id") long id, @Context SseEventSink sink, @Context Sse sse) {
        editions.require(id);
        live.watch(id, (event, data) -> {
            if (sink.isClosed()) {
                return false;
            }
            sink.send(sse.newEventBuilder().name(event).data(data).build());
            if (event.equals("over")) {
                sink.close();
            }
            return true;
        });
    }

    @POST
    @Path("{id:[0-9]{1,15}}/pause")
    public Response pause(@PathParam("id") long id) {
        return done(id, editions::pause, "paused");
    }

    @POST
    @Path("{id:[0-9]{1,15}}/resume")
    public Response resume(@PathParam("id") long id) {
        return done(id, editions::resume, "resumed");
    }

    @POST
    @Path("{id:[0-9]{1,15}}/cancel")
    public Response cancel(@PathParam("id") long id) {
        return done(id, editions::cancel, "cancelled");
    }

    @POST
    @Path("{id:[0-9]{1,15}}/retry")
    public Response retry(@PathParam("id") long id) {
        return done(id, editions::retryFailed, "retried");
    }

    /** The edition may have moved on since the page was made: then its page says where it stands. */
    private Response done(long id, LongConsumer verb, String key) {
        try {
            verb.accept(id);
            return Response.seeOther(URI.create("/editions/" + id + "?done=workshop." + key))
                    .build();
        } catch (Problem problem) {
            return Response.status(problem.kind().status())
                    .entity(page(id).with(problem))
                    .build();
        }
    }
}
