package org.chatnotes.lists;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.chatnotes.mail.EmailAddress;
import org.chatnotes.problem.Problem;
import org.chatnotes.subscribers.Format;
import org.chatnotes.subscribers.SubscriberDraft;
import org.jspecify.annotations.Nullable;

/** A JSON object over what is known: what it does not name stays, null takes away (RFC 7396). */
final class SubscriberPatch {
    private final JsonNode json;

    SubscriberPatch(@Nullable JsonNode json) {
        if (json == null || !json.isObject()) {
            throw Problem.invalid("The body must be a JSON object, such as {\"email\": \"ann@example.org\"}.");
        }
        this.json = json;
    }

    /** @throws Problem invalid when there is no address, or a value of the wrong kind */
    SubscriberDraft fresh() {
        return onto(SubscriberDraft.of(email()));
    }

    SubscriberDraft onto(SubscriberDraft known) {
        return new SubscriberDraft(
                json.has("email") ? email() : known.email(),
                text("name", known.name()),
                text("school", known.school()),
                text("country", known.country()),
                text("region", known.region()),
                text("language", known.language()),
                format(known.format()),
                text("zone", known.zone()),
                codes("programmes", known.programmes()),
                codes("roles", known.roles()),
                fields(known.fields()));
    }

    private EmailAddress email() {
        return EmailAddress.parse(json.path("email").asText(""));
    }

    private @Nullable String text(String name, @Nullable String known) {
        JsonNode value = json.get(name);
        if (value == null) {
            return known;
        }
        if (!value.isTextual() && !value.isNull()) {
            throw Problem.invalid(name, "“" + name + "” must be a text or null.");
        }
        return value.isNull() ? null : value.asText();
    }

    private Format format(Format known) {
        String word = text("format", known.code());
        if (word != null && !word.equals("html") && !word.equals("text")) {
            throw Problem.invalid("format", "The format is html or text, not “" + word + "”.");
        }
        return "text".equals(word) ? Format.TEXT : Format.HTML;
    }

    private Set<String> codes(String name, Set<String> known) {
        JsonNode value = json.get(name);
        if (value == null) {
            return known;
        }
        Set<String> codes = new TreeSet<>();
        value.forEach(code -> codes.add(code.asText()));
        if (!value.isArray() && !value.isNull()) {
            throw Problem.invalid(name, "“" + name + "” must be a list of codes.");
        }
        return codes;
    }

    private Map<String, String> fields(Map<String, String> known) {
        JsonNode value = json.get("fields");
        if (value == null) {
            return known;
        }
        if (!value.isObject() && !value.isNull()) {
            throw Problem.invalid("fields", "“fields” must be an object of texts.");
        }
        Map<String, String> fields = value.isNull() ? new TreeMap<>() : new TreeMap<>(known);
        value.properties().forEach(field -> {
            if (field.getValue().isNull()) {
                fields.remove(field.getKey());
            } else {
                fields.put(field.getKey(), field.getValue().asText());
            }
        });
        return fields;
    }
}
