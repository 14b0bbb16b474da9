package org.chatnotes;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.core.Configuration;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/** What an operator decides. {@code config.yml} documents every key; the environment wins over it. */
public final class ChatnotesConfig extends Configuration {
    /** Folder of the database, backups and kept mails. */
    @JsonProperty
    @NotBlank
    public String data = "data";

    /** JDBC URL; empty: SQLite in the data folder. */
    @JsonProperty
    public @Nullable String databaseUrl;

    /** Where readers reach us, without a slash at the end. */
    @JsonProperty
    @NotBlank
    public String publicUrl = "http://localhost:8080";

    /** {@code smtp://user:pass@host:port} or {@code smtps://…}; empty: the built-in inbox. */
    @JsonProperty
    public @Nullable String smtpUrl;

    /** From address of mails whose list and group name none. */
    @JsonProperty
    public @Nullable String from;

    /** A folder whose templates win over the built-in ones, file by file. */
    @JsonProperty
    public @Nullable String templates;
}
