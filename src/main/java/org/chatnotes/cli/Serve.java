package org.chatnotes.cli;

import java.nio.file.Path;

/**
 * How the server is to be started.
 *
 * @param config the configuration file
 * @param demoWhenEmpty whether an empty installation is filled with the demonstration
 * @param rehearse start, visit the main pages, stop: so that a class archive can be recorded
 */
public record Serve(Path config, boolean demoWhenEmpty, boolean rehearse) {}
