package org.chatnotes.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chatnotes.problem.Problem;
import org.chatnotes.problem.Problem.Field;
import org.glassfish.jersey.server.ParamException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every error of every resource, once: RFC 9457 JSON for programs, a calm page for people, never a stack trace. */
@Provider
public final class ProblemMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);

    @Context
    private @Nullable UriInfo uri;

    @Context
    private @Nullable HttpHeaders headers;

    @Override
    public Response toResponse(Throwable thrown) {
        if (thrown instanceof Problem problem) {
            return answer(problem.kind().status(), problem.sentence(), problem.fields());
        }
        if (thrown instanceof ParamException wrong && !(thrown instanceof ParamException.PathParamException)) {
            return answer(400, "“" + wrong.getParameterName() + "” is not as it should be.", List.of());
        }
        if (thrown instanceof WebApplicationException web) {
            Response response = web.getResponse();
            return response.getStatus() < 400
                    ? response
                    : answer(response.getStatus(), sentence(response.getStatus()), List.of());
        }
        if (thrown instanceof JsonProcessingException json) {
            return answer(400, JsonFault.sentence(json), List.of());
        }
        if (thrown instanceof IllegalCharsetNameException || thrown instanceof UnsupportedCharsetException) {
            return answer(415, "That character set is not known here. Send UTF-8.", List.of());
        }
        LOG.error("A request failed", thrown);
        return answer(500, sentence(500), List.of());
    }

    static String sentence(int status) {
        return switch (status) {
            case 400 -> "The request is not well formed: its address, a header or its body cannot be read.";
            case 404 -> "There is nothing at this address.";
            case 405 -> "This address does not take that kind of request.";
            case 406 -> "This address does not speak the format that was asked for.";
            case 413 -> "That is more than we take in one piece.";
            case 415 -> "This address does not take that format.";
            case 414, 431 -> "The address or the headers of this request are too long.";
            case 408 -> "The request did not arrive in time.";
            default ->
                status < 500
                        ? "The request was not taken."
                        : "Something went wrong on our side. Nothing you sent was lost; please try again in a minute.";
        };
    }

    private Response answer(int status, String sentence, List<Field> fields) {
        if (wantsPage()) {
            return Response.status(status)
                    .entity(Page.of("problem").with("status", status).with("sentence", sentence))
                    .type(MediaType.TEXT_HTML_TYPE)
                    .build();
        }
        Map<String, Object> body = new TreeMap<>();
        body.put("type", "about:blank");
        body.put("status", status);
        body.put("title", title(status));
        body.put("detail", sentence);
        if (!fields.isEmpty()) {
            body.put("errors", fields);
        }
        return Response.status(status)
                .entity(body)
                .type("application/problem+json")
                .build();
    }

    static String title(int status) {
        Response.Status known = Response.Status.fromStatusCode(status);
        return known == null ? (status == 422 ? "Unprocessable Content" : "Error") : known.getReasonPhrase();
    }

    private boolean wantsPage() {
        return uri != null
                && headers != null
                && !uri.getPath().startsWith("api/")
                && headers.getAcceptableMediaTypes().stream()
                        .anyMatch(type -> type.isCompatible(MediaType.TEXT_HTML_TYPE));
    }
}
