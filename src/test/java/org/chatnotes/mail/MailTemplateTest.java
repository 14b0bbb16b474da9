package org.chatnotes.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MailTemplateTest {
    private static final Headers HEADERS = new Headers()
            .mailbox("From", "Élise of the “Notes”", "notes@example.org")
            .mailbox("To", Slots.slot("name"), Slots.slot("email"))
            .text("Subject", "Notes d’août for " + Slots.slot("first_name", "there"))
            .raw("List-Unsubscribe", "<" + Slots.slot("unsubscribe_url") + ">");
    private static final String HTML = "<html><body><p>Dear " + Slots.slot("first_name", "friend &amp; reader")
            + ",</p>\n.dot at the start of a line, and a very long line: " + "x = é; ".repeat(40)
            + "<a href=\"" + Slots.slot("unsubscribe_url") + "\">leave</a></body></html>";
    private static final String TEXT =
            "Dear " + Slots.slot("first_name", "friend") + "\nFrom us \n.\n" + Slots.slot("unsubscribe_url");
    private static final Map<String, String> MERE = Map.of(
            "name", "Mere “M” Tūī, PhD",
            "first_name", "Mere <b>&\r\nBcc: all@example.org",
            "email", "mere@demo.example.org",
            "unsubscribe_url", "https://notes.example.org/unsubscribe/" + "A".repeat(44) + "?a=1&b=2");

    @Test
    void mailReadersUnderstandIt() throws Exception {
        MimeMessage message = read(MailTemplate.compile(HEADERS, HTML, TEXT).fill(MERE));

        assertThat(((InternetAddress) message.getFrom()[0]).getPersonal()).isEqualTo("Élise of the “Notes”");
        assertThat(message.getAllRecipients()).hasSize(1);
        assertThat(((InternetAddress) message.getAllRecipients()[0]).getPersonal())
                .isEqualTo("Mere “M” Tūī, PhD");
        assertThat(message.getSubject()).isEqualTo("Notes d’août for Mere <b>& Bcc: all@example.org");
        assertThat(message.getHeader("Bcc")).isNull();
        Multipart parts = (Multipart) message.getContent();
        assertThat(parts.getBodyPart(0).getContent().toString().replace("\r", ""))
                .isEqualTo("Dear Mere <b>&  Bcc: all@example.org\nFrom us \n.\n" + MERE.get("unsubscribe_url"));
        assertThat(parts.getBodyPart(1).getContent().toString())
                .contains("<p>Dear Mere &lt;b&gt;&amp;  Bcc: all@example.org,</p>")
                .contains("\r\n.dot at the start")
                .contains("x = é; ".repeat(40))
                .contains("href=\"https://notes.example.org/unsubscribe/" + "A".repeat(44) + "?a=1&amp;b=2\"");
    }

    @Test
    void linesAreShortAndPlainAscii() {
        String source = new String(MailTemplate.compile(HEADERS, HTML, TEXT).fill(MERE), StandardCharsets.ISO_8859_1);
        assertThat(source.chars()).allMatch(c -> c == '\r' || c == '\n' || c >= ' ' && c < 0x7f);
        assertThat(source.replace("\r\n", "")).doesNotContain("\r").doesNotContain("\n");
        String body = source.substring(source.indexOf("\r\n\r\n"));
        assertThat(body.split("\r\n")).allMatch(line -> line.length() <= 76 && !line.startsWith("."));
        assertThat(source).endsWith("--\r\n");
    }

    @Test
    void defaultsStandForMissingValues() throws Exception {
        MimeMessage message = read(MailTemplate.compile(HEADERS, null, TEXT).fill(Map.of("email", "a@example.org")));
        assertThat(message.getSubject()).isEqualTo("Notes d’août for there");
        assertThat(message.isMimeType("text/plain")).isTrue();
        assertThat(message.getContent().toString().replace("\r", "")).isEqualTo("Dear friend\nFrom us \n.\n\n");
    }

    @Test
    void storedTemplatesFillAlike() {
        MailTemplate template = MailTemplate.compile(HEADERS, HTML, TEXT);
        assertThat(MailTemplate.fromBytes(template.toBytes()).fill(MERE)).isEqualTo(template.fill(MERE));
    }

    private static MimeMessage read(byte[] bytes) throws Exception {
        return new MimeMessage(null, new ByteArrayInputStream(bytes));
    }
}
