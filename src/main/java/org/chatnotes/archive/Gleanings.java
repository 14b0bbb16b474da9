package org.chatnotes.archive;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.chatnotes.db.Json;
import org.chatnotes.markup.SafeHtml;
import org.chatnotes.notes.Block;
import org.chatnotes.notes.Channel;
import org.chatnotes.notes.Content;
import org.chatnotes.notes.Document;
import org.jspecify.annotations.Nullable;

/** What a list says about a note beside its title: codes, resources, programmes, a sentence. */
record Gleanings(
        Set<String> programmes,
        List<String> codes,
        int resources,
        @Nullable String snippet) {
    private static final int CODES = 3;
    private static final int SNIPPET = 220;

    static Gleanings of(Document document) {
        Set<String> programmes = new LinkedHashSet<>();
        Set<String> codes = new LinkedHashSet<>();
        Set<Long> resources = new LinkedHashSet<>();
        String question = null;
        String words = null;
        for (Block block : document.blocks()) {
            if (!block.shownOn(Channel.WEB)) {
                continue;
            }
            programmes.addAll(block.audience().programmes());
            collect(Json.mapper().valueToTree(block.content()), codes, resources);
            if (question == null && block.content() instanceof Content.Provocation provocation) {
                question = provocation.text();
            }
            if (words == null && block.content() instanceof Content.Intro intro) {
                words = SafeHtml.words(intro.html());
            }
        }
        String snippet = question == null ? document.preheader() : question;
        return new Gleanings(
                programmes,
                codes.stream().filter(code -> code.contains("-")).limit(CODES).toList(),
                resources.size(),
                shortened(snippet == null ? words : snippet));
    }

    private static void collect(JsonNode node, Set<String> codes, Set<Long> resources) {
        node.path("codes").forEach(code -> codes.add(code.asText()));
        if (node.path("resource").isNumber()) {
            resources.add(node.path("resource").asLong());
        }
        node.forEach(child -> collect(child, codes, resources));
    }

    /** Merge fields say nothing here; their defaults do. */
    private static @Nullable String shortened(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String plain = text.replaceAll("\\{\\{[^{}|]*\\|?([^{}]*)\\}\\}", "$1").strip();
        int end = plain.lastIndexOf(' ', SNIPPET);
        return plain.length() <= SNIPPET || end < 0 ? plain : plain.substring(0, end) + " …";
    }
}
