package org.chatnotes.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.chatnotes.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxTest {
    private static final String MAIL = "From: Notes <notes@localhost>\r\nTo: Ada <ada@school.example>\r\n"
            + "Subject: =?UTF-8?Q?Caf=C3=A9?=\r\n  folded\r\nX-Odd:   spaces \r\n\r\nHello\r\n.dot\r\n";

    @TempDir
    Path data;

    @Test
    void keepsEachMailByteForByteAndShowsItAfterARestart() throws MessagingException {
        try (Inbox inbox = open(0)) {
            send(inbox, MAIL, "Ada@School.example", "ben@school.example");
        }
        try (Inbox again = open(0)) {
            assertThat(again.mailboxes())
                    .extracting(Mailbox::address)
                    .containsExactlyInAnyOrder("Ada@School.example", "ben@school.example");
            KeptMail mail = again.messages("ada@school.example").get(0);
            assertThat(new String(again.bytes(mail), StandardCharsets.UTF_8))
                    .isEqualTo("Return-Path: <notes@localhost>\r\n" + MAIL);
            assertThat(again.require("ADA@school.example", mail.id())).isEqualTo(mail);
            assertThatThrownBy(() -> again.require("ben@school.example", mail.id()))
                    .isInstanceOf(Problem.class);
        }
    }

    @Test
    void aMailProgramReadsAlongWithAnyPassword() throws MessagingException {
        try (Inbox inbox = open(0)) {
            send(inbox, MAIL, "ada@school.example");
            int port = inbox.serveImap(0);
            Session session = Session.getInstance(new Properties());
            try (Store store = session.getStore("imap")) {
                store.connect("127.0.0.1", port, "ada@school.example", "whatever");
                Folder folder = store.getFolder("INBOX");
                folder.open(Folder.READ_ONLY);
                assertThat(folder.getMessage(1).getSubject()).isEqualTo("Café  folded");
                send(inbox, MAIL, "ada@school.example", "ben@school.example");
                await().atMost(Duration.ofSeconds(20)).until(() -> folder.getMessageCount() == 2);
            }
        }
    }

    @Test
    void aTakenPortLeadsToAFreeOne() throws IOException, MessagingException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                Inbox inbox = open(taken.getLocalPort())) {
            assertThat(URI.create(inbox.smtpUrl()).getPort()).isNotEqualTo(taken.getLocalPort());
            send(inbox, MAIL, "ada@school.example");
            assertThat(inbox.messages("ada@school.example")).hasSize(1);
        }
    }

    @Test
    void theNewestThousandAreKept() throws IOException {
        MailFolder folder = new MailFolder(data.resolve("inbox"), Clock.systemUTC());
        for (int i = 0; i < MailFolder.MOST + 5; i++) {
            folder.keep("reader" + i + "@school.example", MAIL.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(folder.all()).hasSize(MailFolder.MOST);
        assertThat(folder.all().get(0).address()).isEqualTo("reader1004@school.example");
        try (Stream<Path> files = Files.list(data.resolve("inbox"))) {
            assertThat(files).hasSize(MailFolder.MOST);
        }
    }

    @Test
    void oddAndLongAddressesHaveFilesOfTheirOwn() {
        MailFolder folder = new MailFolder(data.resolve("inbox"), Clock.systemUTC());
        List<String> odd =
                List.of("a/../b@school.example", "\"a b\"@school.example", "zoë+x@bücher.example", "*@x.example");
        odd.forEach(address -> folder.keep(address, new byte[] {'x'}));
        folder.keep("ü".repeat(64) + "@" + "d".repeat(60) + ".example", new byte[] {'x'});
        assertThat(folder.all()).extracting(KeptMail::address).containsAll(odd).hasSize(5);
        assertThat(data.resolve("b@school.example.eml")).doesNotExist();
    }

    private Inbox open(int port) {
        return new Inbox(data.resolve("inbox"), Clock.systemUTC(), port);
    }

    private static void send(Inbox inbox, String mail, String... recipients) throws MessagingException {
        URI url = URI.create(inbox.smtpUrl());
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.allowutf8", "true");
        Session session = Session.getInstance(properties);
        Message message = new MimeMessage(session, new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8))) {
            @Override
            public void saveChanges() {}
        };
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect(url.getHost(), url.getPort(), null, null);
            InternetAddress[] to = new InternetAddress[recipients.length];
            for (int i = 0; i < to.length; i++) {
                to[i] = new InternetAddress(recipients[i]);
            }
            transport.sendMessage(message, to);
        }
    }
}
