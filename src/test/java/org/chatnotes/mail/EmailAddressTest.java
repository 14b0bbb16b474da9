package org.chatnotes.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.chatnotes.db.Json;
import org.chatnotes.problem.Problem;
import org.junit.jupiter.api.Test;

class EmailAddressTest {
    @Test
    void keepsTheLocalPartAndLowersTheDomain() {
        EmailAddress address = EmailAddress.parse(" Mere.Tui@Demo.EXAMPLE.org ");
        assertThat(address).hasToString("Mere.Tui@demo.example.org");
        assertThat(address.key()).isEqualTo("mere.tui@demo.example.org");
        assertThat(address.domain()).isEqualTo("demo.example.org");
    }

    @Test
    void domainsOfOtherScriptsBecomeAscii() {
        assertThat(EmailAddress.parse("anna@straße.de").domain()).isEqualTo("xn--strae-oqa.de");
        assertThat(EmailAddress.parse("Pelé@Bücher.ch")).hasToString("Pelé@xn--bcher-kva.ch");
    }

    @Test
    void saysWhatIsWrong() {
        assertThatThrownBy(() -> EmailAddress.parse("mere.example.org"))
                .isInstanceOf(Problem.class)
                .hasMessage("“mere.example.org” has no @.");
        assertThatThrownBy(() -> EmailAddress.parse("")).hasMessage("The address is empty.");
        assertThatThrownBy(() -> EmailAddress.parse("mere@example.org\r\nBcc: x@example.org"))
                .isInstanceOf(Problem.class);
    }

    @Test
    void judgesTheCorpusOfRealAndBrokenAddresses() throws IOException {
        Path corpus = Path.of("../shared/corpora/addresses/addresses.tsv");
        List<String> wrong = new ArrayList<>();
        int judged = 0;
        for (String line : Files.readAllLines(corpus)) {
            String[] cells = line.split("\t");
            if (cells[3].equals("accept") || cells[3].equals("reject")) {
                judged++;
                if (EmailAddress.valid(Json.read(cells[1], String.class)) != cells[3].equals("accept")) {
                    wrong.add(line);
                }
            }
        }
        assertThat(wrong.size()).as("%s", wrong).isLessThan(judged * 3 / 100);
    }
}
