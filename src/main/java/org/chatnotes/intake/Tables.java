package org.chatnotes.intake;

import java.util.ArrayList;
import java.util.List;
import org.chatnotes.notes.Content;

/** Types what is drawn rather than written: rules and tables. */
final class Tables {
    private final Draft draft;
    private final Headings headings;
    private final EventReader events;

    Tables(Draft draft, Headings headings, EventReader events) {
        this.draft = draft;
        this.headings = headings;
        this.events = events;
    }

    /** A rule drawn between two parts; what is no plain table waits for a person. */
    void type(Flow flow) {
        Paragraph first = flow.take();
        if (first.kind() == Paragraph.Kind.RULE) {
            boolean parts = draft.blocks().size() > 1 && !flow.atEnd() && !(draft.last() instanceof Content.Divider);
            if (parts && !headings.heading(flow, 0)) {
                draft.add(new Content.Divider());
            }
            return;
        }
        List<String> lines = new ArrayList<>(List.of(first.text()));
        while (!flow.atEnd() && flow.next().kind() == Paragraph.Kind.DEBRIS) {
            lines.add(flow.take().text());
        }
        if (datedRows(first, lines) || table(first, lines)) {
            return;
        }
        draft.log()
                .ask(
                        first.line(),
                        draft.nextId(),
                        "raw",
                        Plain.shortened(first.text().replace('\t', ' ')));
        draft.add(new Content.Raw(String.join("\n", lines)));
    }

    /** A table with as many cells in each row becomes a list, a row an item. */
    private boolean table(Paragraph at, List<String> lines) {
        List<String> rows = lines.stream()
                .map(line -> line.strip().replaceAll("^[|┃│]\\s*|\\s*[|┃│]$", ""))
                .filter(row -> !Plain.split(row).isEmpty())
                .toList();
        long widths = rows.stream()
                .map(row -> row.split("\\s*[|┃│\t]\\s*", -1).length)
                .distinct()
                .count();
        if (rows.size() < 2 || widths != 1) {
            return false;
        }
        StringBuilder html = new StringBuilder("<ul>");
        for (String row : rows) {
            String item = row.replaceAll("\\s*[|┃│\t]\\s*", " – ");
            html.append("<li>").append(draft.inline(item, at.with(item))).append("</li>");
        }
        draft.log().ask(at.line(), draft.nextId(), "table", rows.size());
        draft.add(new Content.Prose(html.append("</ul>").toString()));
        return true;
    }

    /** A table whose rows are days is a list of dates to keep. */
    private boolean datedRows(Paragraph at, List<String> lines) {
        List<String> rows = lines.stream()
                .map(line -> line.strip().replaceAll("\\s*[|┃│\t]+\\s*", " – ").replaceAll("^ – | – $", ""))
                .filter(row -> !Plain.split(row).isEmpty())
                .toList();
        long dated = rows.stream().filter(events::dated).count();
        if (dated == 0 || dated * 2 < rows.size()) {
            return false;
        }
        for (String row : rows) {
            draft.add(
                    events.dated(row)
                            ? events.read(at.with(row), row, "")
                            : new Content.Prose(draft.paragraph(row, at.with(row))));
        }
        return true;
    }
}
