package org.chatnotes.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.chatnotes.problem.Problem;

/**
 * Styles, fonts and scripts under one content hash, so that browsers may keep them for ever. What is not listed here is
 * not served. Scripts of others come out of their webjars.
 */
@Public
@Path("/assets/{hash}/{name:.+}")
public final class Assets {
    private static final String WEBJARS = "/META-INF/resources/webjars/";
    private static final Map<String, String> FILES = new TreeMap<>(Map.ofEntries(
            Map.entry("app.css", "/assets/app.css"),
            Map.entry("app.js", "/assets/app.js"),
            Map.entry("blocks.js", "/assets/blocks.js"),
            Map.entry("picker.js", "/assets/picker.js"),
            Map.entry("icon.svg", "/assets/icon.svg"),
            Map.entry("fonts/newsreader-latin.woff2", "/assets/fonts/newsreader-latin.woff2"),
            Map.entry("fonts/newsreader-latin-ext.woff2", "/assets/fonts/newsreader-latin-ext.woff2"),
            Map.entry("fonts/newsreader-latin-italic.woff2", "/assets/fonts/newsreader-latin-italic.woff2"),
            Map.entry("fonts/atkinson-next-latin.woff2", "/assets/fonts/atkinson-next-latin.woff2"),
            Map.entry("fonts/atkinson-next-latin-ext.woff2", "/assets/fonts/atkinson-next-latin-ext.woff2"),
            Map.entry("htmx.js", WEBJARS + "htmx.org/2.0.10/dist/htmx.min.js"),
            Map.entry("htmx-sse.js", WEBJARS + "htmx-ext-sse/2.2.2/sse.js"),
            Map.entry("sortable.js", WEBJARS + "sortablejs/1.15.6/modular/sortable.esm.js")));

    private final Map<String, byte[]> bytes = new TreeMap<>();
    private final String hash;

    public Assets() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Map.Entry<String, String> file : FILES.entrySet()) {
                byte[] content = read(file.getValue());
                bytes.put(file.getKey(), content);
                digest.update(content);
            }
            this.hash = HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The path of an asset, for templates: {@code assets.path("app.css")}. */
    public String path(String name) {
        if (!bytes.containsKey(name)) {
            throw new IllegalArgumentException("No such asset: " + name);
        }
        return "/assets/" + hash + "/" + name;
    }

    @GET
    public Response get(@PathParam("name") String name) {
        byte[] content = bytes.get(name);
        if (content == null) {
            throw Problem.notFound("There is no file of this name.");
        }
        return Response.ok(content)
                .type(type(name))
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .build();
    }

    private static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "css" -> "text/css; charset=utf-8";
            case "js" -> "text/javascript; charset=utf-8";
            case "svg" -> "image/svg+xml";
            default -> "font/woff2";
        };
    }

    private static byte[] read(String resource) {
        try (InputStream in = Assets.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("Missing from the build: " + resource);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
