package org.chatnotes.lists;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.chatnotes.lists.PeopleQuery.Cursor;
import org.chatnotes.problem.Problem;
import org.chatnotes.subscribers.Subscriber;
import org.chatnotes.subscribers.Subscribers;
import org.jspecify.annotations.Nullable;

/** People for programs: find, add, change, and their subscriptions. */
@Path("/api/v1/subscribers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SubscriberResource {
    private final Subscribers subscribers;
    private final Lists lists;
    private final Clock clock;

    public SubscriberResource(Subscribers subscribers, Lists lists, Clock clock) {
        this.subscribers = subscribers;
        this.lists = lists;
        this.clock = clock;
    }

    /** @param list id, name or slug; {@code state} as shown; {@code wording} of the consent, and when it was given */
    record Joining(
            @Nullable String list,
            @Nullable SubscriptionState state,
            @Nullable Instant consentAt,
            @Nullable String wording) {}

    record Resting(@Nullable LocalDate until) {}

    @GET
    public Map<String, Object> list(
            @QueryParam("q") @DefaultValue("") String words,
            @QueryParam("list") @Nullable String list,
            @QueryParam("state") @Nullable String state,
            @QueryParam("programme") @Nullable String programme,
            @QueryParam("role") @Nullable String role,
            @QueryParam("language") @Nullable String language,
            @QueryParam("after") @Nullable Long after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        People people = lists.people(new PeopleQuery(
                words,
                list == null ? null : list(list).id(),
                state == null ? null : shown(state),
                programme,
                role,
                language,
                after == null ? null : new Cursor(after, false),
                limit));
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("items", views(people.ids()));
        if (people.next() != null) {
            page.put("next", people.next().subscriberId());
        }
        return page;
    }

    @POST
    public Response create(@Nullable JsonNode body) {
        Subscriber created = subscribers.create(new SubscriberPatch(body).fresh());
        return Response.created(URI.create("/api/v1/subscribers/" + created.id()))
                .entity(view(created.id()))
                .build();
    }

    @GET
    @Path("/{id:[0-9]{1,15}}")
    public SubscriberView get(@PathParam("id") long id) {
        return view(id);
    }

    @PATCH
    @Path("/{id:[0-9]{1,15}}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    public SubscriberView change(@PathParam("id") long id, @Nullable JsonNode body) {
        Subscriber known = subscribers.require(id);
        subscribers.update(id, new SubscriberPatch(body).onto(known.draft()));
        return view(id);
    }

    @POST
    @Path("/{id:[0-9]{1,15}}/subscriptions")
    public SubscriberView join(@PathParam("id") long id, @Nullable Joining joining) {
        if (joining == null || joining.list() == null) {
            throw Problem.invalid("list", "Say which list, by id, name or slug.");
        }
        SubscriptionState state = joining.state() == null ? SubscriptionState.ACTIVE : joining.state();
        if (state != SubscriptionState.ACTIVE && state != SubscriptionState.PENDING) {
            throw Problem.invalid("state", "Someone joins active or pending.");
        }
        Instant at = joining.consentAt() == null ? clock.instant() : joining.consentAt();
        lists.subscribe(list(joining.list()).id(), id, state, new Consent("api", at, joining.wording()));
        return view(id);
    }

    /** Leaves a list. Off already is fine. */
    @DELETE
    @Path("/{id:[0-9]{1,15}}/subscriptions/{list}")
    public SubscriberView leave(@PathParam("id") long id, @PathParam("list") String list) {
        subscribers.require(id);
        lists.unsubscribe(list(list).id(), id, "api");
        return view(id);
    }

    @POST
    @Path("/{id:[0-9]{1,15}}/subscriptions/{list}/pause")
    public SubscriberView pause(@PathParam("id") long id, @PathParam("list") String list, @Nullable Resting resting) {
        if (resting == null || resting.until() == null) {
            throw Problem.invalid("until", "Say until which day, as 2025-04-13.");
        }
        lists.pause(list(list).id(), id, resting.until());
        return view(id);
    }

    @DELETE
    @Path("/{id:[0-9]{1,15}}/subscriptions/{list}/pause")
    public SubscriberView resume(@PathParam("id") long id, @PathParam("list") String list) {
        lists.resume(list(list).id(), id);
        return view(id);
    }

    private SubscriberView view(long id) {
        return SubscriberView.of(subscribers.require(id), lists.subscriptionsOf(List.of(id)));
    }

    private List<SubscriberView> views(List<Long> ids) {
        Map<Long, Subscriber> people = subscribers.all(ids);
        Map<Long, List<Subscription>> on =
                lists.subscriptionsOf(ids).stream().collect(Collectors.groupingBy(Subscription::subscriberId));
        return ids.stream()
                .map(people::get)
                .filter(Objects::nonNull)
                .map(person -> SubscriberView.of(person, on.getOrDefault(person.id(), List.of())))
                .toList();
    }

    private MailingList list(String idNameOrSlug) {
        return idNameOrSlug.matches("[0-9]{1,15}")
                ? lists.require(Long.parseLong(idNameOrSlug))
                : lists.require(idNameOrSlug);
    }

    private static ShownState shown(String word) {
        try {
            return ShownState.of(word);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(
                    "state",
                    "“" + word
                            + "” is no state. There are active, paused, pending, unsubscribed, bounced and complained.");
        }
    }
}
