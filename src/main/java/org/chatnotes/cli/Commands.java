package org.chatnotes.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import org.chatnotes.problem.Problem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The commands of bin/chatnotes. Exit code 0: done; 1: failed, and says why; 2: wrong usage. */
@Command(
        name = "chatnotes",
        description = "Email newsletters and mailing lists for people who write their notes with care.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class Commands {
    private final Function<Path, Doors> open;
    private final Function<Serve, Integer> serve;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The configuration file (default: $CHATNOTES_CONFIG, else config.yml).",
            scope = ScopeType.INHERIT)
    private Path config = Path.of(System.getenv().getOrDefault("CHATNOTES_CONFIG", "config.yml"));

    private Commands(Function<Path, Doors> open, Function<Serve, Integer> serve) {
        this.open = open;
        this.serve = serve;
    }

    /**
     * Runs one command.
     *
     * @param open opens the program on a configuration file, without a web server
     * @param serve runs the web server until it is stopped
     * @return the exit code
     */
    public static int run(String[] arguments, Function<Path, Doors> open, Function<Serve, Integer> serve) {
        Commands commands = new Commands(open, serve);
        CommandLine line = new CommandLine(commands)
                .addSubcommand("help", new CommandLine.HelpCommand())
                .addSubcommand("server", new ServerCommand(commands))
                .addSubcommand("sender", new SenderCommand(commands))
                .addSubcommand("migrate", new MigrateCommand(commands))
                .addSubcommand("demo", new DemoCommand(commands))
                .addSubcommand("user", new PeopleCommands.UserCommand(commands))
                .addSubcommand("token", new PeopleCommands.TokenCommand(commands))
                .addSubcommand("list", new PeopleCommands.ListCommand(commands))
                .addSubcommand("subscribers", new PeopleCommands.SubscribersCommand(commands))
                .addSubcommand("note", new NoteCommands(commands))
                .addSubcommand("edition", new EditionCommands(commands))
                .addSubcommand("address", new PeopleCommands.AddressCommand());
        line.setExecutionExceptionHandler((thrown, failed, parsed) -> failure(thrown, failed.getErr()));
        return arguments.length == 0 ? usage(line) : line.execute(arguments);
    }

    /** Opens the program, does something with it in the operator's name, and closes it again. */
    <T> T ask(Function<Doors, T> work) {
        try (Doors doors = open.apply(config)) {
            doors.events().actAs("operator");
            return work.apply(doors);
        }
    }

    /** As {@link #ask}, without an answer. */
    void use(Consumer<Doors> work) {
        ask(doors -> {
            work.accept(doors);
            return true;
        });
    }

    int serve(boolean demoWhenEmpty, boolean rehearse) {
        return serve.apply(new Serve(config, demoWhenEmpty, rehearse));
    }

    private static int usage(CommandLine line) {
        line.usage(line.getErr());
        return CommandLine.ExitCode.USAGE;
    }

    /** A problem is a sentence for the operator; anything else is our fault, and says where to look. */
    private static int failure(Exception thrown, PrintWriter err) {
        if (thrown instanceof Problem problem) {
            err.println(problem.sentence());
        } else {
            err.println("This failed, and the fault is ours: " + thrown);
            thrown.printStackTrace(err);
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    @Command(name = "server", description = "Starts the web server and the sender, and runs until stopped.")
    private static final class ServerCommand implements Callable<Integer> {
        private final Commands commands;

        @Option(names = "--demo-when-empty", description = "Fills an empty installation with the demonstration.")
        private boolean demoWhenEmpty;

        @Option(names = "--rehearse", hidden = true)
        private boolean rehearse;

        private ServerCommand(Commands commands) {
            this.commands = commands;
        }

        @Override
        public Integer call() {
            return commands.serve(demoWhenEmpty, rehearse);
        }
    }

    @Command(name = "sender", description = "Sends beside a server, and runs until stopped.")
    private static final class SenderCommand implements Callable<Integer> {
        private final Commands commands;

        private SenderCommand(Commands commands) {
            this.commands = commands;
        }

        @Override
        public Integer call() {
            commands.use(doors -> {
                Output.line("Sending. Press Ctrl-C to stop; what is on the wire still arrives.");
                doors.sending().untilStopped();
            });
            return CommandLine.ExitCode.OK;
        }
    }

    @Command(name = "migrate", description = "Brings the tables up to date, after a backup of an SQLite file.")
    private static final class MigrateCommand implements Callable<Integer> {
        private final Commands commands;

        private MigrateCommand(Commands commands) {
            this.commands = commands;
        }

        @Override
        public Integer call() {
            commands.use(doors -> Output.line("The tables are up to date."));
            return CommandLine.ExitCode.OK;
        }
    }

    @Command(name = "demo", description = "Fills an empty installation with the notes of March 2025, and sends them.")
    private static final class DemoCommand implements Callable<Integer> {
        private final Commands commands;

        private DemoCommand(Commands commands) {
            this.commands = commands;
        }

        @Override
        public Integer call() {
            return commands.ask(doors -> {
                long edition = doors.demo().get().id();
                Output.line("The list IBCC has seven readers; five of them are sent the notes of March 2025.");
                return EditionCommands.await(doors, edition);
            });
        }
    }
}
