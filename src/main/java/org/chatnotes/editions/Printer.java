package org.chatnotes.editions;

import org.chatnotes.lists.MailingList;
import org.chatnotes.mail.MailTemplate;
import org.chatnotes.notes.Document;
import org.chatnotes.notes.Note;
import org.chatnotes.rendering.RenderRequest;
import org.chatnotes.rendering.Rendered;
import org.chatnotes.rendering.Rendering;
import org.chatnotes.rendering.VariantKey;
import org.chatnotes.series.AllSeries;
import org.chatnotes.series.Series;
import org.chatnotes.settings.Settings;

/** Renders and encodes the variants of one document for one list. */
final class Printer {
    private final Rendering rendering;
    private final BulkMail mails;
    private final PostOffice office;
    private final AllSeries series;
    private final Settings settings;

    Printer(Rendering rendering, PostOffice office, AllSeries series, Settings settings) {
        this.rendering = rendering;
        this.mails = new BulkMail(office);
        this.office = office;
        this.series = series;
        this.settings = settings;
    }

    /** A note's document as a list gets it. */
    Press press(Note note, Document document, MailingList list) {
        return new Press(note, document, list, series.require(note.seriesId()));
    }

    /** One document, one list, many variants. */
    final class Press {
        private final Note note;
        private final Document document;
        private final MailingList list;
        private final Series of;

        private Press(Note note, Document document, MailingList list, Series of) {
            this.note = note;
            this.document = document;
            this.list = list;
            this.of = of;
        }

        /** @param reader the profile of whoever gets it; a null language is the group's */
        VariantKey key(Persona reader) {
            return rendering.variant(
                    document, reader.programmes(), reader.roles(), language(reader), reader.format(), of.design());
        }

        String shownFor(Persona reader) {
            return rendering.shownFor(reader.programmes(), reader.roles(), language(reader));
        }

        private String language(Persona reader) {
            String chosen = reader.language();
            return chosen == null ? settings.group().language() : chosen;
        }

        Rendered render(VariantKey key) {
            return rendering.render(new RenderRequest(
                    note.id(),
                    document,
                    key,
                    of.shortLinks(),
                    list.name(),
                    office.replyTo(list),
                    "/archive/" + of.slug() + "/" + note.slug()));
        }

        /** @param mark before the subject, such as {@code [TEST] } */
        MailTemplate encode(Rendered rendered, String label, String mark) {
            return mails.compile(rendered, list, of, label, mark);
        }
    }
}
