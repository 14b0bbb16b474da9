package org.chatnotes.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.chatnotes.db.Json;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Errors of requests that reach no resource (an address with %00, a header that is none), in our own words. */
public final class BareErrors extends ErrorHandler {
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>%1$s</title></head>
            <body><main><h1>%1$s</h1><p>%2$s</p><p><a href="/">Chatnotes</a></p></main></body>
            </html>
            """;

    /** Every method gets a body, not only GET and POST. */
    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int code,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        boolean api = request.getHttpURI() != null
                && String.valueOf(request.getHttpURI().getPath()).startsWith("/api/");
        HttpFields.Mutable headers = response.getHeaders();
        SecurityHeaders.ALWAYS.forEach(headers::put);
        headers.put("Content-Security-Policy", SecurityHeaders.POLICY);
        headers.put("Cache-Control", "no-store");
        headers.put(HttpHeader.CONTENT_TYPE, api ? "application/problem+json" : "text/html; charset=utf-8");
        response.write(true, body(api, code), callback);
    }

    /** For requests that are no HTTP: there is nobody to show a page to. */
    @Override
    public ByteBuffer badMessageError(int status, @Nullable String reason, HttpFields.Mutable fields) {
        fields.put(new HttpField(HttpHeader.CONTENT_TYPE, "text/html; charset=utf-8"));
        SecurityHeaders.ALWAYS.forEach(fields::put);
        fields.put("Content-Security-Policy", SecurityHeaders.POLICY);
        return body(false, status);
    }

    private static ByteBuffer body(boolean api, int code) {
        String title = ProblemMapper.title(code);
        String sentence = ProblemMapper.sentence(code);
        String text = api ? problem(code, title, sentence) : PAGE.formatted(title, sentence);
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String problem(int code, String title, String sentence) {
        Map<String, Object> body = new TreeMap<>();
        body.put("type", "about:blank");
        body.put("status", code);
        body.put("title", title);
        body.put("detail", sentence);
        return Json.write(body);
    }
}
