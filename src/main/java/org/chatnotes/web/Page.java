package org.chatnotes.web;

import java.util.HashMap;
import java.util.Map;
import org.chatnotes.problem.Problem;
import org.jspecify.annotations.Nullable;

/** A page or fragment to be shown: a template below {@code templates/web} and what it needs to know. */
public final class Page {
    private final String template;
    private final Map<String, @Nullable Object> model = new HashMap<>();
    private @Nullable String language;

    private Page(String template) {
        this.template = template;
    }

    /** @param template such as {@code notes/list}, for {@code templates/web/notes/list.ftlh} */
    public static Page of(String template) {
        return new Page(template);
    }

    /** Adds a value; null is a missing value for the template. */
    public Page with(String name, @Nullable Object value) {
        model.put(name, value);
        return this;
    }

    /** Shows a form again with what is wrong with it: each field's own sentence, and all of it above. */
    public Page with(Problem problem) {
        Map<String, String> errors = new HashMap<>();
        problem.fields().forEach(field -> errors.put(field.name(), field.message()));
        return with("errors", errors).with("problem", problem.sentence());
    }

    /** Speaks a language other than the visitor's: the reader's own. */
    public Page in(@Nullable String languageTag) {
        this.language = languageTag;
        return this;
    }

    String template() {
        return "web/" + template + ".ftlh";
    }

    Map<String, @Nullable Object> model() {
        return model;
    }

    @Nullable
    String language() {
        return language;
    }
}
