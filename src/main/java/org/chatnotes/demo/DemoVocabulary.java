package org.chatnotes.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chatnotes.library.Codes;
import org.chatnotes.lists.Lists;
import org.chatnotes.lists.Term;

/** The programmes, roles and codes that the demo brings, as rows. Doing it twice changes nothing. */
public final class DemoVocabulary {
    private static final String FRAMEWORK = "ib-psp-2020";

    private final Lists lists;
    private final Codes codes;

    public DemoVocabulary(Lists lists, Codes codes) {
        this.lists = lists;
        this.codes = codes;
    }

    public void install() {
        JsonNode file = DemoFile.yaml("vocabulary.yaml");
        terms(file.path("programmes")).forEach(lists::saveProgramme);
        terms(file.path("roles")).forEach(lists::saveRole);
        codes.install(FRAMEWORK);
    }

    private static List<Term> terms(JsonNode nodes) {
        List<Term> terms = new ArrayList<>();
        for (JsonNode node : nodes) {
            terms.add(new Term(
                    node.path("code").asText(),
                    terms.size(),
                    false,
                    texts(node.path("labels")),
                    texts(node.path("names"))));
        }
        return terms;
    }

    private static Map<String, String> texts(JsonNode node) {
        Map<String, String> texts = new LinkedHashMap<>();
        node.properties()
                .forEach(each -> texts.put(each.getKey(), each.getValue().asText()));
        return texts;
    }
}
