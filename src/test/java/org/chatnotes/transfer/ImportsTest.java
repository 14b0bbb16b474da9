package org.chatnotes.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chatnotes.db.Database;
import org.chatnotes.db.EachEngine;
import org.chatnotes.db.Json;
import org.chatnotes.lists.ListRooms;
import org.chatnotes.lists.MailingList;
import org.chatnotes.lists.NewList;
import org.chatnotes.lists.Recipient;
import org.chatnotes.lists.StateCounts;
import org.chatnotes.lists.Subscription;
import org.chatnotes.lists.Term;
import org.chatnotes.mail.EmailAddress;
import org.chatnotes.problem.Problem;
import org.chatnotes.subscribers.AddressState;
import org.chatnotes.subscribers.Format;
import org.chatnotes.subscribers.Subscriber;
import org.chatnotes.subscribers.SubscriberDraft;
import org.junit.jupiter.api.io.TempDir;

class ImportsTest {
    @TempDir
    private Path folder = Path.of("");

    @EachEngine
    void readsEveryColumnAndMakesFieldsOfOthers(Database database) {
        ListRooms rooms = rooms(database);
        terms(rooms);
        ImportReport report = already(rooms, """
                \ufeffEmail,Name,Programmes,Roles,Language,Format,School,Country,Region,Time zone,Chapter
                Ann@Example.org,"Ann ""A"" Lee",m / B,lead,French,text,"Hill, North",GH,Africa,Africa/Accra,7

                bo@example.org,,,,,,,,,,
                """);
        Subscriber ann = person(rooms, "ann@example.org");

        assertThat(report).isEqualTo(new ImportReport(2, 2, 0, 0, 0, 0, 0, null));
        assertThat(ann.draft())
                .isEqualTo(SubscriberDraft.of(EmailAddress.parse("Ann@example.org"))
                        .named("Ann \"A\" Lee")
                        .at("Hill, North", "GH", "Africa")
                        .choosing(Set.of("M", "B"), Set.of("lead"))
                        .reading("fr", Format.TEXT)
                        .in("Africa/Accra")
                        .with(Map.of("chapter", "7")));
        assertThat(recipients(rooms)).hasSize(2);
        assertThat(Json.write(report))
                .isEqualTo("{\"rows\":2,\"new\":2,\"changed\":0,\"unchanged\":0,\"duplicate\":0,\"suppressed\":0,"
                        + "\"invalid\":0,\"rejects\":null}");
    }

    @EachEngine
    void countsEachRecordOnceAsTheFirstThatFits(Database database) {
        ListRooms rooms = rooms(database);
        MailingList list = rooms.lists.require("Notes");
        already(rooms, "email,name\nsame@example.org,Same\nother@example.org,Old\nleft@example.org,Left\n");
        rooms.lists.unsubscribe(list.id(), person(rooms, "left@example.org").id(), "page");
        Subscriber bounced = rooms.person("bounced@example.org");
        rooms.subscribers.mark(bounced.id(), AddressState.BOUNCED, "550");
        rooms.subscribers.suppress(EmailAddress.parse("erased@example.org"), "erased");
        rooms.person("elsewhere@example.org");

        ImportReport report = already(rooms, """
                email,name
                no address,X
                new@example.org,New
                NEW@example.org,Again
                left@example.org,Back
                bounced@example.org,B
                erased@example.org,E
                same@example.org,
                other@example.org,New name
                elsewhere@example.org,Else
                """);

        assertThat(report.rejects()).isNotNull();
        assertThat(counts(report)).containsExactly(9L, 2L, 1L, 1L, 1L, 3L, 1L);
        assertThat(recipients(rooms))
                .containsExactlyInAnyOrder(
                        "same@example.org", "other@example.org", "new@example.org", "elsewhere@example.org");
        assertThat(person(rooms, "same@example.org").name()).isEqualTo("Same");
    }

    @EachEngine
    void theSameFileAgainChangesNothing(Database database) {
        ListRooms rooms = rooms(database);
        terms(rooms);
        String file = "email,name,programmes,chapter\na@example.org,Ann,M B,7\nb@example.org,Bo,,\n";
        already(rooms, file);
        Subscriber before = person(rooms, "a@example.org");

        assertThat(counts(already(rooms, file))).containsExactly(2L, 0L, 0L, 2L, 0L, 0L, 0L);
        assertThat(person(rooms, "a@example.org")).isEqualTo(before);
    }

    @EachEngine
    void aDryRunCountsTheSameAndWritesNothing(Database database) {
        ListRooms rooms = rooms(database);
        String file = "email\na@example.org\nb@example.org\nA@example.org\nnobody\n";
        ImportReport dry = run(rooms, file, ImportConsent.ALREADY, true);

        assertThat(rooms.lists.counts().all()).isZero();
        assertThat(counts(already(rooms, file))).isEqualTo(counts(dry)).containsExactly(4L, 2L, 0L, 0L, 1L, 0L, 1L);
    }

