package org.chatnotes.cli;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.chatnotes.editions.Edition;
import org.chatnotes.editions.Order;
import org.chatnotes.editions.Plan;
import org.chatnotes.editions.State;
import org.chatnotes.editions.Status;
import org.chatnotes.outbox.Tally;
import org.chatnotes.problem.Problem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Commands about editions: a note on its way to a list. */
@Command(name = "edition", description = "Editions: notes on their way to a list.")
final class EditionCommands {
    private static final long POLL = TimeUnit.MILLISECONDS.toNanos(200);

    private final Commands commands;

    EditionCommands(Commands commands) {
        this.commands = commands;
    }

    @Command(name = "send", description = "Sends a note to a list now.")
    int send(
            @Parameters(paramLabel = "NOTE") long note,
            @Option(names = "--list", required = true, paramLabel = "NAME") String list,
            @Option(names = "--wait", description = "Sends from here if nobody else does, and stays until it is done.")
                    boolean wait,
            @Option(names = "--dry-run", description = "Renders every copy and sends nothing.") boolean dryRun,
            @Option(names = "--again", description = "Although this revision went to this list already.")
                    boolean again) {
        return commands.ask(doors -> {
            long listId = doors.lists().require(list).id();
            if (dryRun) {
                Output.line(doors.editions().dryRun(note, listId) + " copies rendered, nothing sent");
                return 0;
            }
            Edition edition = doors.editions().schedule(new Order(note, listId, Plan.now(), again, null));
            int code = wait ? await(doors, edition.id()) : 0;
            Output.line((wait ? "Edition " : "Sending edition ") + edition.id());
            return code;
        });
    }

    @Command(name = "schedule", description = "Sends a note to a list at a time.")
    void schedule(
            @Parameters(paramLabel = "NOTE") long note,
            @Option(names = "--list", required = true, paramLabel = "NAME") String list,
            @Option(names = "--at", required = true, paramLabel = "2025-03-13T07:00") String at,
            @Option(names = "--zone", defaultValue = "UTC", description = "Such as Europe/Paris (default: UTC).")
                    String zone,
            @Option(names = "--again") boolean again) {
        commands.use(doors -> {
            long listId = doors.lists().require(list).id();
            Order order = new Order(note, listId, Plan.at(local(at), zone), again, null);
            Edition edition = doors.editions().schedule(order);
            Output.line("Due at " + edition.dueAt() + ". Scheduled edition " + edition.id());
        });
    }

    @Command(name = "status", description = "Says how many have it, and where the others stand.")
    void status(@Parameters(paramLabel = "EDITION") long id, @Option(names = "--json") boolean json) {
        commands.use(doors -> {
            Status status = doors.editions().status(id);
            if (json) {
                Output.json(new Shown(id, status.edition().state().word(), status.tally()));
            } else {
                Output.line(words(status));
            }
        });
    }

    @Command(name = "pause", description = "Stops sending within seconds; what is on the wire still arrives.")
    void pause(@Parameters(paramLabel = "EDITION") long id) {
        commands.use(doors -> Output.line(words(id, doors.editions().pause(id))));
    }

    @Command(name = "resume", description = "Goes on with a paused or held edition.")
    void resume(@Parameters(paramLabel = "EDITION") long id) {
        commands.use(doors -> Output.line(words(id, doors.editions().resume(id))));
    }

    @Command(name = "cancel", description = "Ends it; who has it keeps it.")
    void cancel(@Parameters(paramLabel = "EDITION") long id) {
        commands.use(doors -> Output.line(words(id, doors.editions().cancel(id))));
    }

    /** Sends from here, or watches whoever sends, until the edition is over. */
    static int await(Doors doors, long id) {
        try (AutoCloseable ignored = doors.sending().begin();
                Progress bar = Progress.of(
                        "Sending", doors.editions().status(id).tally().audience())) {
            String said = null;
            while (true) {
                Status status = doors.editions().status(id);
                bar.at(status.tally().done());
                if (status.edition().state().over()) {
                    return status.edition().state() == State.SENT ? 0 : 1;
                }
                String reason = status.reason();
                if (reason != null && !Objects.equals(reason, said)) {
                    System.err.println(
                            "Edition " + id + " is " + status.edition().state().word() + ": " + reason);
                    said = reason;
                }
                LockSupport.parkNanos(POLL);
            }
        } catch (Problem e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String words(long id, Edition edition) {
        return "Edition " + id + " is " + edition.state().word();
    }

    private static String words(Status status) {
        Tally tally = status.tally();
        @Nullable String reason = status.reason();
        return "Edition " + status.edition().id() + " is "
                + status.edition().state().word()
                + (reason == null ? "" : " (" + reason + ")") + ": " + tally.sent() + " of " + tally.audience()
                + " sent, " + tally.queued() + " queued, " + tally.started() + " started, " + tally.retrying()
                + " retrying, " + tally.failed() + " failed, " + tally.skipped() + " skipped, " + tally.unknown()
                + " in doubt";
    }

    private static LocalDateTime local(String text) {
        try {
            return LocalDateTime.parse(text);
        } catch (DateTimeParseException e) {
            throw Problem.invalid("at", text + " is not a time. Write it as 2025-03-13T07:00.");
        }
    }

    /** What {@code edition status --json} prints; scripts rely on its names. */
    record Shown(long id, String state, @JsonUnwrapped Tally tally) {}
}
