package org.chatnotes.notes;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a block's content, whatever its type: one place that walks them, so that cleaning, counting words and
 * checking need no case per type and cannot forget a field.
 */
final class ContentFields {
    private ContentFields() {}

    /** Whether a field holds rich text. */
    static boolean rich(String name) {
        return name.equals("html");
    }

    /**
     * The content with each of its texts changed by a rule, which gets a field's name and its text: {@code html},
     * {@code path}, {@code text} of an item too.
     */
    static Content map(Content content, BiFunction<String, String, String> rule) {
        return (Content) mapRecord(
                (Record) content, (name, value) -> value instanceof String text ? rule.apply(name, text) : value);
    }

    /** The content with each of its pointers to resources changed by a rule. */
    static Content refs(Content content, UnaryOperator<ResourceRef> rule) {
        return (Content) mapRecord(
                (Record) content, (name, value) -> value instanceof ResourceRef ref ? rule.apply(ref) : value);
    }

    /** The value of a field, in JSON's order of the record. */
    static @Nullable Object value(Record owner, RecordComponent field) {
        try {
            return field.getAccessor().invoke(owner);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether a field may be absent. */
    static boolean optional(RecordComponent field) {
        return field.getType().isPrimitive() || field.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /** Makes a record of the values of its fields, in their order. */
    static Record build(Class<?> type, List<@Nullable Object> values) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructors()[0];
            return (Record) constructor.newInstance(values.toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Each plain value by the rule, which gets pointers whole first, and then their texts. */
    private static Record mapRecord(Record owner, BiFunction<String, @Nullable Object, @Nullable Object> rule) {
        List<@Nullable Object> values = new ArrayList<>();
        for (RecordComponent field : owner.getClass().getRecordComponents()) {
            values.add(mapValue(field.getName(), value(owner, field), rule));
        }
        return build(owner.getClass(), values);
    }

    private static @Nullable Object mapValue(
            String name, @Nullable Object value, BiFunction<String, @Nullable Object, @Nullable Object> rule) {
        if (value instanceof Content inner) {
            return mapRecord((Record) inner, rule);
        }
        if (value instanceof ResourceRef && rule.apply(name, value) instanceof ResourceRef ref) {
            return mapRecord(ref, rule);
        }
        if (value instanceof List<?> items) {
            return items.stream().map(item -> mapValue(name, item, rule)).toList();
        }
        return rule.apply(name, value);
    }
}
