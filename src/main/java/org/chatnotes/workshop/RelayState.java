package org.chatnotes.workshop;

import org.chatnotes.smtp.Relay;
import org.jspecify.annotations.Nullable;

/**
 * Where mail goes, as this process sees it.
 *
 * @param inbox whether the built-in inbox takes it
 * @param open connections that are open now; null when another process sends
 * @param allowed connections at the same time at most
 */
public record RelayState(
        Relay relay, boolean inbox, @Nullable Integer open, int allowed) {
    /** How connections are protected, as a word of the bundle: always, required, offered or local. */
    public String protection() {
        if (relay.tls()) {
            return "always";
        }
        return relay.onLoopback() ? "local" : relay.user() != null ? "required" : "offered";
    }
}
