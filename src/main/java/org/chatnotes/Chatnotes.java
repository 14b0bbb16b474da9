package org.chatnotes;

import com.codahale.metrics.health.HealthCheck;
import io.dropwizard.configuration.EnvironmentVariableSubstitutor;
import io.dropwizard.configuration.SubstitutingSourceProvider;
import io.dropwizard.core.Application;
import io.dropwizard.core.cli.ServerCommand;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.lifecycle.Managed;
import java.net.BindException;
import java.time.Clock;
import java.util.Map;
import net.sourceforge.argparse4j.inf.Namespace;
import org.chatnotes.cli.Commands;
import org.chatnotes.cli.Serve;
import org.chatnotes.db.Json;
import org.chatnotes.problem.Problem;
import org.chatnotes.web.BareErrors;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.LifeCycle;
import org.glassfish.jersey.media.multipart.MultiPartFeature;
import org.glassfish.jersey.server.ServerProperties;
import picocli.CommandLine;

/** The program: a web server and a sender in one process. Short commands stand in {@code cli}. */
public final class Chatnotes extends Application<ChatnotesConfig> {
    /** What the server command answers once it runs: no exit code yet. */
    private static final int RUNNING = -1;

    private final Serve order;

    private Chatnotes(Serve order) {
        this.order = order;
    }

    public static void main(String[] arguments) {
        int code = Commands.run(arguments, Wiring::openDoors, order -> new Chatnotes(order).serve());
        // A server that runs goes on by its own threads.
        if (code != RUNNING) {
            System.exit(code);
        }
    }

    private int serve() {
        // Not through Dropwizard's own command line, which would print a stack trace.
        Bootstrap<ChatnotesConfig> bootstrap = new Bootstrap<>(this);
        initialize(bootstrap);
        bootstrap.registerMetrics();
        try {
            new ServerCommand<>(this)
                    .run(bootstrap, new Namespace(Map.of("file", order.config().toString())));
            return RUNNING;
        } catch (Exception e) {
            System.err.println(sentence(e));
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    @Override
    public String getName() {
        return "chatnotes";
    }

    @Override
    public void initialize(Bootstrap<ChatnotesConfig> bootstrap) {
        bootstrap.setConfigurationSourceProvider(new SubstitutingSourceProvider(
                bootstrap.getConfigurationSourceProvider(), new EnvironmentVariableSubstitutor(false)));
    }

    @Override
    public void run(ChatnotesConfig config, Environment environment) {
        RunningServer server = RunningServer.claim(config, order);
        environment.lifecycle().manage(new Managed() {
            @Override
            public void stop() {
                server.stop();
            }
        });
        // Only now: config.yml itself is read by Dropwizard's own rules.
        Json.configure(environment.getObjectMapper());
        Wiring wiring = new Wiring(config, Clock.systemUTC());
        server.holds(wiring);
        wiring.migrate();
        environment.jersey().register(MultiPartFeature.class);
        // "/signin", not "http://host/signin": a proxy in front knows host and https better than we do.
        environment.jersey().property(ServerProperties.LOCATION_HEADER_RELATIVE_URI_RESOLUTION_DISABLED, true);
        wiring.register(environment.jersey());
        BareErrors errors = new BareErrors();
        environment.getApplicationContext().setErrorHandler(errors);
        environment.lifecycle().addEventListener(new LifeCycle.Listener() {
            @Override
            public void lifeCycleStarting(LifeCycle starting) {
                if (starting instanceof Server jetty) {
                    jetty.setErrorHandler(errors);
                }
            }
        });
        environment.healthChecks().register("database", new HealthCheck() {
            @Override
            protected Result check() {
                return wiring.database.answers() ? Result.healthy() : Result.unhealthy("The database does not answer.");
            }
        });
        environment.lifecycle().addServerLifecycleListener(server::ready);
    }

    /** Why the server did not start. */
    private static String sentence(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return problem.sentence();
            }
            if (cause instanceof BindException) {
                return portTaken(thrown);
            }
        }
        return "Chatnotes did not start: " + thrown.getMessage();
    }

    private static String portTaken(Throwable thrown) {
        return "Another program has taken "
                + String.valueOf(thrown.getMessage()).replaceAll(".*Failed to bind to /?", "")
                + ". Choose other ports, as in CHATNOTES_PORT=8090 CHATNOTES_ADMIN_PORT=8091 bin/run";
    }
}
