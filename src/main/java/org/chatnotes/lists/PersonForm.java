package org.chatnotes.lists;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.chatnotes.mail.EmailAddress;
import org.chatnotes.subscribers.Format;
import org.chatnotes.subscribers.SubscriberDraft;
import org.jspecify.annotations.Nullable;

/** The fields of a person's form, as a browser sends them. */
public final class PersonForm {
    private static final String FIELD = "field_";

    private final Map<String, List<String>> typed;

    PersonForm(Map<String, List<String>> typed) {
        this.typed = typed;
    }

    /** A person as her form shows her. */
    static PersonForm of(SubscriberDraft draft) {
        Map<String, List<String>> values = new TreeMap<>();
        put(values, "email", draft.email().toString());
        put(values, "name", draft.name());
        put(values, "school", draft.school());
        put(values, "country", draft.country());
        put(values, "region", draft.region());
        put(values, "language", draft.language());
        put(values, "format", draft.format().code());
        put(values, "zone", draft.zone());
        values.put("programmes", List.copyOf(draft.programmes()));
        values.put("roles", List.copyOf(draft.roles()));
        draft.fields().forEach((name, value) -> put(values, FIELD + name, value));
        return new PersonForm(values);
    }

    /** @throws org.chatnotes.problem.Problem invalid when the address is none */
    SubscriberDraft draft() {
        return new SubscriberDraft(
                EmailAddress.parse(one("email")),
                one("name"),
                one("school"),
                one("country"),
                one("region"),
                one("language"),
                one("format").toLowerCase(Locale.ROOT).equals("text") ? Format.TEXT : Format.HTML,
                one("zone"),
                many("programmes"),
                many("roles"),
                fields());
    }

    /** What was typed in a field; empty when nothing. */
    public String one(String name) {
        List<String> values = typed.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.get(0);
    }

    /** What was chosen of several. */
    public Set<String> many(String name) {
        return new TreeSet<>(typed.getOrDefault(name, List.of()));
    }

    /** Custom fields by name; an emptied one is gone. */
    public Map<String, String> fields() {
        Map<String, String> fields = new TreeMap<>();
        typed.keySet().stream()
                .filter(name -> name.startsWith(FIELD) && !one(name).isBlank())
                .forEach(name ->
                        fields.put(name.substring(FIELD.length()), one(name).strip()));
        return fields;
    }

    private static void put(Map<String, List<String>> values, String name, @Nullable String value) {
        values.put(name, value == null ? List.of() : List.of(value));
    }
}
