package org.chatnotes.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.chatnotes.access.User;
import org.chatnotes.access.Users;
import org.chatnotes.db.Json;
import org.chatnotes.lists.MailingList;
import org.chatnotes.lists.NewList;
import org.chatnotes.lists.StateCounts;
import org.chatnotes.mail.EmailAddress;
import org.chatnotes.problem.Problem;
import org.chatnotes.transfer.ImportConsent;
import org.chatnotes.transfer.ImportOrder;
import org.chatnotes.transfer.ImportReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Commands about people: who works here, and who receives. */
final class PeopleCommands {
    private PeopleCommands() {}

    @Command(name = "user", description = "People who work in the workshop.")
    static final class UserCommand {
        private final Commands commands;

        UserCommand(Commands commands) {
            this.commands = commands;
        }

        @Command(name = "add", description = "Adds someone with a random password, and prints it once.")
        void add(
                @Parameters(paramLabel = "LOGIN") String login,
                @Option(names = "--name", description = "As others see it (default: the login).") String name) {
            commands.use(doors -> {
                Users.Added added = doors.users().add(login, name == null ? login : name);
                Output.line("Sign in as " + added.user().login() + " with the password " + added.password());
            });
        }

        @Command(name = "passwd", description = "Gives someone a new random password, and ends their sessions.")
        void passwd(@Parameters(paramLabel = "LOGIN") String login) {
            commands.use(doors -> Output.line(
                    "The new password of " + login + " is " + doors.users().passwd(login)));
        }

        @Command(name = "list", description = "Lists everyone.")
        void list() {
            commands.use(doors -> {
                List<List<String>> rows = new ArrayList<>();
                for (User user : doors.users().list()) {
                    rows.add(List.of(
                            user.login(), user.name(), user.rights().name().toLowerCase(java.util.Locale.ROOT)));
                }
                Output.table(rows);
            });
        }
    }

    @Command(name = "token", description = "Tokens for programs that use the API.")
    static final class TokenCommand {
        private final Commands commands;

        TokenCommand(Commands commands) {
            this.commands = commands;
        }

        @Command(name = "create", description = "Makes a token, and prints it once.")
        void create(
                @Option(names = "--name", defaultValue = "command line", description = "What it is for.") String name) {
            commands.use(doors -> Output.line(doors.tokens().create(name)));
        }
    }

    @Command(name = "list", description = "Mailing lists.")
    static final class ListCommand {
        private final Commands commands;

        ListCommand(Commands commands) {
            this.commands = commands;
        }

        @Command(name = "create", description = "Makes a list.")
        void create(
                @Parameters(paramLabel = "NAME") String name,
                @Option(names = "--double-opt-in", description = "Those who join confirm by a mail first.")
                        boolean doubleOptIn) {
            commands.use(doors -> {
                MailingList list = doors.lists().create(new NewList(name, null, doubleOptIn, null, null, null));
                Output.line("Made the list " + list.name() + ", number " + list.id());
            });
        }

        @Command(name = "show", description = "Shows a list and how many people it has in which state.")
        void show(@Parameters(paramLabel = "NAME") String name, @Option(names = "--json") boolean json) {
            commands.use(doors -> {
                MailingList list = doors.lists().require(name);
                StateCounts counts = doors.lists().counts(list.id());
                if (json) {
                    Output.json(new Shown(list, counts));
                } else {
                    Output.line(list.name() + " (" + list.slug() + "): " + Json.write(counts));
                }
            });
        }

        record Shown(MailingList list, StateCounts counts) {}
    }

    @Command(name = "subscribers", description = "People on lists.")
    static final class SubscribersCommand {
        private final Commands commands;

        SubscribersCommand(Commands commands) {
            this.commands = commands;
        }

        @Command(name = "import", description = "Brings people in from a CSV file with a header row.")
        void bringIn(
                @Parameters(paramLabel = "FILE") Path file,
                @Option(names = "--list", required = true, paramLabel = "NAME") String list,
                @Option(
                                names = "--consent",
                                required = true,
                                paramLabel = "already|ask",
                                description = "They have agreed already, or are to be asked.")
                        String consent,
                @Option(names = "--dry-run", description = "Only counts.") boolean dryRun,
                @Option(names = "--json") boolean json) {
            commands.use(doors -> {
                ImportOrder order = new ImportOrder(list, ImportConsent.of(consent), dryRun);
                try (Progress bar = Progress.of("Importing", size(file))) {
                    ImportReport report = doors.imports().run(file, order, (bytes, rows) -> bar.at(bytes));
                    bar.close();
                    print(report, dryRun, json);
                }
            });
        }

        @Command(name = "export", description = "Writes the people of a list to a CSV file that imports back.")
        void export(
                @Option(names = "--list", required = true, paramLabel = "NAME") String list,
                @Option(names = "--out", required = true, paramLabel = "FILE.csv") Path file) {
            commands.use(doors -> {
                doors.lists().require(list);
                try (OutputStream out = Files.newOutputStream(file)) {
                    Output.line(doors.exports().write(list, out) + " people written to " + file);
                } catch (IOException e) {
                    throw Output.notWritten(file);
                }
            });
        }

        private static void print(ImportReport report, boolean dryRun, boolean json) {
            if (json) {
                Output.json(report);
                return;
            }
            Output.table(List.of(
                    List.of("rows", "" + report.rows()),
                    List.of("new", "" + report.added()),
                    List.of("changed", "" + report.changed()),
                    List.of("unchanged", "" + report.unchanged()),
                    List.of("duplicate", "" + report.duplicate()),
                    List.of("suppressed", "" + report.suppressed()),
                    List.of("invalid", "" + report.invalid())));
            if (dryRun) {
                Output.line("Nothing was written: this was a dry run.");
            }
            if (report.rejects() != null) {
                Output.line("The refused rows, with reasons: " + report.rejects());
            }
        }

        private static long size(Path file) {
            try {
                return Files.size(file);
            } catch (IOException e) {
                throw Problem.notFound("There is no file " + file + " that can be read.");
            }
        }
    }

    @Command(name = "address", description = "Email addresses.")
    static final class AddressCommand {
        @Command(name = "check", description = "Reads JSON strings, one a line, and says accept or reject of each.")
        void check() throws IOException {
            try (var in = new java.io.BufferedReader(
                    new java.io.InputStreamReader(System.in, java.nio.charset.StandardCharsets.UTF_8))) {
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    if (!line.isBlank()) {
                        Output.line(accepted(line) ? "accept" : "reject");
                    }
                }
            }
        }

        private static boolean accepted(String line) {
            try {
                EmailAddress.parse(Json.read(line, String.class));
                return true;
            } catch (Problem | IllegalStateException e) {
                return false;
            }
        }
    }
}
