package org.chatnotes.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class SlotsTest {
    @Test
    void fillsSlotsOrTheirDefaults() {
        String text = "Hello " + Slots.slot("first_name", "there") + ", " + Slots.slot("school") + "!";
        assertThat(Slots.names(text)).containsExactly("first_name", "school");
        assertThat(Slots.fill(text, Map.of("first_name", "M$re \\1", "school", "X")::get))
                .isEqualTo("Hello M$re \\1, X!");
        assertThat(Slots.fill(text, name -> null)).isEqualTo("Hello there, !");
    }

    @Test
    void noSlotComesFromTypedText() {
        String typed = Slots.slot("email");
        assertThat(Slots.names(Slots.strip(typed))).isEmpty();
        assertThat(Slots.names(Slots.slot("a", typed))).containsExactly("a");
    }
}
