package org.chatnotes.markup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainLineTest {
    @Test
    void aLineHasNoLineEndsControlsHalvesOrSlotMarks() {
        assertThat(PlainLine.of("  Notes\r\nBcc: x@y.example \0")).isEqualTo("Notes Bcc: x@y.example");
        assertThat(PlainLine.of("a\u0007b\uE000email\uE001c\uD800d\uFFFFe")).isEqualTo("abemailcde");
        assertThat(PlainLine.of("Année\u2028scolaire \uD83D\uDCDA été")).isEqualTo("Année scolaire \uD83D\uDCDA été");
        assertThat(PlainLine.of("\u001F\u0085")).isEmpty();
    }
}
