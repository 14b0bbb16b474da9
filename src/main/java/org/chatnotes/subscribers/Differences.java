package org.chatnotes.subscribers;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which particulars differ, by name: what an event of a change tells, without the particulars themselves. */
final class Differences {
    private Differences() {}

    static List<String> of(SubscriberDraft before, SubscriberDraft after) {
        List<String> names = new ArrayList<>();
        add(names, "email", before.email(), after.email());
        add(names, "name", before.name(), after.name());
        add(names, "school", before.school(), after.school());
        add(names, "country", before.country(), after.country());
        add(names, "region", before.region(), after.region());
        add(names, "language", before.language(), after.language());
        add(names, "format", before.format(), after.format());
        add(names, "zone", before.zone(), after.zone());
        add(names, "programmes", before.programmes(), after.programmes());
        add(names, "roles", before.roles(), after.roles());
        add(names, "fields", before.fields(), after.fields());
        return names;
    }

    private static void add(List<String> names, String name, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            names.add(name);
        }
    }
}
