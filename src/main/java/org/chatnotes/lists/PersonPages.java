package org.chatnotes.lists;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chatnotes.events.Events;
import org.chatnotes.i18n.Messages;
import org.chatnotes.outbox.Outbox;
import org.chatnotes.problem.Problem;
import org.chatnotes.settings.Settings;
import org.chatnotes.subscribers.AddressState;
import org.chatnotes.subscribers.Subscriber;
import org.chatnotes.subscribers.Subscribers;
import org.chatnotes.web.Page;
import org.jspecify.annotations.Nullable;

/** One person: particulars, lists, mails, and what happened. */
@Path("/subscribers")
@Produces(MediaType.TEXT_HTML)
public final class PersonPages {
    private static final int INVALID = 422;
    private static final int NEWEST = 20;

    private final Lists lists;
    private final Subscribers subscribers;
    private final Outbox outbox;
    private final Events events;
    private final Settings settings;
    private final Clock clock;

    public PersonPages(
            Lists lists, Subscribers subscribers, Outbox outbox, Events events, Settings settings, Clock clock) {
        this.lists = lists;
        this.subscribers = subscribers;
        this.outbox = outbox;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    @GET
    @Path("new")
    public Page form(@QueryParam("list") @Nullable String list) {
        return add(new PersonForm(list == null ? Map.of() : Map.of("list", List.of(list))));
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response add(MultivaluedMap<String, String> fields) {
        PersonForm form = new PersonForm(fields);
        try {
            long id = create(form);
            return done(id, "added");
        } catch (Problem problem) {
            return Response.status(INVALID).entity(add(form).with(problem)).build();
        }
    }

    @GET
    @Path("{id:[0-9]{1,15}}")
    public Page show(@PathParam("id") long id) {
        Subscriber subscriber = subscribers.require(id);
        return person(subscriber, PersonForm.of(subscriber.draft()));
    }

    @POST
    @Path("{id:[0-9]{1,15}}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(@PathParam("id") long id, MultivaluedMap<String, String> fields) {
        Subscriber subscriber = subscribers.require(id);
        PersonForm form = new PersonForm(fields);
        try {
            subscribers.update(id, form.draft());
            return done(id, "saved");
        } catch (Problem problem) {
            return Response.status(INVALID)
                    .entity(person(subscriber, form).with(problem))
                    .build();
        }
    }

    /** Moves the person on, off or along a list: {@code do} says which way. */
    @POST
    @Path("{id:[0-9]{1,15}}/subscriptions/{list:[0-9]{1,15}}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response move(
            @PathParam("id") long id, @PathParam("list") long list, MultivaluedMap<String, String> fields) {
        PersonForm form = new PersonForm(fields);
        Subscriber subscriber = subscribers.require(id);
        try {
            return done(id, move(id, list, form));
        } catch (Problem problem) {
            return Response.status(INVALID)
                    .entity(person(subscriber, PersonForm.of(subscriber.draft()))
                            .with(problem))
                    .build();
        }
    }

    /** The address works again. */
    @POST
    @Path("{id:[0-9]{1,15}}/address")
    public Response restore(@PathParam("id") long id) {
        subscribers.mark(id, AddressState.OK, "an editor says that it works again");
        return done(id, "restored");
    }

    private String move(long id, long list, PersonForm form) {
        switch (form.one("do")) {
            case "subscribe" -> lists.subscribe(list, id, SubscriptionState.ACTIVE, consent(form));
            case "pause" -> lists.pause(list, id, day(form.one("until")));
            case "resume" -> lists.resume(list, id);
            case "unsubscribe" -> lists.unsubscribe(list, id, "workshop");
            default -> throw Problem.invalid("This form does not say what to do. Reload the page and try again.");
        }
        return form.one("do") + "d";
    }

    private long create(PersonForm form) {
        String list = form.one("list");
        Consent consent = list.isEmpty() ? null : consent(form);
        long id = subscribers.create(form.draft()).id();
        if (consent != null) {
            lists.subscribe(Long.parseLong(list), id, SubscriptionState.ACTIVE, consent);
        }
        return id;
    }

    private Consent consent(PersonForm form) {
        String wording = form.one("consent").strip();
        if (wording.isEmpty()) {
            throw Problem.invalid("consent", "Say how this person agreed, for example “asked me at the April chat”.");
        }
        return new Consent("workshop", clock.instant(), wording);
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeException e) {
            throw Problem.invalid("until", "“" + typed + "” is not a day. Write it as 2025-04-13.");
        }
    }

    private Page add(PersonForm form) {
        return vocabulary(Page.of("subscribers/new"), form).with("lists", lists.all());
    }

    private Page person(Subscriber subscriber, PersonForm form) {
        Map<Long, Subscription> on = lists.subscriptionsOf(List.of(subscriber.id())).stream()
                .collect(Collectors.toMap(Subscription::listId, Function.identity()));
        List<ListLine> lines = lists.all().stream()
                .map(list -> ListLine.of(list, on.get(list.id()), lists.today()))
                .toList();
        Map<String, String> names =
                lists.all().stream().collect(Collectors.toMap(list -> String.valueOf(list.id()), MailingList::name));
        List<Happening> happened = events.about(Subscribers.subject(subscriber.id()), NEWEST).stream()
                .map(event -> Happening.of(
                        event, names.get(String.valueOf(event.data().get("list")))))
                .toList();
        return vocabulary(Page.of("subscribers/person"), form)
                .with("subscriber", subscriber)
                .with("known", known(on.values()))
                .with("reason", subscribers.reason(subscriber.id()).orElse(null))
                .with("lines", lines)
                .with("month", lists.today().plusMonths(1))
                .with("tomorrow", lists.today().plusDays(1))
                .with("deliveries", outbox.ofSubscriber(subscriber.id(), NEWEST))
                .with("happened", happened);
    }

    /** Which of the reasons that rows hold have a message: a later version, or a program, may have written others. */
    private static List<String> known(Collection<Subscription> subscriptions) {
        return subscriptions.stream()
                .flatMap(one ->
                        Stream.of(String.valueOf(one.reason()), one.consent().how()))
                .map(word -> "subscribers.how_" + word.replace('-', '_'))
                .distinct()
                .filter(Messages.in("en")::has)
                .toList();
    }

    private Page vocabulary(Page page, PersonForm form) {
        String in = settings.group().language();
        return page.with("form", form)
                .with("programmes", lists.programmes())
                .with("roles", lists.roles())
                .with("languages", Words.languages("en"))
                .with("groupLanguage", Words.language(in, "en"))
                .with("zones", zones());
    }

    private static List<String> zones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.contains("/"))
                .sorted()
                .toList();
    }

    private static Response done(long id, String what) {
        return Response.seeOther(URI.create("/subscribers/" + id + "?done=subscribers." + what))
                .build();
    }
}
