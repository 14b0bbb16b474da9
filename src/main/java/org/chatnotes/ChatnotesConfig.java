package org.chatnotes;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.configuration.ConfigurationException;
import io.dropwizard.configuration.EnvironmentVariableSubstitutor;
import io.dropwizard.configuration.FileConfigurationSourceProvider;
import io.dropwizard.configuration.SubstitutingSourceProvider;
import io.dropwizard.configuration.YamlConfigurationFactory;
import io.dropwizard.core.Configuration;
import io.dropwizard.core.server.DefaultServerFactory;
import io.dropwizard.jackson.Jackson;
import io.dropwizard.jersey.validation.Validators;
import io.dropwizard.jetty.HttpConnectorFactory;
import io.dropwizard.util.Duration;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chatnotes.problem.Problem;
import org.jspecify.annotations.Nullable;

/** What an operator decides. {@code config.yml} documents every key with its default; the environment wins over it. */
public final class ChatnotesConfig extends Configuration {
    @JsonProperty
    @NotBlank
    String data = "data";

    @JsonProperty
    String databaseUrl = "";

    @JsonProperty
    String publicUrl = "";

    @JsonProperty
    String smtpUrl = "";

    @JsonProperty
    @Min(1)
    @Max(1000)
    int smtpConnections = 8;

    @JsonProperty
    String smtpTimeout = "5m";

    @JsonProperty
    String retryDelays = "1m,5m,15m,1h";

    @JsonProperty
    String retryFor = "24h";

    @JsonProperty
    String lease = "30s";

    @JsonProperty
    String from = "";

    @JsonProperty
    String parts = "web,sender";

    @JsonProperty
    @Min(0)
    @Max(65_535)
    int inboxSmtpPort = 0;

    @JsonProperty
    @Min(0)
    @Max(65_535)
    int inboxImapPort = 0;

    @JsonProperty
    String templates = "";

    /**
     * Reads a configuration file for a command, by the same rules as the server does.
     *
     * @throws Problem when there is none, or something in it cannot be understood; it says what
     */
    static ChatnotesConfig read(Path file) {
        try {
            return new YamlConfigurationFactory<>(
                            ChatnotesConfig.class, Validators.newValidator(), Jackson.newObjectMapper(), "dw")
                    .build(
                            new SubstitutingSourceProvider(
                                    new FileConfigurationSourceProvider(), new EnvironmentVariableSubstitutor(false)),
                            file.toString());
        } catch (IOException | ConfigurationException e) {
            throw Problem.unavailable("The configuration cannot be read: " + e.getMessage());
        }
    }

    /** Folder of the database, backups and kept mails. */
    public Path dataFolder() {
        return Path.of(data);
    }

    /** JDBC URL; SQLite in the data folder unless told otherwise. */
    public String databaseUrl() {
        return databaseUrl.isBlank()
                ? "jdbc:sqlite:" + dataFolder().resolve("chatnotes.db").toAbsolutePath()
                : databaseUrl.strip();
    }

    /** Where readers reach us, without a slash at the end; http on localhost and our own port unless told otherwise. */
    public String publicUrl() {
        String url = publicUrl.strip().replaceAll("/+$", "");
        return url.isEmpty() ? "http://localhost:" + port() : url;
    }

    private int port() {
        DefaultServerFactory server = (DefaultServerFactory) getServerFactory();
        return ((HttpConnectorFactory) server.getApplicationConnectors().get(0)).getPort();
    }

    /** The relay's URL, or null for the built-in inbox. */
    public @Nullable String smtpUrl() {
        return smtpUrl.isBlank() ? null : smtpUrl.strip();
    }

    public int smtpConnections() {
        return smtpConnections;
    }

    public java.time.Duration smtpTimeout() {
        return duration(smtpTimeout);
    }

    public List<java.time.Duration> retryDelays() {
        return words(retryDelays).map(ChatnotesConfig::duration).toList();
    }

    public java.time.Duration retryFor() {
        return duration(retryFor);
    }

    public java.time.Duration lease() {
        return duration(lease);
    }

    /** The From address of mails whose list and group name none, or null. */
    public @Nullable String from() {
        return from.isBlank() ? null : from.strip();
    }

    /** What this process does: {@code web}, {@code sender}. */
    public Set<String> parts() {
        return words(parts).collect(Collectors.toUnmodifiableSet());
    }

    /** Ports of the built-in inbox on loopback; 0: any free one. */
    public int inboxSmtpPort() {
        return inboxSmtpPort;
    }

    public int inboxImapPort() {
        return inboxImapPort;
    }

    /** A folder whose templates win over the built-in ones, or null. */
    public @Nullable Path templates() {
        return templates.isBlank() ? null : Path.of(templates.strip());
    }

    private static Stream<String> words(String list) {
        return Arrays.stream(list.split(",")).map(String::strip).filter(word -> !word.isEmpty());
    }

    /** Reads {@code 30s}, {@code 5m}, {@code 200ms}. */
    private static java.time.Duration duration(String text) {
        return Duration.parse(text.strip()).toJavaDuration();
    }
}
