package org.chatnotes;

import io.dropwizard.configuration.EnvironmentVariableSubstitutor;
import io.dropwizard.configuration.SubstitutingSourceProvider;
import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.lifecycle.Managed;
import java.time.Clock;
import org.chatnotes.db.Json;
import org.glassfish.jersey.media.multipart.MultiPartFeature;

/** The program. {@code server} is the web server with its sender; other commands stand in {@code cli}. */
public final class Chatnotes extends Application<ChatnotesConfig> {
    public static void main(String[] arguments) throws Exception {
        new Chatnotes().run(arguments);
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
        // Only now: config.yml itself is read by Dropwizard's own rules.
        Json.configure(environment.getObjectMapper());
        Wiring wiring = new Wiring(config, Clock.systemUTC());
        wiring.migrate();
        environment.lifecycle().manage(new Managed() {
            @Override
            public void stop() {
                wiring.close();
            }
        });
        environment.jersey().register(MultiPartFeature.class);
        wiring.register(environment.jersey());
    }
}
