package org.chatnotes.notes;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The codes and resources (by id) that a block names, each once, in order. */
record Appearances(Set<String> codes, Set<Long> resources, Set<ResourceRef> refs) {
    static Appearances in(Content content) {
        Appearances found = new Appearances(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
        found.visit((Record) content);
        return found;
    }

    private void visit(Record owner) {
        for (RecordComponent field : owner.getClass().getRecordComponents()) {
            Object value = ContentFields.value(owner, field);
            if (field.getName().equals("codes") && value instanceof List<?> codes) {
                codes.forEach(code -> this.codes.add(String.valueOf(code)));
            } else if (value instanceof List<?> items) {
                items.forEach(this::one);
            } else {
                one(value);
            }
        }
    }

    private void one(@Nullable Object value) {
        if (value instanceof ResourceRef ref) {
            refs.add(ref);
            if (ref.resource() != null) {
                resources.add(ref.resource());
            }
        } else if (value instanceof Content content) {
            visit((Record) content);
        }
    }
}
