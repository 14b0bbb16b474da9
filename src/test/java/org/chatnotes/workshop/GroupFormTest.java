package org.chatnotes.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import org.chatnotes.problem.Problem;
import org.chatnotes.settings.Group;
import org.junit.jupiter.api.Test;

class GroupFormTest {
    private final Map<String, String> fields = new HashMap<>(Map.of(
            "name", "  Reading   circle ",
            "zone", "Europe/Paris",
            "language", "fr",
            "line_colour", "#E3737F",
            "marker_colour", "#ffe58a"));

    @Test
    void whatIsRightIsTidiedAndCountsAsLookedAt() {
        Group group = new GroupForm(fields::get).checked();
        assertThat(group.name()).isEqualTo("Reading circle");
        assertThat(group.lineColour()).isEqualTo("#e3737f");
        assertThat(group.senderEmail()).isNull();
        assertThat(group.reviewed()).isTrue();
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        fields.putAll(Map.of(
                "name", " ",
                "zone", "Paris",
                "language", "de",
                "sender_email", "not an address",
                "line_colour", "#fffff0",
                "marker_colour", "#3b2200"));
        assertThatThrownBy(() -> new GroupForm(fields::get).checked())
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.fields())
                                .extracting(Problem.Field::name)
                                .containsExactly(
                                        "name", "sender_email", "zone", "language", "line_colour", "marker_colour"));
    }

    @Test
    void aColourIsAColour() {
        fields.put("marker_colour", "yellow; x: url(//evil.example)");
        assertThatThrownBy(() -> new GroupForm(fields::get).checked()).hasMessageContaining("is not a colour");
    }

    @Test
    void contrastIsTheOneOfWcag() {
        assertThat(Contrast.of("#000000", "#ffffff")).isCloseTo(21, within(0.01));
        assertThat(Contrast.of("#767676", "#ffffff")).isCloseTo(4.54, within(0.01));
    }
}
