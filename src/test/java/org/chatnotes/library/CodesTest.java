package org.chatnotes.library;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chatnotes.db.Database;
import org.chatnotes.db.EachEngine;

class CodesTest {
    private static Codes installed(Database database) {
        Codes codes = new Codes(database, Clock.systemUTC());
        codes.install("ib-psp-2020");
        return codes;
    }

    @EachEngine
    void recognisesAllThatTheGrammarSays(Database database) throws IOException {
        Codes codes = installed(database);
        int count = 0;
        for (JsonNode test : psp().get("recogniser_tests")) {
            assertThat(codes.in(test.get("text").asText()))
                    .as(test.get("text").asText())
                    .isEqualTo(strings(test.get("expect")));
            count++;
        }
        assertThat(count).isEqualTo(16);
    }

    @EachEngine
    void findsExactlyTheCodesOfTheRawNotes(Database database) throws IOException {
        String seed = Files.readString(Path.of("src/test/resources/intake/ibcc-notes-2025-03-12.txt"));
        assertThat(installed(database).in(seed)).isEqualTo(strings(psp().get("expected_seed_codes")));
    }

    @EachEngine
    void saysWhereACodeStandsAndWhetherItIsListed(Database database) {
        String text = "See   Leadership 2 and (0403–06)";
        assertThat(installed(database).recognise(text))
                .extracting(found -> text.substring(found.start(), found.end()), FoundCode::known)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Leadership 2", true),
                        org.assertj.core.groups.Tuple.tuple("0403–06", false));
    }

    @EachEngine
    void readsStandardsOnlyWhereTheyAreMeant(Database database) {
        Codes codes = installed(database);
        assertThat(codes.in("PSP 0201, 0202 and 0403")).containsExactly("0201", "0202", "0403");
        assertThat(codes.in("(see standard 0203)")).containsExactly("0203");
        assertThat(codes.in("Room 0203 (first floor) is free")).isEmpty();
        assertThat(codes.in("Liderazgo 2.1")).containsExactly("0201-02-0100");
    }

    @EachEngine
    void knowsNamesAndLabels(Database database) {
        Codes codes = installed(database);
        codes.install("ib-psp-2020");
        assertThat(codes.ref("0201-02")).isEqualTo("Leadership 2");
        assertThat(codes.ref("0201-02", "es")).isEqualTo("Liderazgo 2");
        assertThat(codes.label("0201-02", "fr")).startsWith("IB-trained");
        assertThat(codes.label("0999", "en")).isEqualTo("0999");
        assertThat(codes.find("0201-02")).map(Code::parent).contains("0201");
        assertThat(codes.all()).hasSizeGreaterThan(100);
    }

    @EachEngine
    void findsNothingWithoutFrameworks(Database database) {
        assertThat(new Codes(database, Clock.systemUTC()).in("Leadership 2 (0201-02)"))
                .isEmpty();
    }

    @EachEngine
    void takesAnyGrammar(Database database) {
        Codes codes = new Codes(database, Clock.systemUTC());
        CodePattern goal = new CodePattern(
                "goal",
                "\\bSDG ([0-9]{1,2})\\b",
                null,
                null,
                List.of(new CodePattern.Reading("SDG-{1}", "SDG-{1}", null, null)));
        codes.install(new Framework(
                "goals",
                "Goals",
                List.of(goal),
                List.of(new Framework.Entry(
                        "SDG-4", "goal", null, Map.of("en", new Framework.Label("SDG 4", "Quality education"))))));
        assertThat(codes.in("Our goals: SDG 4, SDG 99")).containsExactly("SDG-4");
    }

    private static JsonNode psp() throws IOException {
        return new ObjectMapper().readTree(CodesTest.class.getResource("/library/recogniser-tests.json"));
    }

    private static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(item -> strings.add(item.asText()));
        return strings;
    }

    @EachEngine
    void aFrameworkIsAdoptedWhenATextWritesItsCodesOut(Database database) {
        Codes codes = new Codes(database, Clock.systemUTC());

        assertThat(codes.adopt("Leadership 2 and Culture 3 were our themes in 2024-2025; call 0201 555 0201."))
                .isEmpty();
        assertThat(codes.in("our focus (0201-02)")).isEmpty();
        assertThat(codes.adopt("our focus (0201-02)")).isPresent();
        assertThat(codes.in("our focus (0201-02)")).containsExactly("0201-02");
        assertThat(codes.adopt("again (0201-02)")).as("one framework is enough").isEmpty();
    }
}
