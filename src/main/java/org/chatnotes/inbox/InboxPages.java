package org.chatnotes.inbox;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.chatnotes.problem.Problem;
import org.chatnotes.web.Page;
import org.chatnotes.web.SecurityHeaders;
import org.jspecify.annotations.Nullable;

/** What our mail looks like to those who get it, while nothing leaves this machine. */
@Path("/inbox")
@Produces(MediaType.TEXT_HTML)
public final class InboxPages {
    private static final int PAGE = 50;
    private static final Set<String> TABS = Set.of("html", "text", "headers", "source");

    private final Inbox inbox;
    private final String publicUrl;

    /** @param publicUrl where pictures and links of our mails point to, without a slash at the end */
    public InboxPages(Inbox inbox, String publicUrl) {
        this.inbox = inbox;
        this.publicUrl = publicUrl;
    }

    /** A line of a list: a mail with its subject and sender. */
    public record Line(KeptMail mail, int count, String subject, String from) {}

    @GET
    public Page mailboxes(
            @QueryParam("q") @DefaultValue("") String words, @QueryParam("from") @DefaultValue("0") int from) {
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        List<Mailbox> all = inbox.mailboxes();
        List<Mailbox> found = all.stream()
                .filter(box -> box.address().toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
        int start = Math.min(Math.max(from, 0), found.size());
        List<Line> lines = found.stream()
                .skip(start)
                .limit(PAGE)
                .map(box -> line(box.newest(), box.count()))
                .toList();
        return Page.of("inbox/mailboxes")
                .with("q", words)
                .with("lines", lines)
                .with("first", start)
                .with("found", found.size())
                .with("boxes", all.size())
                .with("mails", all.stream().mapToInt(Mailbox::count).sum())
                .with("pageSize", PAGE)
                .with("imapPort", inbox.imapPort());
    }

    @GET
    @Path("/{address}")
    public Page messages(@PathParam("address") String address) {
        List<KeptMail> mails = inbox.messages(address);
        if (mails.isEmpty()) {
            throw Problem.notFound("Nothing was sent to " + address + " yet, or newer mail took its place.");
        }
        return Page.of("inbox/messages")
                .with("address", address)
                .with("lines", mails.stream().map(mail -> line(mail, 1)).toList());
    }

    @GET
    @Path("/{address}/{id}")
    public Page message(
            @PathParam("address") String address,
            @PathParam("id") String id,
            @QueryParam("show") @Nullable String show) {
        KeptMail mail = inbox.require(address, id);
        MailView view = MailReader.read(inbox.bytes(mail));
        String first = view.html() != null ? "html" : view.text() != null ? "text" : "source";
        return Page.of("inbox/message")
                .with("mail", mail)
                .with("view", view)
                .with("show", show != null && TABS.contains(show) ? show : first);
    }

    /** The HTML part for the frame: nothing runs in it, and nothing is fetched but our own pictures. */
    @GET
    @Path("/{address}/{id}/html")
    public Response html(@PathParam("address") String address, @PathParam("id") String id) {
        String html = MailReader.read(inbox.bytes(inbox.require(address, id))).html();
        if (html == null) {
            throw Problem.notFound("This mail has no HTML part.");
        }
        // The workshop may be open under another name of this machine than the mails' links: the pictures are the same.
        return Response.ok(html.replace(publicUrl + "/media/", "/media/"))
                .type("text/html; charset=utf-8")
                .header("Content-Security-Policy", SecurityHeaders.SANDBOX)
                .build();
    }

    @GET
    @Path("/{address}/{id}/mail.eml")
    @Produces("message/rfc822")
    public Response file(@PathParam("address") String address, @PathParam("id") String id) {
        KeptMail mail = inbox.require(address, id);
        return Response.ok(inbox.bytes(mail))
                .header("Content-Disposition", "attachment; filename=\"" + mail.id() + ".eml\"")
                .build();
    }

    private Line line(KeptMail mail, int count) {
        MailView view = MailReader.read(inbox.bytes(mail));
        return new Line(mail, count, view.subject(), view.from());
    }
}
