package org.chatnotes.editor;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.chatnotes.notes.Content;
import org.chatnotes.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A type of block as the editor offers it.
 *
 * @param code as in JSON: {@code quote}
 * @param icon a macro of the icons
 */
public record BlockType(String code, String icon, Class<? extends Content> content) {
    /** All types, in the order of the menu. */
    static final List<BlockType> ALL = List.of(
            of("type", Content.Prose.class),
            of("heading_2", Content.Heading.class),
            of("message_circle_question", Content.Provocation.class),
            of("list_ordered", Content.ProvocationList.class),
            of("quote", Content.Quote.class),
            of("bookmark", Content.DefinitionQuote.class),
            of("link", Content.Resource.class),
            of("graduation_cap", Content.ProgrammeInquiry.class),
            of("image", Content.Image.class),
            of("calendar_plus", Content.Event.class),
            of("list_tree", Content.InquiryFocus.class),
            of("tag", Content.PspFocus.class),
            of("flask_conical", Content.Method.class),
            of("at_sign", Content.Promo.class),
            of("mail_open", Content.Header.class),
            of("user", Content.Intro.class),
            of("info", Content.Hint.class),
            of("minus", Content.Divider.class),
            of("shield", Content.InternalNote.class),
            of("file_text", Content.Raw.class),
            of("code", Content.Html.class));

    /** One field of the form. */
    public record Field(String name, FieldKind kind, boolean required, Class<?> javaType) {}

    private static BlockType of(String icon, Class<? extends Content> content) {
        return new BlockType(content.getAnnotation(JsonTypeName.class).value(), icon, content);
    }

    /** @throws Problem not found */
    static BlockType require(@Nullable String code) {
        return ALL.stream()
                .filter(type -> type.code.equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("There is no type of block “" + code + "”."));
    }

    /** The fields of the form, in the order of the record. */
    public List<Field> fields() {
        return Arrays.stream(content.getRecordComponents()).map(this::field).toList();
    }

    private Field field(RecordComponent component) {
        FieldKind kind = FieldKind.of(code, component.getName());
        boolean asked = component.getType() == String.class
                && !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return new Field(component.getName(), kind, asked, component.getType());
    }

    /** The value of a field. */
    static @Nullable Object value(Content content, Field field) {
        try {
            return content.getClass().getMethod(field.name()).invoke(content);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A content of the values of its fields, in their order. */
    Content build(List<@Nullable Object> values) {
        try {
            return (Content) content.getDeclaredConstructors()[0].newInstance(values.toArray());
        } catch (InvocationTargetException | InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
