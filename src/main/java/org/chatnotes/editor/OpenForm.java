package org.chatnotes.editor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chatnotes.i18n.Messages;
import org.chatnotes.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The form of one block as it stands open on the page.
 *
 * @param blockId the block that is changed; null for a new one
 * @param after the block that a new one follows; null: at the beginning
 * @param mark what it started from, see {@link Editing}
 * @param values what its fields show, by name
 * @param clash the block as somebody else saved it meanwhile, or null
 */
public record OpenForm(
        BlockType type,
        String label,
        @Nullable String blockId,
        @Nullable String after,
        String mark,
        List<FieldView> fields,
        Map<String, String> values,
        List<String> programmes,
        List<String> roles,
        List<String> channels,
        Map<String, Integer> rows,
        Map<String, String> errors,
        @Nullable String problem,
        @Nullable Clash clash) {
    /** One field with its words. */
    public record FieldView(
            String name,
            String kind,
            String label,
            @Nullable String help,
            boolean required) {}

    /** What another person did to the block meanwhile: who and when, and their version; null when they deleted it. */
    public record Clash(String sentence, @Nullable BlockCard theirs) {}

    static OpenForm of(
            BlockType type,
            @Nullable String blockId,
            @Nullable String after,
            String mark,
            Typed typed,
            Messages words) {
        Map<String, Integer> rows = new LinkedHashMap<>();
        type.fields().forEach(field -> rows.put(field.name(), typed.rows(field.name())));
        return new OpenForm(
                type,
                words.say("editor.type." + type.code()),
                blockId,
                after,
                mark,
                type.fields().stream().map(field -> view(type, field, words)).toList(),
                typed.shown(),
                typed.all("programme"),
                typed.all("role"),
                typed.all("channel"),
                rows,
                Map.of(),
                null,
                null);
    }

    OpenForm with(Problem wrong) {
        Map<String, String> byField = new LinkedHashMap<>();
        for (Problem.Field field : wrong.fields()) {
            byField.put(field.name().replaceFirst("^blocks\\.[^.]*\\.", ""), field.message());
        }
        return new OpenForm(
                type,
                label,
                blockId,
                after,
                mark,
                fields,
                values,
                programmes,
                roles,
                channels,
                rows,
                byField,
                wrong.sentence(),
                clash);
    }

    OpenForm with(Clash seen, String freshMark) {
        return new OpenForm(
                type,
                label,
                blockId,
                after,
                freshMark,
                fields,
                values,
                programmes,
                roles,
                channels,
                rows,
                errors,
                problem,
                seen);
    }

    private static FieldView view(BlockType type, BlockType.Field field, Messages words) {
        String own = type.code() + "." + field.name();
        String label = words.has("editor.field." + own) ? own : field.name();
        String help = words.has("editor.help." + own) ? own : field.name();
        return new FieldView(
                field.name(),
                field.kind().code(),
                words.say("editor.field." + label),
                words.has("editor.help." + help) ? words.say("editor.help." + help) : null,
                field.required());
    }
}
