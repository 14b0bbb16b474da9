package org.chatnotes.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;

/**
 * Who is signed in, as far as pages need to know. The access room puts it on the request.
 *
 * @param actor as events name it: {@code user:7}
 * @param theme {@code light}, {@code dark} or {@code system}
 * @param csrf what every form of this session carries; empty for a program with an API token, which needs none
 */
public record Visitor(long userId, String actor, String name, String theme, String language, String csrf) {
    private static final String PROPERTY = Visitor.class.getName();

    public void on(ContainerRequestContext request) {
        request.setProperty(PROPERTY, this);
    }

    public static Optional<Visitor> of(ContainerRequestContext request) {
        return Optional.ofNullable((Visitor) request.getProperty(PROPERTY));
    }

    public boolean program() {
        return csrf.isEmpty();
    }
}
