package org.chatnotes.editions;

import java.util.HashMap;
import java.util.Map;
import org.chatnotes.subscribers.Subscriber;
import org.jspecify.annotations.Nullable;

/** What the slots of a reader's copy are filled with. */
final class ReaderValues {
    private ReaderValues() {}

    /** Everything an editor may name in a merge field; our own fields win over an installation's of the same name. */
    static Map<String, String> of(Subscriber reader) {
        Map<String, String> values = new HashMap<>(reader.fields());
        put(values, "first_name", firstName(reader));
        put(values, "name", reader.name());
        put(values, "email", reader.email().toString());
        put(values, "school", reader.school());
        put(values, "country", reader.country());
        put(values, "region", reader.region());
        put(values, "language", reader.language());
        return values;
    }

    /** As given, or the first word of a name of two words; of other names nobody knows which word it is. */
    private static @Nullable String firstName(Subscriber reader) {
        String given = reader.fields().get("first_name");
        if (given != null && !given.isBlank()) {
            return given.strip();
        }
        if (reader.name() == null) {
            return null;
        }
        String[] words = reader.name().strip().split("\\s+");
        return words.length == 2 ? words[0] : null;
    }

    private static void put(Map<String, String> values, String name, @Nullable String value) {
        if (value == null) {
            values.remove(name);
        } else {
            values.put(name, value);
        }
    }
}
