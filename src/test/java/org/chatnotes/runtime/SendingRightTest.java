package org.chatnotes.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SendingRightTest {
    @Test
    void oneAtATimeHasIt(@TempDir Path folder) {
        Path file = folder.resolve("sender.lock");
        try (SendingRight first = new SendingRight(file);
                SendingRight second = new SendingRight(file)) {
            assertThat(first.tryTake()).isTrue();
            assertThat(first.tryTake()).isTrue();
            assertThat(second.tryTake()).isFalse();
            first.close();
            assertThat(second.tryTake()).isTrue();
        }
    }

    @Test
    void withoutAFileEverybodyHasIt() {
        try (SendingRight right = new SendingRight(null)) {
            assertThat(right.tryTake()).isTrue();
            assertThat(right.exclusive()).isFalse();
        }
    }
}
