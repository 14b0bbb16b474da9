package org.chatnotes.access;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.chatnotes.events.Events;
import org.chatnotes.problem.Problem;
import org.chatnotes.web.Public;
import org.chatnotes.web.Visitor;
import org.jspecify.annotations.Nullable;

/** Everything needs sign-in, except what is marked {@link Public}: a session's cookie, or for programs a token. */
@Provider
@Priority(Priorities.AUTHENTICATION)
public final class AccessFilter implements ContainerRequestFilter, ContainerResponseFilter {
    private static final String BEARER = "bearer ";

    private final Users users;
    private final Sessions sessions;
    private final Tokens tokens;
    private final Events events;
    private final boolean https;

    @Context
    private @Nullable ResourceInfo resource;

    /** @param https whether the public URL is https, so that cookies travel nowhere else */
    public AccessFilter(Users users, Sessions sessions, Tokens tokens, Events events, boolean https) {
        this.users = users;
        this.sessions = sessions;
        this.tokens = tokens;
        this.events = events;
        this.https = https;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        events.actAs(null);
        Optional<Visitor> visitor = visitor(request);
        visitor.ifPresent(known -> {
            known.on(request);
            events.actAs(known.actor());
        });
        if (visitor.isEmpty() && !open()) {
            turnAway(request);
        }
    }

    /** The thread serves others next. */
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        events.actAs(null);
        if (response.getStatus() == 401 && api(request)) {
            response.getHeaders().putSingle(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Chatnotes\"");
        }
    }

    private Optional<Visitor> visitor(ContainerRequestContext request) {
        String authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (authorization != null && api(request)) {
            return authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)
                    ? tokens.open(authorization.substring(BEARER.length()).strip())
                            .map(token -> new Visitor(0, token.actor(), token.name(), "system", "en", ""))
                    : Optional.empty();
        }
        Cookie cookie = request.getCookies().get(SessionCookie.name(https));
        return cookie == null
                ? Optional.empty()
                : sessions.user(cookie.getValue()).map(users::require).map(user -> {
                    String csrf = Sessions.csrf(cookie.getValue());
                    return new Visitor(user.id(), user.actor(), user.name(), user.theme(), user.language(), csrf);
                });
    }

    private boolean open() {
        return resource != null
                && resource.getResourceClass() != null
                && (resource.getResourceClass().isAnnotationPresent(Public.class)
                        || resource.getResourceMethod().isAnnotationPresent(Public.class));
    }

    private static void turnAway(ContainerRequestContext request) {
        boolean page = !api(request)
                && request.getAcceptableMediaTypes().stream()
                        .anyMatch(type -> type.isCompatible(MediaType.TEXT_HTML_TYPE));
        if (!page) {
            throw Problem.of(
                    Problem.Kind.UNAUTHORISED,
                    "This needs a token, as “Authorization: Bearer …”. Make one in Settings.");
        }
        URI wanted = request.getUriInfo().getRequestUri();
        String back = "GET".equals(request.getMethod())
                ? wanted.getRawPath() + (wanted.getRawQuery() == null ? "" : "?" + wanted.getRawQuery())
                : "/";
        URI signIn = UriBuilder.fromPath("/signin").queryParam("next", "{next}").build(back);
        if (request.getHeaderString("HX-Request") != null) {
            request.abortWith(
                    Response.noContent().header("HX-Redirect", "/signin").build());
        } else {
            request.abortWith(Response.seeOther(signIn).build());
        }
    }

    private static boolean api(ContainerRequestContext request) {
        return request.getUriInfo().getPath().startsWith("api/");
    }
}
