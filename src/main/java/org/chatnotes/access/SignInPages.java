package org.chatnotes.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.chatnotes.problem.Problem;
import org.chatnotes.web.Page;
import org.chatnotes.web.Public;
import org.chatnotes.web.Visitor;
import org.jspecify.annotations.Nullable;

/** Signing in and out, and the appearance that a person chose. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public final class SignInPages {
    private final Users users;
    private final Sessions sessions;
    private final boolean https;

    public SignInPages(Users users, Sessions sessions, boolean https) {
        this.users = users;
        this.sessions = sessions;
        this.https = https;
    }

    @GET
    @Path("signin")
    @Public
    public Response form(@QueryParam("next") @Nullable String next, @Context ContainerRequestContext request) {
        return Visitor.of(request).isPresent()
                ? Response.seeOther(URI.create(LocalPath.of(next))).build()
                : Response.ok(page(LocalPath.of(next), "")).build();
    }

    @POST
    @Path("signin")
    @Public
    public Response signIn(
            @FormParam("login") @DefaultValue("") String login,
            @FormParam("password") @DefaultValue("") String password,
            @FormParam("next") @Nullable String next,
            @Context HttpServletRequest servlet) {
        String local = LocalPath.of(next);
        try {
            User user = users.signIn(login, password, servlet.getRemoteAddr());
            return Response.seeOther(URI.create(local))
                    .header(HttpHeaders.SET_COOKIE, SessionCookie.set(sessions.start(user), https))
                    .build();
        } catch (Problem problem) {
            return Response.status(problem.kind().status())
                    .entity(page(local, login).with(problem))
                    .build();
        }
    }

    @POST
    @Path("signout")
    public Response signOut(@Context ContainerRequestContext request) {
        Cookie cookie = request.getCookies().get(SessionCookie.name(https));
        if (cookie != null) {
            sessions.end(cookie.getValue());
        }
        return Response.seeOther(URI.create("/signin"))
                .header(HttpHeaders.SET_COOKIE, SessionCookie.clear(https))
                .header("Clear-Site-Data", "\"cache\"")
                .build();
    }

    @GET
    @Path("password")
    public Page passwordForm() {
        return Page.of("access/password");
    }

    /** Changes one's own password; this session stays, the others end. */
    @POST
    @Path("password")
    public Response changePassword(
            @FormParam("present") @DefaultValue("") String present,
            @FormParam("fresh") @DefaultValue("") String fresh,
            @Context ContainerRequestContext request) {
        Cookie cookie = request.getCookies().get(SessionCookie.name(https));
        try {
            long me = Visitor.of(request).orElseThrow().userId();
            users.changePassword(me, present, fresh, cookie == null ? "" : cookie.getValue());
            return Response.seeOther(URI.create("/settings?done=access.password_changed"))
                    .build();
        } catch (Problem problem) {
            return Response.status(problem.kind().status())
                    .entity(Page.of("access/password").with(problem))
                    .build();
        }
    }

    @POST
    @Path("appearance")
    public Response appearance(
            @FormParam("theme") @DefaultValue("system") String theme,
            @FormParam("next") @Nullable String next,
            @HeaderParam("HX-Request") @Nullable String htmx,
            @Context ContainerRequestContext request) {
        users.setTheme(Visitor.of(request).orElseThrow().userId(), theme);
        return htmx == null
                ? Response.seeOther(URI.create(LocalPath.of(next))).build()
                : Response.noContent().build();
    }

    private static Page page(String next, String login) {
        return Page.of("access/signin").with("next", next).with("login", login);
    }
}
