package org.chatnotes.editor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What somebody typed into a form: its fields by name, and a file if one came along. */
final class Typed {
    private final Map<String, List<String>> fields = new LinkedHashMap<>();
    private final Map<String, Upload> files = new LinkedHashMap<>();

    /** A file that came with a form. */
    record Upload(String name, byte[] bytes) {}

    Typed put(String name, @Nullable String value) {
        if (value != null) {
            fields.computeIfAbsent(name, none -> new ArrayList<>()).add(value);
        }
        return this;
    }

    void put(String name, Upload file) {
        files.put(name, file);
    }

    /** The text of a field, empty when it is not there. */
    String text(String name) {
        List<String> values = fields.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.get(0).replace("\r\n", "\n").strip();
    }

    /** As {@link #text}, null when empty. */
    @Nullable
    String optional(String name) {
        String text = text(name);
        return text.isEmpty() ? null : text;
    }

    List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    @Nullable
    Upload file(String name) {
        return files.get(name);
    }

    /** For the template that shows it again: the first value of each field. */
    Map<String, String> shown() {
        Map<String, String> shown = new LinkedHashMap<>();
        fields.forEach((name, values) -> shown.put(name, values.get(0)));
        return shown;
    }

    /** How many rows a field of rows has: {@code resources.0.title} … */
    int rows(String name) {
        return fields.keySet().stream()
                .filter(key -> key.matches(Pattern.quote(name) + "\\.\\d{1,3}\\..*"))
                .mapToInt(key ->
                        Integer.parseInt(key.substring(name.length() + 1, key.indexOf('.', name.length() + 1))) + 1)
                .max()
                .orElse(0);
    }
}
