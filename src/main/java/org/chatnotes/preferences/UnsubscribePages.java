package org.chatnotes.preferences;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.chatnotes.lists.Subscription;
import org.chatnotes.lists.SubscriptionState;
import org.chatnotes.problem.Problem;
import org.chatnotes.settings.Settings;
import org.chatnotes.subscribers.AddressState;
import org.chatnotes.web.Page;
import org.chatnotes.web.Public;

/**
 * Leaving. A GET shows a button and changes nothing, whoever or whatever opens the link; a POST acts at once, also that
 * of a mail program (RFC 8058), which brings neither cookie nor sign-in and follows no redirect.
 */
@Path("/unsubscribe/{token}")
@Public
public final class UnsubscribePages {
    private final Preferences preferences;
    private final Settings settings;

    public UnsubscribePages(Preferences preferences, Settings settings) {
        this.preferences = preferences;
        this.settings = settings;
    }

    /** What the page is about to say. */
    enum Step {
        ASK,
        DONE,
        OFF,
        BACK,
        PAUSED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @GET
    public Response ask(@PathParam("token") String token) {
        if (!preferences.mayLeave(token)) {
            return unknown();
        }
        Step step = preferences.leaver(token).filter(UnsubscribePages::on).isPresent() ? Step.ASK : Step.OFF;
        return page(token, step);
    }

    /** Any type of body will do: mail programs send forms of either kind, or nothing. */
    @POST
    @Public(crossSite = true)
    public Response leave(@PathParam("token") String token, String body) {
        if (!preferences.mayLeave(token)) {
            return unknown();
        }
        boolean oneClick = body != null && body.contains("One-Click");
        boolean left = preferences.leave(token, oneClick ? "one-click" : "page");
        return page(token, left ? Step.DONE : Step.OFF);
    }

    @POST
    @Path("undo")
    public Response undo(@PathParam("token") String token) {
        try {
            preferences.undo(token);
            return page(token, Step.BACK);
        } catch (Problem tooLate) {
            return preferences.mayLeave(token) ? page(token, Step.OFF) : unknown();
        }
    }

    @POST
    @Path("pause")
    public Response pause(@PathParam("token") String token) {
        try {
            preferences.pauseForAMonth(token);
            return page(token, Step.PAUSED);
        } catch (Problem notOnTheList) {
            return preferences.mayLeave(token) ? page(token, Step.OFF) : unknown();
        }
    }

    private Response page(String token, Step step) {
        Reader reader = preferences.leaver(token).orElse(null);
        Page page = Page.of("preferences/unsubscribe")
                .with("token", token)
                .with("step", step.word())
                .with("reader", reader)
                .with("month", preferences.inMonths(1));
        if (reader != null) {
            String own = reader.subscriber().language();
            page.in(own == null ? settings.group().language() : own)
                    .with("undo", preferences.mayUndo(reader))
                    .with("pausable", active(reader) && !preferences.paused(reader));
        }
        return html(200, page);
    }

    private static Response unknown() {
        return html(404, Page.of("preferences/unknown"));
    }

    static Response html(int status, Page page) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML)
                .header("X-Robots-Tag", "noindex")
                .entity(page)
                .build();
    }

    private static boolean on(Reader reader) {
        Subscription subscription = reader.subscription();
        return subscription != null && subscription.state() != SubscriptionState.UNSUBSCRIBED;
    }

    private static boolean active(Reader reader) {
        Subscription subscription = reader.subscription();
        return reader.subscriber().state() == AddressState.OK
                && subscription != null
                && (subscription.state() == SubscriptionState.ACTIVE
                        || subscription.state() == SubscriptionState.PAUSED);
    }
}
