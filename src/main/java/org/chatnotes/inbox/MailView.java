package org.chatnotes.inbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail, read for people.
 *
 * @param html the HTML part as it came, or null
 * @param text the text part, or null
 * @param links where the HTML or text leads, in order, each once
 * @param source the whole mail as it came
 */
public record MailView(
        String subject,
        String from,
        String to,
        List<Header> headers,
        @Nullable String html,
        @Nullable String text,
        List<Link> links,
        String source) {
    public record Header(String name, String value) {}

    public record Link(String words, String url) {}
}