    @EachEngine
    void thoseToAskWaitUntilTheyAgreed(Database database) {
        ListRooms rooms = rooms(database);
        MailingList list = rooms.lists.require("Notes");
        ImportReport asked = run(rooms, "email\na@example.org\n", ImportConsent.ASK, false);
        assertThat(asked.added()).isEqualTo(1);
        assertThat(recipients(rooms)).isEmpty();
        assertThat(rooms.lists.counts(list.id()).pending()).isEqualTo(1);

        assertThat(already(rooms, "email\na@example.org\n").changed()).isEqualTo(1);
        assertThat(recipients(rooms)).containsExactly("a@example.org");
        assertThat(run(rooms, "email\na@example.org\n", ImportConsent.ASK, false)
                        .unchanged())
                .isEqualTo(1);
        assertThat(recipients(rooms)).containsExactly("a@example.org");
    }

    @EachEngine
    void statusesInAFileAreObeyed(Database database) {
        ListRooms rooms = rooms(database);
        MailingList list = rooms.lists.require("Notes");
        already(rooms, "email\nnow-out@example.org\n");
        ImportReport report = already(rooms, """
                email,status,paused_until
                active@example.org,Subscribed,
                waits@example.org,pending,
                rests@example.org,paused,2025-05-01
                rested@example.org,paused,2025-03-01
                out@example.org,unsubscribed,
                cleaned@example.org,cleaned,
                spam@example.org,complained,
                now-out@example.org,unsubscribed,
                odd@example.org,whatever,
                rests-how-long@example.org,paused,
                """);

        assertThat(counts(report)).containsExactly(10L, 4L, 0L, 0L, 0L, 4L, 2L);
        assertThat(recipients(rooms)).containsExactlyInAnyOrder("active@example.org", "rested@example.org");
        assertThat(rooms.lists.counts(list.id())).isEqualTo(new StateCounts(1, 2, 1, 2, 1, 1));
        Subscription rests = rooms.lists
                .subscription(list.id(), person(rooms, "rests@example.org").id())
                .orElseThrow();
        assertThat(rests.pausedUntil()).isEqualTo(LocalDate.parse("2025-05-01"));
    }

    @EachEngine
    void oneBrokenRowNeverTakesItsNeighbours(Database database) throws IOException {
        ListRooms rooms = rooms(database);
        terms(rooms);
        ImportReport report = already(rooms, """
                email,name,programmes
                a@example.org,"Ann,M
                b@example.org,Bo,M
                c@example.org,"Ce
                Bcc: evil@example.org",M
                d@example.org,"Dee "The" Dee",M
                e@example.org,Eve 5",M
                f@example.org,"Eff, senior",X
                g@example.org,Gee,M,and more
                h@example.org,"Open
                i@example.org,"Eye",M
                """ + "j@example.org,Nul\u0000,M\n" + "k@example.org,Kay,M");

        assertThat(recipients(rooms))
                .containsExactlyInAnyOrder("b@example.org", "e@example.org", "i@example.org", "k@example.org");
        assertThat(counts(report)).containsExactly(11L, 4L, 0L, 0L, 0L, 0L, 7L);
        List<String> rejects = Files.readAllLines(Path.of(String.valueOf(report.rejects())));
        assertThat(rejects.get(0)).isEqualTo("email,name,programmes,import_line,import_reason,import_text");
        assertThat(String.join("\n", rejects))
                .contains("2,A quotation mark opens a cell here and is never closed.")
                .contains("control character")
                .contains("“X” is none of the programmes here: B, M.")
                .contains("more cells than the header");
    }

    @EachEngine
    void mendedRejectsComeInAsTheyAre(Database database) throws IOException {
        ListRooms rooms = rooms(database);
        ImportReport report = already(rooms, "email,name\nann@@example.org,=Ann\n");
        String mended =
                Files.readString(Path.of(String.valueOf(report.rejects()))).replace("@@", "@");

        assertThat(mended).contains("'=Ann");
        assertThat(already(rooms, mended).added()).isEqualTo(1);
        assertThat(person(rooms, "ann@example.org").name()).isEqualTo("=Ann");
        assertThat(person(rooms, "ann@example.org").fields()).isEmpty();
    }

    @EachEngine
    void filesThatAreNoListsAreRefused(Database database) {
        ListRooms rooms = rooms(database);
        Map<String, String> refused = Map.of(
                "", "empty",
                "\n\n", "empty",
                "name,school\nAnn,Hill\n", "email",
                "email,name,Name\na@example.org,A,B\n", "twice",
                "PK\u0003\u0004\u0000\u0000binary", "not a text file",
                "email,\"name\nx", "header row");
        refused.forEach((file, words) -> assertThatThrownBy(() -> already(rooms, file))
                .as(file)
                .isInstanceOf(Problem.class)
                .hasMessageContaining(words));
        assertThatThrownBy(() -> imports(rooms)
                        .run(
                                new ByteArrayInputStream("email\n".getBytes(StandardCharsets.UTF_8)),
                                "x.csv",
                                new ImportOrder("No such", ImportConsent.ALREADY, false),
                                ImportProgress.SILENT))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("There are: Notes.");
    }

