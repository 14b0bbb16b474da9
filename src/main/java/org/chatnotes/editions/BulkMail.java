package org.chatnotes.editions;

import java.util.Locale;
import org.chatnotes.lists.MailingList;
import org.chatnotes.mail.Headers;
import org.chatnotes.mail.MailTemplate;
import org.chatnotes.mail.Slots;
import org.chatnotes.rendering.Rendered;
import org.chatnotes.series.Series;
import org.jspecify.annotations.Nullable;

/** A rendered variant as a mail to many: the headers that lists owe to their readers and to mail servers. */
final class BulkMail {
    private final PostOffice office;

    BulkMail(PostOffice office) {
        this.office = office;
    }

    /**
     * @param label of the mailing, for the feedback of large providers
     * @param mark before the subject, such as {@code [TEST] }
     */
    MailTemplate compile(Rendered rendered, MailingList list, Series series, String label, String mark) {
        Headers headers = new Headers()
                .raw("Date", Slots.slot("date"))
                .mailbox("From", office.senderName(list), office.sender(list))
                .mailbox("To", Slots.slot("name"), Slots.slot("email"));
        String replyTo = office.replyTo(list);
        if (replyTo != null) {
            headers.mailbox("Reply-To", "", replyTo);
        }
        headers.text("Subject", mark + rendered.subject())
                .raw("Message-ID", "<" + Slots.slot("message_id") + "@" + domain(office.sender(list)) + ">")
                .mailbox("List-Id", list.name(), list.slug() + "." + office.host());
        if (office.linksAreSafe()) {
            headers.raw("List-Unsubscribe", "<" + Slots.slot("unsubscribe_url") + ">")
                    .raw("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        headers.raw("List-Help", "<" + Slots.slot("preferences_url") + ">")
                .raw("List-Owner", "<mailto:" + owner(list, replyTo) + ">")
                .raw("List-Archive", "<" + office.publicUrl() + "/archive>")
                .raw("Archived-At", "<" + Slots.slot("view_url") + ">")
                .raw("List-Post", "NO")
                .raw("Precedence", "list")
                .raw("Feedback-ID", label + ":" + series.slug() + ":" + list.slug() + ":" + identifier(office.host()));
        return MailTemplate.compile(headers, rendered.html(), rendered.text());
    }

    private String owner(MailingList list, @Nullable String replyTo) {
        return replyTo == null ? office.sender(list) : replyTo;
    }

    private static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    private static String identifier(String host) {
        return host.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
