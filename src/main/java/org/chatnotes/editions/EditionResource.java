package org.chatnotes.editions;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.chatnotes.lists.Lists;
import org.chatnotes.mail.EmailAddress;
import org.chatnotes.outbox.Delivery;
import org.chatnotes.outbox.DeliveryState;
import org.chatnotes.outbox.Outbox;
import org.chatnotes.problem.Problem;
import org.chatnotes.subscribers.Format;
import org.jspecify.annotations.Nullable;

/** Editions for programs: order, watch, pause, cancel. */
@Path("/api/v1/editions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class EditionResource {
    private static final int MAX_PAGE = 500;

    private final Editions editions;
    private final Outbox outbox;
    private final Lists lists;

    public EditionResource(Editions editions, Outbox outbox, Lists lists) {
        this.editions = editions;
        this.outbox = outbox;
        this.lists = lists;
    }

    /**
     * What is ordered.
     *
     * @param list a name or slug
     * @param at the local time, or none for now
     * @param zone of that time; UTC when none is named
     * @param eachReadersZone every reader at that time in her own zone
     * @param ifPast {@code now}, {@code next_day} or {@code skip}
     */
    record Wish(
            long noteId,
            @Nullable String list,
            @Nullable LocalDateTime at,
            @Nullable String zone,
            boolean eachReadersZone,
            @Nullable String ifPast,
            boolean again) {}

    /** A test send: to whom, and as which reader. */
    record Trial(
            long noteId,
            @Nullable String list,
            @Nullable String to,
            @Nullable Set<String> programmes,
            @Nullable Set<String> roles,
            @Nullable String language,
            @Nullable Format format) {}

    @POST
    public Response order(@Nullable Wish wish, @HeaderParam("Idempotency-Key") @Nullable String key) {
        Wish given = required(wish);
        Edition edition =
                editions.schedule(new Order(given.noteId(), list(given.list()), plan(given), given.again(), key));
        return Response.created(URI.create("/api/v1/editions/" + edition.id()))
                .entity(shown(edition.id()))
                .build();
    }

    /** @param after the id of the last one seen; newest first */
    @GET
    public Map<String, Object> list(
            @QueryParam("note") @Nullable Long note,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("after") @Nullable Long after) {
        int size = Math.max(1, Math.min(limit, MAX_PAGE));
        List<Edition> found = editions.list(note, after == null ? Long.MAX_VALUE : after, size);
        return page(
                found.stream().map(edition -> shown(edition.id())).toList(),
                found.size() == size ? found.get(size - 1).id() : null);
    }

    @GET
    @Path("/{id:[0-9]{1,15}}")
    public Map<String, Object> get(@PathParam("id") long id) {
        return shown(id);
    }

    /** Who would get what if it were sent now. */
    @GET
    @Path("/forecast")
    public Forecast forecast(@QueryParam("note") long note, @QueryParam("list") @Nullable String list) {
        return editions.forecast(note, list(list));
    }

    @POST
    @Path("/tests")
    public Response test(@Nullable Trial trial) {
        Trial given = required(trial);
        if (given.to() == null) {
            throw Problem.invalid("to", "Name the address that gets the test, in “to”.");
        }
        Persona persona = new Persona(
                given.programmes() == null ? Set.of() : given.programmes(),
                given.roles() == null ? Set.of() : given.roles(),
                given.language(),
                given.format() == null ? Format.HTML : given.format());
        long delivery = editions.testSend(given.noteId(), list(given.list()), EmailAddress.parse(given.to()), persona);
        return Response.accepted(Map.of("delivery", delivery)).build();
    }

    /** Deliveries by subscriber; {@code after} is the subscriber last seen. */
    @GET
    @Path("/{id:[0-9]{1,15}}/deliveries")
    public Map<String, Object> deliveries(
            @PathParam("id") long id,
            @QueryParam("state") @Nullable String state,
            @QueryParam("limit") @DefaultValue("100") int limit,
            @QueryParam("after") @DefaultValue("0") long after) {
        editions.require(id);
        int size = Math.max(1, Math.min(limit, MAX_PAGE));
        List<Delivery> found = outbox.deliveries(id, state(state), after, size);
        return page(found, found.size() == size ? found.get(size - 1).subscriberId() : null);
    }

    /** Ends it; who already got it has it. */
    @DELETE
    @Path("/{id:[0-9]{1,15}}")
    public Map<String, Object> cancel(@PathParam("id") long id) {
        editions.cancel(id);
        return shown(id);
    }

    @POST
    @Path("/{id:[0-9]{1,15}}/pause")
    public Map<String, Object> pause(@PathParam("id") long id) {
        editions.pause(id);
        return shown(id);
    }

    @DELETE
    @Path("/{id:[0-9]{1,15}}/pause")
    public Map<String, Object> resume(@PathParam("id") long id) {
        editions.resume(id);
        return shown(id);
    }

    /** Sends the failed ones again. */
    @POST
    @Path("/{id:[0-9]{1,15}}/retry")
    public Map<String, Object> retry(@PathParam("id") long id) {
        editions.retryFailed(id);
        return shown(id);
    }

    /** Sends a sent edition to those who joined since. */
    @POST
    @Path("/{id:[0-9]{1,15}}/latecomers")
    public Map<String, Object> latecomers(@PathParam("id") long id) {
        editions.sendToJoined(id);
        return shown(id);
    }

    private Map<String, Object> shown(long id) {
        Status status = editions.status(id);
        Edition edition = status.edition();
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", id);
        shown.put("note_id", edition.noteId());
        shown.put("revision_id", edition.revisionId());
        shown.put("list_id", edition.listId());
        shown.put("subject", edition.subject());
        shown.put("state", edition.state());
        if (status.reason() != null) {
            shown.put("reason", status.reason());
        }
        shown.put("plan", edition.plan());
        shown.put("due_at", edition.dueAt());
        shown.put("created_at", edition.createdAt());
        if (edition.startedAt() != null) {
            shown.put("started_at", edition.startedAt());
        }
        if (edition.endedAt() != null) {
            shown.put("ended_at", edition.endedAt());
        }
        shown.put("tally", status.tally());
        return shown;
    }

    private static Map<String, Object> page(List<?> items, @Nullable Long next) {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("items", items);
        if (next != null) {
            page.put("next", next);
        }
        return page;
    }

    private long list(@Nullable String name) {
        if (name == null) {
            throw Problem.invalid("list", "Name the list, in “list”.");
        }
        return lists.require(name).id();
    }

    private static Plan plan(Wish wish) {
        if (wish.at() == null) {
            return Plan.now();
        }
        String zone = wish.zone() == null ? "UTC" : wish.zone();
        return new Plan(wish.at(), zone, wish.eachReadersZone(), ifPast(wish.ifPast()));
    }

    private static Plan.IfPast ifPast(@Nullable String word) {
        try {
            return word == null ? Plan.IfPast.NOW : Plan.IfPast.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw Problem.invalid("if_past", "“" + word + "” is none of now, next_day and skip.");
        }
    }

    private static @Nullable DeliveryState state(@Nullable String word) {
        try {
            return word == null ? null : DeliveryState.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw Problem.invalid("state", "“" + word + "” is no state of a delivery.");
        }
    }

    private static <T> T required(@Nullable T body) {
        if (body == null) {
            throw Problem.invalid("The request has no JSON body.");
        }
        return body;
    }
}