    @EachEngine
    void bytesThatAreNoUtf8SpoilTheirRowAlone(Database database) {
        ListRooms rooms = rooms(database);
        byte[] file = "email;name\r\na@example.org;Zo\u00e9\rb@example.org;Bo\n".getBytes(StandardCharsets.ISO_8859_1);
        ImportReport report = imports(rooms)
                .run(
                        new ByteArrayInputStream(file),
                        "x.csv",
                        new ImportOrder("Notes", ImportConsent.ALREADY, false),
                        ImportProgress.SILENT);

        assertThat(counts(report)).containsExactly(2L, 1L, 0L, 0L, 0L, 0L, 1L);
        assertThat(recipients(rooms)).containsExactly("b@example.org");
    }

    @EachEngine
    void aMegabyteInOneCellSpoilsItsRowAlone(Database database) {
        ListRooms rooms = rooms(database);
        String file = "email,name\na@example.org," + "x".repeat(3 << 20) + "\nb@example.org,Bo\n";
        assertThat(counts(already(rooms, file))).containsExactly(2L, 1L, 0L, 0L, 0L, 0L, 1L);
    }

    @EachEngine
    void withoutProgrammesTheirColumnIsAField(Database database) {
        ListRooms rooms = rooms(database);
        already(rooms, "email,programmes\na@example.org,Poetry club\n");
        assertThat(person(rooms, "a@example.org").fields()).isEqualTo(Map.of("programmes", "Poetry club"));
        assertThat(export(rooms)).startsWith("email,name,school,country,region,language,format,zone,status,");
        assertThat(counts(already(rooms, export(rooms)))).containsExactly(1L, 0L, 0L, 1L, 0L, 0L, 0L);
    }

    @EachEngine
    void anExportComesBackWithoutLoss(Database database) {
        ListRooms rooms = rooms(database);
        terms(rooms);
        already(rooms, """
                email,name,programmes,status,paused_until,status_of_school,field:status
                +ann@example.org,'=SUM(1),M B,,,-5,"odd, \"\"quoted\"\"\"
                bo@example.org,@Bo,,unsubscribed,,,
                ce@example.org,'''+Ce,,bounced,,,
                dee@example.org,Dee,,paused,2025-05-01,,
                eve@example.org,Eve,,pending,,,
                """);
        String exported = export(rooms);
        MailingList copy = rooms.lists.create(NewList.named("Copy"));

        assertThat(exported).contains("'=SUM(1)", "'+ann@", "'@Bo", "'''+Ce", "'-5");
        assertThat(person(rooms, "+ann@example.org").fields())
                .isEqualTo(Map.of("status_of_school", "-5", "status", "odd, \"quoted\""));
        assertThat(counts(already(rooms, exported))).containsExactly(5L, 0L, 0L, 3L, 0L, 2L, 0L);
        imports(rooms)
                .run(
                        new ByteArrayInputStream(exported.getBytes(StandardCharsets.UTF_8)),
                        "x.csv",
                        new ImportOrder("Copy", ImportConsent.ALREADY, false),
                        ImportProgress.SILENT);
        assertThat(rooms.lists.counts(copy.id())).isEqualTo(new StateCounts(1, 1, 1, 0, 0, 0));
    }

    private ListRooms rooms(Database database) {
        ListRooms rooms = new ListRooms(database);
        rooms.lists.create(NewList.named("Notes"));
        return rooms;
    }

    private static void terms(ListRooms rooms) {
        rooms.lists.saveProgramme(new Term("B", 0, false, Map.of("en", "Bee"), Map.of()));
        rooms.lists.saveProgramme(new Term("M", 1, false, Map.of(), Map.of("en", "Middle years")));
        rooms.lists.saveRole(new Term("lead", 0, false, Map.of(), Map.of()));
    }

    private Imports imports(ListRooms rooms) {
        return new Imports(rooms.database, rooms.subscribers, rooms.lists, rooms.events, rooms.clock, folder);
    }

    private ImportReport already(ListRooms rooms, String file) {
        return run(rooms, file, ImportConsent.ALREADY, false);
    }

    private ImportReport run(ListRooms rooms, String file, ImportConsent consent, boolean dryRun) {
        return imports(rooms)
                .run(
                        new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
                        "people.csv",
                        new ImportOrder("Notes", consent, dryRun),
                        ImportProgress.SILENT);
    }

    private static String export(ListRooms rooms) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Exports(rooms.subscribers, rooms.lists).write("Notes", out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static List<Long> counts(ImportReport report) {
        return List.of(
                report.rows(),
                report.added(),
                report.changed(),
                report.unchanged(),
                report.duplicate(),
                report.suppressed(),
                report.invalid());
    }

    private static List<String> recipients(ListRooms rooms) {
        return rooms.lists.recipients(rooms.lists.require("Notes").id(), 0, 100).stream()
                .map(Recipient::subscriberId)
                .map(id -> rooms.subscribers.require(id).email().key())
                .toList();
    }

    private static Subscriber person(ListRooms rooms, String email) {
        return rooms.subscribers.byEmail(EmailAddress.parse(email)).orElseThrow();
    }
}
