package org.chatnotes.workshop;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.ZoneId;
import org.chatnotes.access.Tokens;
import org.chatnotes.access.Users;
import org.chatnotes.lists.Lists;
import org.chatnotes.problem.Problem;
import org.chatnotes.settings.Group;
import org.chatnotes.settings.Settings;
import org.chatnotes.web.Page;
import org.chatnotes.web.Visitor;

/** What the owner decides: the group, one's own password, programs' tokens; programmes and roles have forms of their own. */
@Path("/settings")
@Produces(MediaType.TEXT_HTML)
public final class SettingsPages {
    private final Settings settings;
    private final Lists lists;
    private final Users users;
    private final Tokens tokens;

    SettingsPages(Settings settings, Lists lists, Users users, Tokens tokens) {
        this.settings = settings;
        this.lists = lists;
        this.users = users;
        this.tokens = tokens;
    }

    @GET
    public Page show(@Context ContainerRequestContext request) {
        return page(request, settings.group());
    }

    @POST
    @Path("/group")
    public Response group(MultivaluedMap<String, String> fields, @Context ContainerRequestContext request) {
        GroupForm form = new GroupForm(fields::getFirst);
        try {
            settings.save(form.checked());
            return saved("settings_saved");
        } catch (Problem problem) {
            return refused(page(request, form.typed()).with("where", "group"), problem);
        }
    }

    @POST
    @Path("/me")
    public Response rename(
            @FormParam("login") @DefaultValue("") String login,
            @FormParam("own_name") @DefaultValue("") String name,
            @Context ContainerRequestContext request) {
        try {
            users.rename(me(request), login, name);
            return saved("renamed");
        } catch (Problem problem) {
            return refused(page(request, settings.group()).with("where", "me"), problem);
        }
    }

    /** Shows the secret at once, since it is shown only now. */
    @POST
    @Path("/tokens")
    public Response createToken(
            @FormParam("token_name") @DefaultValue("") String name, @Context ContainerRequestContext request) {
        try {
            String secret = tokens.create(name);
            return Response.ok(page(request, settings.group()).with("secret", secret))
                    .build();
        } catch (Problem problem) {
            return refused(page(request, settings.group()).with("where", "token"), problem);
        }
    }

    @POST
    @Path("/tokens/{id:[0-9]{1,15}}/revocation")
    public Response revoke(@PathParam("id") long id) {
        tokens.revoke(id);
        return saved("token_revoked");
    }

    /** Shows the password at once, since it is shown only now. */
    @POST
    @Path("/users")
    public Response addUser(
            @FormParam("new_login") @DefaultValue("") String login,
            @FormParam("new_name") @DefaultValue("") String name,
            @Context ContainerRequestContext request) {
        try {
            Users.Added added = users.add(login, name);
            return Response.ok(page(request, settings.group()).with("added", added))
                    .build();
        } catch (Problem problem) {
            return refused(
                    page(request, settings.group())
                            .with("where", "user")
                            .with("newLogin", login)
                            .with("newName", name),
                    Problem.invalid("new_login", problem.sentence()));
        }
    }

    private Page page(ContainerRequestContext request, Group typed) {
        return Page.of("workshop/settings")
                .with("typed", typed)
                .with("seen", settings.group().reviewed())
                .with("me", users.require(me(request)))
                .with(
                        "zones",
                        ZoneId.getAvailableZoneIds().stream()
                                .filter(zone -> zone.contains("/") || zone.equals("UTC"))
                                .sorted()
                                .toList())
                .with("programmes", lists.programmes())
                .with("roles", lists.roles())
                .with("users", users.list())
                .with("tokens", tokens.list());
    }

    private static long me(ContainerRequestContext request) {
        return Visitor.of(request).orElseThrow().userId();
    }

    private static Response saved(String key) {
        return Response.seeOther(URI.create("/settings?done=workshop." + key)).build();
    }

    private static Response refused(Page page, Problem problem) {
        return Response.status(problem.kind().status())
                .entity(page.with(problem))
                .build();
    }
}
