package org.chatnotes.workshop;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.chatnotes.checks.Checks;
import org.chatnotes.checks.Finding;
import org.chatnotes.editions.Edition;
import org.chatnotes.editions.Editions;
import org.chatnotes.editions.Forecast;
import org.chatnotes.editions.Order;
import org.chatnotes.editions.Persona;
import org.chatnotes.i18n.Messages;
import org.chatnotes.lists.Lists;
import org.chatnotes.lists.MailingList;
import org.chatnotes.lists.Term;
import org.chatnotes.mail.EmailAddress;
import org.chatnotes.notes.Note;
import org.chatnotes.notes.Notes;
import org.chatnotes.problem.Problem;
import org.chatnotes.series.AllSeries;
import org.chatnotes.settings.Settings;
import org.chatnotes.subscribers.Format;
import org.chatnotes.web.Page;

/** Sending a note: to whom, when, who would get what, a test first; then one button with the number in its words. */
@Path("/notes/{note:[0-9]{1,15}}/send")
@Produces(MediaType.TEXT_HTML)
public final class SendPages {
    private final Notes notes;
    private final AllSeries series;
    private final Lists lists;
    private final Checks checks;
    private final Editions editions;
    private final Settings settings;
    private final Clock clock;

    SendPages(
            Notes notes,
            AllSeries series,
            Lists lists,
            Checks checks,
            Editions editions,
            Settings settings,
            Clock clock) {
        this.notes = notes;
        this.series = series;
        this.lists = lists;
        this.checks = checks;
        this.editions = editions;
        this.settings = settings;
        this.clock = clock;
    }

    @GET
    public Page choose(@PathParam("note") long id, @Context UriInfo uri) {
        Note note = notes.require(id);
        return page(note, form(note, uri.getQueryParameters()));
    }

    @POST
    public Response send(@PathParam("note") long id, MultivaluedMap<String, String> fields) {
        Note note = notes.require(id);
        SendForm form = form(note, fields);
        try {
            boolean again = fields.getFirst("again") != null;
            Edition edition =
                    editions.schedule(new Order(id, form.list(), form.plan(), again, fields.getFirst("order")));
            return Response.seeOther(URI.create(
                            "/editions/" + edition.id() + "?done=workshop." + (form.later() ? "scheduled" : "started")))
                    .build();
        } catch (Problem problem) {
            return refused(page(note, form), problem);
        }
    }

    @POST
    @Path("/test")
    public Response test(@PathParam("note") long id, MultivaluedMap<String, String> fields) {
        Note note = notes.require(id);
        SendForm form = form(note, fields);
        String to = fields.getFirst("to") == null ? "" : fields.getFirst("to");
        try {
            Persona persona = new Persona(
                    chosen(fields, "programmes"),
                    chosen(fields, "roles"),
                    fields.getFirst("language") == null ? "en" : fields.getFirst("language"),
                    "text".equals(fields.getFirst("format")) ? Format.TEXT : Format.HTML);
            editions.testSend(id, form.list(), address(to), persona);
            return Response.seeOther(URI.create("/notes/" + id + "/send?list=" + form.list() + "&done=workshop.tested"))
                    .build();
        } catch (Problem problem) {
            return refused(page(note, form).with("to", to), problem);
        }
    }

    private Page page(Note note, SendForm form) {
        List<MailingList> all = lists.all();
        boolean known = all.stream().anyMatch(list -> list.id() == form.list());
        Forecast forecast = known ? editions.forecast(note.id(), form.list()) : new Forecast(0, List.of());
        List<Finding> findings = checks.findings(note.id(), note.document());
        Messages messages = Messages.in("en");
        return Page.of("workshop/send")
                .with("note", note)
                .with("form", form)
                .with("lists", all)
                .with("findings", findings)
                .with("blocked", findings.stream().anyMatch(Finding::blocks))
                .with("forecast", forecast)
                .with("shares", new ShareWords(lists, messages, settings.group().language()).rows(forecast))
                .with("programmes", current(lists.programmes()))
                .with("roles", current(lists.roles()))
                .with(
                        "zones",
                        ZoneId.getAvailableZoneIds().stream()
                                .filter(zone -> zone.contains("/"))
                                .sorted()
                                .toList())
                .with("before", editions.list(note.id(), Long.MAX_VALUE, 5))
                .with("unseen", editions.settingsUnseen())
                .with("order", note.revisionId() + "-" + clock.millis())
                .with("to", "");
    }

    private SendForm form(Note note, MultivaluedMap<String, String> fields) {
        Long own = series.require(note.seriesId()).listId();
        long first = own != null
                ? own
                : lists.all().stream().findFirst().map(MailingList::id).orElse(0L);
        SendForm form = SendForm.of(fields::getFirst, first, settings.group().zone());
        LocalDate tomorrow = LocalDate.ofInstant(
                        clock.instant(), ZoneId.of(settings.group().zone()))
                .plusDays(1);
        return form.date().isBlank()
                ? new SendForm(form.list(), form.when(), tomorrow.toString(), form.time(), form.zone())
                : form;
    }

    private static Response refused(Page page, Problem problem) {
        return Response.status(problem.kind().status())
                .entity(page.with(problem))
                .build();
    }

    private static EmailAddress address(String typed) {
        try {
            return EmailAddress.parse(typed);
        } catch (Problem problem) {
            throw Problem.invalid("to", problem.sentence());
        }
    }

    private static Set<String> chosen(MultivaluedMap<String, String> fields, String name) {
        return Set.copyOf(fields.getOrDefault(name, List.of()));
    }

    private static List<Term> current(List<Term> terms) {
        return terms.stream().filter(term -> !term.retired()).toList();
    }
}
