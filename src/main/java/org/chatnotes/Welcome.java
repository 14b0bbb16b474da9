package org.chatnotes;

import java.util.ArrayList;
import java.util.List;
import org.chatnotes.access.Users;
import org.chatnotes.editions.Edition;

/** What the server prints once it answers: where to look, and how to sign in. At most ten lines. */
final class Welcome {
    private final List<String> lines = new ArrayList<>();

    Welcome(String address, boolean inbox) {
        lines.add("Chatnotes is ready. Press Ctrl-C to stop it; the next start goes on from here.");
        lines.add("  Workshop  " + address + "/");
        if (inbox) {
            lines.add(
                    "  Inbox     " + address + "/inbox   (mail stays on this machine until CHATNOTES_SMTP_URL is set)");
        }
        lines.add("  Archive   " + address + "/archive");
    }

    /** The first owner was made just now: the password is shown this once. */
    void owner(Users.Added owner) {
        lines.add("  Sign in as " + owner.user().login() + " with the password " + owner.password()
                + "   (shown only now; a new one: bin/chatnotes user passwd "
                + owner.user().login() + ")");
    }

    /** The demonstration was filled in just now. */
    void demo(Edition edition) {
        lines.add("  The notes of March 2025 are on their way to five readers of the demonstration (edition "
                + edition.id() + "):");
        lines.add(
                "  open jordan@demo.example.org in the inbox for one programme, claire@demo.example.org for text only.");
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
