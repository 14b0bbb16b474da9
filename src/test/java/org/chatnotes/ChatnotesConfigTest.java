package org.chatnotes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.chatnotes.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChatnotesConfigTest {
    @Test
    void theFileDocumentsEverySettingWithItsDefault() throws IOException {
        ChatnotesConfig documented = ChatnotesConfig.read(Path.of("config.yml"));
        assertThat(documented)
                .usingRecursiveComparison()
                .comparingOnlyFields(
                        "data",
                        "databaseUrl",
                        "publicUrl",
                        "smtpUrl",
                        "smtpConnections",
                        "smtpTimeout",
                        "retryDelays",
                        "retryFor",
                        "lease",
                        "from",
                        "parts",
                        "inboxSmtpPort",
                        "inboxImapPort",
                        "templates")
                .isEqualTo(new ChatnotesConfig());
        assertThat(documented.retryDelays()).startsWith(Duration.ofMinutes(1)).hasSize(4);
        assertThat(documented.publicUrl()).isEqualTo("http://localhost:8080");
    }

    @Test
    void aWrongSettingIsNamed(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("config.yml");
        Files.writeString(file, "smtpConnections: 0\n");
        assertThatThrownBy(() -> ChatnotesConfig.read(file))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("smtpConnections");
    }
}
