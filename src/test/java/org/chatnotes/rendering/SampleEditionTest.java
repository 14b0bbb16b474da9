package org.chatnotes.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.chatnotes.db.Database;
import org.chatnotes.db.EachEngine;
import org.chatnotes.db.Json;
import org.chatnotes.notes.Block;
import org.chatnotes.notes.Document;
import org.chatnotes.subscribers.Format;

/** The {@code expected:} part of the sample edition, as an oracle of tailoring. */
final class SampleEditionTest {
    private static JsonNode expected() throws IOException {
        try (InputStream in = SampleEditionTest.class.getResourceAsStream("/demo/sample-edition.yaml")) {
            return new ObjectMapper(new YAMLFactory()).readTree(in).path("expected");
        }
    }

    private static List<String> ids(JsonNode node) {
        List<String> ids = new ArrayList<>();
        node.forEach(each -> ids.add(each.asText()));
        return ids;
    }

    @EachEngine
    void eachPersonaGetsItsBlocks(Database database) throws IOException {
        Stage stage = new Stage(database);
        Document document = stage.sample();
        shows(stage, document, "pyp_coordinator", Set.of("PYP"), Set.of("coordinator"));
        shows(stage, document, "myp_coordinator", Set.of("MYP"), Set.of("coordinator"));
        shows(stage, document, "dp_only_coordinator", Set.of("DP"), Set.of("coordinator"));
        shows(stage, document, "head_of_school_no_programme", Set.of(), Set.of("admin"));
        shows(stage, document, "no_preference_coordinator", Set.of(), Set.of("coordinator"));
    }

    private static void shows(Stage stage, Document document, String persona, Set<String> programmes, Set<String> roles)
            throws IOException {
        List<String> html = new ArrayList<>(ids(expected().path("common")));
        html.addAll(ids(expected().path(persona).path("adds")));
        assertThat(stage.rendering
                        .variant(document, programmes, roles, "en", Format.HTML, "letter")
                        .blockIds())
                .as(persona)
                .isEqualTo(html);
        List<String> text = new ArrayList<>(html);
        text.removeAll(ids(expected().path("text_version").path("drops")));
        assertThat(stage.rendering
                        .variant(document, programmes, roles, "en", Format.TEXT, "letter")
                        .blockIds())
                .as(persona + " as text")
                .isEqualTo(text);
        Rendered rendered = stage.render(document, programmes, roles, "en", Format.HTML);
        assertThat(rendered.text())
                .doesNotContain("Follow the links and images")
                .doesNotContain("Emphasize");
        assertThat(rendered.html()).contains("Follow the links and images").doesNotContain("Emphasize");
        assertThat(rendered.html().contains("beta trial")).isEqualTo(html.contains("b22"));
        assertThat(rendered.text().contains("ADMIN") || rendered.text().contains("administrators’ lens"))
                .isEqualTo(false);
    }

    @EachEngine
    void readersWhoSeeTheSameShareAVariant(Database database) {
        Stage stage = new Stage(database);
        Document document = stage.sample();
        VariantKey dp = stage.rendering.variant(document, Set.of("DP"), Set.of(), "en", Format.HTML, "letter");
        VariantKey cp =
                stage.rendering.variant(document, Set.of("CP"), Set.of("teacher"), "en-GB", Format.HTML, "letter");
        assertThat(dp).isEqualTo(cp);
        assertThat(dp.code()).hasSize(8).isEqualTo(cp.code());
        assertThat(stage.rendering
                        .variant(document, Set.of("DP"), Set.of(), "fr", Format.HTML, "letter")
                        .code())
                .isNotEqualTo(dp.code());
        assertThat(stage.rendering.shownFor(Set.of("CP", "DP"), Set.of(), "es")).isEqualTo("PD, POP");
        assertThat(stage.rendering.shownFor(Set.of(), Set.of("admin"), "en")).isEqualTo("all programmes");
    }

    @EachEngine
    void theEditionHoldsItsCodes(Database database) throws IOException {
        Document document = new Stage(database).sample();
        Set<String> codes = new TreeSet<>();
        for (Block block : document.blocks()) {
            collect(Json.mapper().valueToTree(block.content()), codes);
        }
        assertThat(codes).isEqualTo(new TreeSet<>(ids(expected().path("psp_codes_in_edition"))));
    }

    private static void collect(JsonNode node, Set<String> codes) {
        node.path("codes").forEach(code -> codes.add(code.asText()));
        node.forEach(child -> collect(child, codes));
    }
}
