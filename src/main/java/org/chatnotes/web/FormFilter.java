package org.chatnotes.web;

import jakarta.annotation.Priority;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What reaches a page that takes a form is a form: one without any field when nothing was sent, and whatever is none
 * is answered with 415 before Jersey stumbles over it.
 */
@Provider
@Priority(Priorities.USER)
public final class FormFilter implements ContainerRequestFilter {
    @Context
    private @Nullable ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        if (resource == null || resource.getResourceMethod() == null || !takesForm(resource.getResourceMethod())) {
            return;
        }
        MediaType type = request.getMediaType();
        if (type == null) {
            request.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_FORM_URLENCODED);
        } else if (!type.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE)) {
            throw new NotSupportedException();
        }
    }

    private static boolean takesForm(Method method) {
        return Arrays.stream(method.getParameters()).anyMatch(FormFilter::ofForm);
    }

    private static boolean ofForm(Parameter parameter) {
        return parameter.isAnnotationPresent(FormParam.class) || parameter.getType() == MultivaluedMap.class;
    }
}
