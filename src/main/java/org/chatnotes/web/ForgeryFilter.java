package org.chatnotes.web;

import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import org.chatnotes.problem.Problem;
import org.glassfish.jersey.media.multipart.FormDataBodyPart;
import org.glassfish.jersey.media.multipart.FormDataMultiPart;
import org.glassfish.jersey.server.ContainerRequest;
import org.jspecify.annotations.Nullable;

/**
 * Against forged requests: what changes something must come from a page of ours. Browsers say where a request comes from
 * ({@code Sec-Fetch-Site}); a signed-in visitor's form carries the session's token as well, as field {@code csrf} or
 * header {@code X-CSRF-Token}.
 */
@Provider
@Priority(Priorities.AUTHORIZATION)
public final class ForgeryFilter implements ContainerRequestFilter {
    private static final Set<String> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final String FIELD = "csrf";

    @Context
    private @Nullable ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        if (SAFE.contains(request.getMethod())) {
            return;
        }
        Optional<Public> open = open();
        String site = request.getHeaderString("Sec-Fetch-Site");
        boolean foreign = "cross-site".equals(site) || "same-site".equals(site);
        if (foreign && !open.map(Public::crossSite).orElse(false)) {
            throw Problem.forbidden("This request came from another website, so it was not done.");
        }
        Optional<Visitor> visitor = Visitor.of(request).filter(known -> !known.program());
        if (open.isEmpty()
                && visitor.isPresent()
                && !matches(visitor.get().csrf(), token((ContainerRequest) request))) {
            throw Problem.forbidden(
                    "This form is from an earlier sign-in. Go back, reload the page and send it again.");
        }
    }

    private Optional<Public> open() {
        if (resource == null || resource.getResourceClass() == null) {
            return Optional.empty();
        }
        Public onMethod = resource.getResourceMethod().getAnnotation(Public.class);
        return Optional.ofNullable(
                onMethod != null ? onMethod : resource.getResourceClass().getAnnotation(Public.class));
    }

    private static boolean matches(String expected, @Nullable String given) {
        return given != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable String token(ContainerRequest request) {
        String header = request.getHeaderString("X-CSRF-Token");
        MediaType type = request.getMediaType();
        if (header != null || type == null) {
            return header;
        }
        if (type.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE)) {
            request.bufferEntity();
            return request.readEntity(Form.class).asMap().getFirst(FIELD);
        }
        if (type.isCompatible(MediaType.MULTIPART_FORM_DATA_TYPE)) {
            request.bufferEntity();
            FormDataBodyPart part = request.readEntity(FormDataMultiPart.class).getField(FIELD);
            return part == null ? null : part.getValue();
        }
        return null;
    }
}
