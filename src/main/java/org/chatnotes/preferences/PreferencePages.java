package org.chatnotes.preferences;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.chatnotes.i18n.Messages;
import org.chatnotes.lists.Subscription;
import org.chatnotes.lists.SubscriptionState;
import org.chatnotes.problem.Problem;
import org.chatnotes.settings.Settings;
import org.chatnotes.subscribers.Subscriber;
import org.chatnotes.web.Page;
import org.chatnotes.web.Public;
import org.jspecify.annotations.Nullable;

/** A reader's preferences, by the link in her mails. It opens nothing else and dies when her address changes. */
@Path("/preferences/{token}")
@Public
public final class PreferencePages {
    private static final int INVALID = 422;

    private final Preferences preferences;
    private final Settings settings;

    public PreferencePages(Preferences preferences, Settings settings) {
        this.preferences = preferences;
        this.settings = settings;
    }

    @GET
    public Response show(@PathParam("token") String token) {
        return preferences
                .reader(token)
                .map(reader -> UnsubscribePages.html(200, page(token, reader, stored(reader))))
                .orElseGet(PreferencePages::dead);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(@PathParam("token") String token, MultivaluedMap<String, String> fields) {
        Reader reader = preferences.reader(token).orElse(null);
        if (reader == null) {
            return dead();
        }
        PreferenceForm form = new PreferenceForm(fields);
        try {
            preferences.save(token, form.choice(preferences::inMonths));
            return done(token, "saved");
        } catch (Problem problem) {
            Page page = page(token, reader, form.typed())
                    .with("pause", form.one("pause"))
                    .with("until", form.one("until"));
            return UnsubscribePages.html(INVALID, page.with(inWords(problem, reader)));
        }
    }

    @POST
    @Path("leave")
    public Response leave(@PathParam("token") String token) {
        return act(token, "left", preferences::leaveHere);
    }

    @POST
    @Path("return")
    public Response comeBack(@PathParam("token") String token) {
        return act(token, "back", preferences::comeBack);
    }

    private Response act(String token, String done, Consumer<String> verb) {
        if (preferences.reader(token).isEmpty()) {
            return dead();
        }
        verb.accept(token);
        return done(token, done);
    }

    private Page page(String token, Reader reader, Choice choice) {
        Subscription subscription = reader.subscription();
        SubscriptionState state = subscription == null ? SubscriptionState.UNSUBSCRIBED : subscription.state();
        boolean on = state != SubscriptionState.UNSUBSCRIBED;
        boolean pausable = on && state != SubscriptionState.PENDING;
        LocalDate pausedUntil = subscription != null && preferences.paused(reader) ? subscription.pausedUntil() : null;
        return Page.of("preferences/show")
                .in(language(reader))
                .with("token", token)
                .with("reader", reader)
                .with("choice", choice)
                .with("programmes", preferences.programmes(reader))
                .with("roles", preferences.roles(reader))
                .with("languages", languages(reader.subscriber()))
                .with("spoken", choice.language() == null ? language(reader) : choice.language())
                .with("on", on)
                .with("pausable", pausable)
                .with("pausedUntil", on ? pausedUntil : null)
                .with("month", preferences.inMonths(1))
                .with("term", preferences.inMonths(3))
                .with("earliest", preferences.inMonths(0).plusDays(1))
                .with("pause", preferences.paused(reader) ? "keep" : "none")
                .with("until", "");
    }

    private String language(Reader reader) {
        String own = reader.subscriber().language();
        return own == null ? settings.group().language() : own;
    }

    private static Choice stored(Reader reader) {
        Subscriber subscriber = reader.subscriber();
        return new Choice(
                subscriber.programmes(),
                subscriber.roles(),
                subscriber.language(),
                subscriber.format(),
                Choice.Pause.KEEP,
                null);
    }

    /** Languages that labels have, each by its own name; and the reader's, should that be another. */
    private static Map<String, String> languages(Subscriber subscriber) {
        Map<String, String> names = new LinkedHashMap<>();
        Messages.LANGUAGES.forEach(language -> names.put(language, name(language)));
        @Nullable String own = subscriber.language();
        if (own != null) {
            names.putIfAbsent(own, name(own));
        }
        return names;
    }

    private static String name(String tag) {
        Locale language = Locale.forLanguageTag(tag);
        String name = language.getDisplayName(language);
        return name.substring(0, 1).toUpperCase(language) + name.substring(1);
    }

    /** What is wrong with a day, in the reader's language. */
    private Problem inWords(Problem problem, Reader reader) {
        boolean aboutDay =
                problem.fields().stream().anyMatch(field -> field.name().equals("until"));
        return aboutDay
                ? Problem.invalid("until", Messages.in(language(reader)).say("preferences.wrong_day"))
                : problem;
    }

    private static Response done(String token, String what) {
        return Response.seeOther(URI.create("/preferences/" + token + "?done=preferences." + what))
                .build();
    }

    private static Response dead() {
        return UnsubscribePages.html(404, Page.of("preferences/unknown"));
    }
}
