package org.chatnotes.web;

import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.chatnotes.problem.Problem;
import org.jspecify.annotations.Nullable;

/** A JSON body that a resource does not call {@link Nullable} must be there: neither nothing nor {@code null}. */
@Provider
public final class RequiredBody implements ReaderInterceptor {
    @Context
    private @Nullable ResourceInfo resource;

    @Override
    public @Nullable Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        Object body = context.proceed();
        MediaType type = context.getMediaType();
        boolean json = type == null
                || type.getSubtype().endsWith("json")
                || type.isCompatible(MediaType.APPLICATION_OCTET_STREAM_TYPE);
        if (body == null && json && required(context.getType())) {
            throw Problem.invalid("The body is missing. Send a JSON object.");
        }
        return body;
    }

    private boolean required(Class<?> type) {
        Method method = resource == null ? null : resource.getResourceMethod();
        return method != null
                && Arrays.stream(method.getAnnotatedParameterTypes())
                        .anyMatch(parameter -> parameter.getType() == type && !nullable(parameter));
    }

    private static boolean nullable(AnnotatedType parameter) {
        return parameter.isAnnotationPresent(Nullable.class);
    }
}
