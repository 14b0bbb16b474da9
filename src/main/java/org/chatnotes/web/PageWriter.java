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
    private final Templates templates;
    private final Settings settings;
    private final Assets assets;
    private final Clock clock;

    @Inject
    private @Nullable Provider<ContainerRequest> request;

    public PageWriter(Templates templates, Settings settings, Assets assets, Clock clock) {
        this.templates = templates;
        this.settings = settings;
        this.assets = assets;
        this.clock = clock;
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
        model.put("path", context == null ? "" : "/" + context.getUriInfo().getPath());
        return templates.render(page.template(), messages, model);
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
