package org.chatnotes.lists;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.chatnotes.lists.PeopleQuery.Cursor;
import org.chatnotes.settings.Settings;
import org.chatnotes.subscribers.Subscriber;
import org.chatnotes.subscribers.Subscribers;
import org.chatnotes.web.Page;
import org.jspecify.annotations.Nullable;

/** People, a page at a time: by state, words, programme, role and language. */
@Path("/subscribers")
@Produces(MediaType.TEXT_HTML)
public final class PeoplePages {
    private static final int PAGE = 50;

    private final Lists lists;
    private final Subscribers subscribers;
    private final Settings settings;

    public PeoplePages(Lists lists, Subscribers subscribers, Settings settings) {
        this.lists = lists;
        this.subscribers = subscribers;
        this.settings = settings;
    }

    /** @param list id of a list, {@code all} for people of whatever list, or empty for the only one there is */
    @GET
    public Page list(
            @QueryParam("q") @DefaultValue("") String words,
            @QueryParam("list") @DefaultValue("") String list,
            @QueryParam("state") @DefaultValue("") String state,
            @QueryParam("programme") @DefaultValue("") String programme,
            @QueryParam("role") @DefaultValue("") String role,
            @QueryParam("language") @DefaultValue("") String language,
            @QueryParam("after") @Nullable Long after,
            @QueryParam("before") @Nullable Long before,
            @QueryParam("from") @DefaultValue("1") long from,
            @Context UriInfo uri) {
        List<MailingList> all = lists.all();
        MailingList chosen = chosen(list, all).orElse(null);
        ShownState shown = state(state);
        PeopleQuery query = new PeopleQuery(
                words,
                chosen == null ? null : chosen.id(),
                shown,
                blankless(programme),
                blankless(role),
                blankless(language),
                before != null ? new Cursor(before, true) : after != null ? new Cursor(after, false) : null,
                PAGE);
        People people = lists.people(query);
        String in = settings.group().language();
        return Page.of("subscribers/list")
                .with("lines", lines(people, chosen))
                .with("lists", all)
                .with("chosen", chosen)
                .with("counts", chosen == null ? lists.counts() : lists.counts(chosen.id()))
                .with("query", query)
                .with("filtered", !words.isBlank() || !programme.isEmpty() || !role.isEmpty() || !language.isEmpty())
                .with("programmes", Words.labels(lists.programmes(), in))
                .with("roles", Words.names(lists.roles(), in))
                .with("languages", Words.languages("en"))
                .with("tabs", tabs(uri, chosen))
                .with("from", Math.max(1, from))
                .with("back", people.back() == null ? "" : page(uri, people.back(), from - PAGE))
                .with("next", people.next() == null ? "" : page(uri, people.next(), from + PAGE));
    }

    private Optional<MailingList> chosen(String list, List<MailingList> all) {
        if (list.isEmpty()) {
            return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
        }
        return all.stream().filter(one -> String.valueOf(one.id()).equals(list)).findFirst();
    }

    private List<PersonLine> lines(People people, @Nullable MailingList list) {
        Map<Long, Subscriber> found = subscribers.all(people.ids());
        Map<Long, Subscription> onList = list == null ? Map.of() : lists.subscriptions(list.id(), found.keySet());
        ZoneId zone = ZoneId.of(settings.group().zone());
        return people.ids().stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .map(subscriber -> PersonLine.of(subscriber, onList.get(subscriber.id()), lists.today(), zone))
                .toList();
    }

    /** The states that are counted apart, each with the address of its tab. */
    private static List<Map<String, String>> tabs(UriInfo uri, @Nullable MailingList list) {
        List<String> states = new ArrayList<>(List.of(""));
        if (list != null) {
            states.addAll(List.of("active", "paused", "pending", "unsubscribed"));
        }
        states.addAll(List.of("bounced", "complained"));
        return states.stream()
                .map(state -> Map.of("state", state, "href", relative(fresh(uri).queryParam("state", state))))
                .toList();
    }

    private static String page(UriInfo uri, Cursor cursor, long from) {
        return relative(fresh(uri)
                .queryParam(cursor.back() ? "before" : "after", cursor.subscriberId())
                .queryParam("from", Math.max(1, from))
                .queryParam(
                        "state",
                        Optional.ofNullable(uri.getQueryParameters().getFirst("state"))
                                .orElse("")));
    }

    /** The same filters from the start, the state apart. */
    private static UriBuilder fresh(UriInfo uri) {
        return uri.getRequestUriBuilder()
                .replaceQueryParam("after")
                .replaceQueryParam("before")
                .replaceQueryParam("from")
                .replaceQueryParam("done")
                .replaceQueryParam("state");
    }

    private static String relative(UriBuilder uri) {
        URI built = uri.build();
        return built.getRawPath() + (built.getRawQuery() == null ? "" : "?" + built.getRawQuery());
    }

    private static @Nullable ShownState state(String code) {
        return List.of("active", "paused", "pending", "unsubscribed", "bounced", "complained")
                        .contains(code)
                ? ShownState.of(code)
                : null;
    }

    private static @Nullable String blankless(String text) {
        return text.isBlank() ? null : text;
    }
}
