package org.chatnotes.web;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.chatnotes.i18n.Formats;
import org.chatnotes.i18n.Messages;
import org.chatnotes.markup.Templates;
import org.chatnotes.settings.Group;
import org.chatnotes.settings.Settings;
import org.glassfish.jersey.server.ContainerRequest;
import org.jspecify.annotations.Nullable;

/** Writes a {@link Page}: knows about the visitor, the group, the language, the assets and the time. */
@jakarta.ws.rs.ext.Provider
@Produces(MediaType.TEXT_HTML)
public final class PageWriter implements MessageBodyWriter<Page> {
    private static final Pattern DONE = Pattern.compile("[a-z]+\\.[a-z_]+");
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,9}");

    private final Templates templates;
    private final Settings settings;
    private final Assets assets;
    private final Clock clock;
    private final boolean inboxOn;

    @Inject
    private @Nullable Provider<ContainerRequest> request;

    /** @param inboxOn whether the built-in inbox takes the mail, so that the menu shows it */
    public PageWriter(Templates templates, Settings settings, Assets assets, Clock clock, boolean inboxOn) {
        this.templates = templates;
        this.settings = settings;
        this.assets = assets;
        this.clock = clock;
        this.inboxOn = inboxOn;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == Page.class;
    }

    @Override
    public void writeTo(
            Page page,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        headers.putSingle("Content-Type", "text/html; charset=utf-8");
        out.write(render(page, request == null ? null : request.get()).getBytes(StandardCharsets.UTF_8));
    }

    /** The HTML of a page, also outside a request (live fragments). */
    public String render(Page page, @Nullable ContainerRequestContext context) {
        Group group = settings.group();
        Optional<Visitor> visitor = context == null ? Optional.empty() : Visitor.of(context);
        Messages messages = Messages.in(language(page, context, visitor, group));
        Map<String, @Nullable Object> model = new HashMap<>(page.model());
        model.put("visitor", visitor.orElse(null));
        model.put("csrf", visitor.map(Visitor::csrf).orElse(""));
        model.put("theme", visitor.map(Visitor::theme).orElse("system"));
        model.put("group", group);
        model.put("assets", assets);
        model.put("fmt", new Formats(messages));
        model.put("now", clock.instant());
        model.put("inboxOn", inboxOn);
        model.put("done", context == null ? null : done(context.getUriInfo().getQueryParameters(), messages));
        model.put("path", context == null ? "" : "/" + context.getUriInfo().getPath());
        return templates.render(page.template(), messages, model);
    }

    /** What was just done, in words: {@code ?done=notes.binned&n=3} says {@code notes.done_binned} with 3. */
    private static @Nullable String done(MultivaluedMap<String, String> query, Messages messages) {
        String key = query.getFirst("done");
        if (key == null || !DONE.matcher(key).matches()) {
            return null;
        }
        String message = key.replace(".", ".done_");
        String count = query.getFirst("n");
        boolean counted = count != null && COUNT.matcher(count).matches();
        return messages.has(message) ? messages.say(message, counted ? Long.parseLong(count) : 0L) : null;
    }

    /** The page's own language, else the visitor's, else what the browser asks for, else the group's. */
    private static String language(
            Page page, @Nullable ContainerRequestContext context, Optional<Visitor> visitor, Group group) {
        if (page.language() != null) {
            return page.language();
        }
        if (visitor.isPresent() || context == null) {
            return visitor.map(Visitor::language).orElse(group.language());
        }
        return context.getAcceptableLanguages().stream()
                .map(Locale::getLanguage)
                .filter(Messages.LANGUAGES::contains)
                .findFirst()
                .orElse(group.language());
    }
}
