package org.chatnotes.rendering;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.chatnotes.db.Json;
import org.chatnotes.markup.SafeHtml;
import org.chatnotes.notes.Block;
import org.chatnotes.notes.Document;
import org.jspecify.annotations.Nullable;

/** All texts that editors typed into a note, by block and field: what may hold merge fields, and what is read. */
final class Fields {
    /** Parts of a block's JSON that nobody reads. */
    private static final Set<String> DUMB = Set.of("type", "codes", "url", "start", "zone", "start_zone");

    private Fields() {}

    /** The texts of the note itself: subject and preheader. */
    static Map<String, String> of(Document document) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(document.subject() == null ? "title" : "subject", document.subjectLine());
        if (document.preheader() != null) {
            texts.put("preheader", document.preheader());
        }
        return texts;
    }

    /** The texts of a block by field; items of a list get their number: {@code items.2.text}. */
    static Map<String, String> of(Block block) {
        Map<String, String> texts = new LinkedHashMap<>();
        collect(Json.mapper().valueToTree(block.content()), "", texts);
        return texts;
    }

    /** All words of a block. */
    static String words(Block block) {
        List<String> words = new ArrayList<>();
        of(block).forEach((field, text) -> words.add(field.endsWith("html") ? SafeHtml.words(text) : text));
        return String.join(" ", words);
    }

    private static void collect(JsonNode node, String path, Map<String, String> texts) {
        if (node.isTextual()) {
            texts.put(path, node.textValue());
        }
        node.properties().forEach(each -> {
            if (!DUMB.contains(each.getKey())) {
                collect(each.getValue(), path.isEmpty() ? each.getKey() : path + "." + each.getKey(), texts);
            }
        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(node.get(i), path + "." + (i + 1), texts);
        }
    }

    /**
     * A merge field that cannot be filled.
     *
     * @param blockId the block it stands in; null: the note's own {@code field}, such as its subject
     * @param field of the block or note
     * @param name as typed
     * @param known whether it is well formed, so that only its name is unknown
     */
    record Fault(@Nullable String blockId, String field, String name, boolean known) {}

    /** The merge fields of a note that no reader has, or that are no fields. */
    static List<Fault> faults(Document document, Predicate<String> custom) {
        List<Fault> faults = new ArrayList<>();
        of(document).forEach((field, text) -> check(null, field, text, custom, faults));
        for (Block block : document.blocks()) {
            if (!block.type().equals("internal_note")) {
                of(block).forEach((field, text) -> check(block.id(), field, text, custom, faults));
            }
        }
        return faults;
    }

    private static void check(
            @Nullable String blockId, String field, String text, Predicate<String> custom, List<Fault> faults) {
        if (!text.contains("{{")) {
            return;
        }
        MergeFields.names(text).stream()
                .filter(name -> !MergeFields.standard(name) && !custom.test(name))
                .forEach(name -> faults.add(new Fault(blockId, field, name, true)));
        MergeFields.malformed(text).forEach(typed -> faults.add(new Fault(blockId, field, typed, false)));
    }
}
