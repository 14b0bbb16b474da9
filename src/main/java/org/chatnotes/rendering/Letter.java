package org.chatnotes.rendering;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chatnotes.mail.Slots;
import org.chatnotes.markup.SafeHtml;
import org.chatnotes.markup.Templates;
import org.chatnotes.notes.Block;
import org.chatnotes.notes.Channel;
import org.chatnotes.notes.Content;
import org.chatnotes.notes.Document;
import org.chatnotes.settings.Group;
import org.jspecify.annotations.Nullable;

/** One variant of a note as the HTML and the text of a mail. */
final class Letter {
    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi");
    private static final int PREHEADER = 130;

    private final RenderRequest request;
    private final Facts facts;
    private final Group group;
    private final String publicUrl;
    private final List<Block> blocks;

    Letter(RenderRequest request, Facts facts, Group group, String publicUrl) {
        this.request = request;
        this.facts = facts;
        this.group = group;
        this.publicUrl = publicUrl;
        Set<String> shown = Set.copyOf(request.key().blockIds());
        this.blocks = request.document().blocks().stream()
                .filter(block -> shown.contains(block.id()))
                .toList();
    }

    String html(Templates templates, MailSurface surface) {
        List<Block> shown = on(Channel.HTML);
        Content.Html whole = whole(shown);
        Map<String, @Nullable Object> model = model(shown, surface);
        model.put("footer", footer());
        if (whole != null) {
            DesignedBody body = DesignedBody.clean(whole.html(), surface::href);
            model.put(
                    "body",
                    Map.of(
                            "html", Templates.safe(body.html()),
                            "sheet", Templates.safe(body.sheet()),
                            "style", body.bodyStyle()));
            model.put("addFooter", !body.offersLeaving());
            return templates.render("email/body/layout.ftlh", facts.labels(), model);
        }
        model.put("blocks", new BlockModels(facts, surface).of(withoutHead(shown)));
        return templates.render("email/" + request.key().design() + "/layout.ftlh", facts.labels(), model);
    }

    String text(Templates templates, TextSurface surface) {
        List<Block> shown = on(Channel.TEXT);
        Content.Html whole = whole(shown);
        Map<String, @Nullable Object> model = model(shown, surface);
        model.put("footer", footer());
        model.put("wrap", TextFunctions.WRAP);
        model.put("under", TextFunctions.UNDER);
        model.put("colon", facts.labels().say("rendering.colon"));
        String text;
        if (whole != null) {
            String body = String.valueOf(surface.body(whole));
            model.put("body", Map.of("text", body, "links", surface.takeLinks()));
            model.put("addFooter", !Slots.names(body).contains("unsubscribe_url"));
            text = templates.render("email/body/text.ftl", facts.labels(), model);
        } else {
            model.put("blocks", new BlockModels(facts, surface).of(withoutHead(shown)));
            text = templates.render("email/" + request.key().design() + "/text.ftl", facts.labels(), model);
        }
        return tidy(text);
    }

    /** No trailing spaces, at most two empty lines, one line end last; never the line that starts a signature. */
    private static String tidy(String text) {
        return text.replace("\r\n", "\n")
                        .replaceAll("[ \\t]+\n", "\n")
                        .replaceAll("\n{4,}", "\n\n\n")
                        .strip()
                + "\n";
    }

    private List<Block> on(Channel channel) {
        return blocks.stream().filter(block -> block.shownOn(channel)).toList();
    }

    private static List<Block> withoutHead(List<Block> shown) {
        Block head = Head.block(shown);
        return shown.stream().filter(block -> block != head).toList();
    }

    /** The designed body that is all of the note, if it is one. */
    private static Content.@Nullable Html whole(List<Block> shown) {
        List<Block> rest = withoutHead(shown);
        return rest.size() == 1 && rest.get(0).content() instanceof Content.Html html ? html : null;
    }

    private Map<String, @Nullable Object> model(List<Block> shown, Surface surface) {
        Document document = request.document();
        boolean rtl = RIGHT_TO_LEFT.contains(document.language().split("-", 2)[0]);
        boolean programmes = facts.terms().hasProgrammes();
        Map<String, @Nullable Object> model = new LinkedHashMap<>();
        model.put("title", MergeFields.byDefault(document.subjectLine()));
        model.put("preheader", preheader(shown));
        model.put("noteLanguage", document.language());
        model.put(
                "labelsDiffer",
                !document.language().split("-", 2)[0].equals(facts.labels().language()));
        model.put("rtl", rtl);
        model.put("end", rtl ? "left" : "right");
        model.put("line", group.lineColour());
        model.put("marker", group.markerColour());
        model.put("head", Head.model(document, shown, facts, surface));
        model.put("tailored", tailored(document));
        model.put(
                "shownFor",
                Slots.slot(
                        "shown_for",
                        facts.labels().say(programmes ? "rendering.all_programmes" : "rendering.all_readers")));
        model.put("allWords", facts.labels().say(programmes ? "rendering.see_all_programmes" : "rendering.see_all"));
        model.put(
                "minutes",
                facts.labels()
                        .say(
                                "rendering.minutes",
                                Reading.minutes(
                                        shown.stream().map(Fields::words).toList())));
        return model;
    }

    /** Whether readers get different blocks, in an installation that tells them apart. */
    private boolean tailored(Document document) {
        return (facts.terms().hasProgrammes() || facts.terms().hasRoles())
                && document.blocks().stream()
                        .anyMatch(block -> !block.audience().everyone());
    }

    /** What the editor wrote, or else the first words of the note. */
    private String preheader(List<Block> shown) {
        String own = request.document().preheader();
        if (own != null && !own.isBlank()) {
            return MergeFields.open(own);
        }
        for (Block block : shown) {
            if (block.content() instanceof Content.Intro intro) {
                String words = MergeFields.byDefault(SafeHtml.words(intro.html()));
                int end = words.lastIndexOf(' ', PREHEADER);
                return words.length() <= PREHEADER || end < 0 ? words : words.substring(0, end) + " …";
            }
        }
        return "";
    }

    private Map<String, Object> footer() {
        Map<String, Object> footer = new LinkedHashMap<>();
        footer.put("preferences", Slots.slot("preferences_url"));
        footer.put("unsubscribe", Slots.slot("unsubscribe_url"));
        footer.put("view", Slots.slot("view_url"));
        footer.put("all", request.archivePath() == null ? Slots.slot("view_url") : publicUrl + request.archivePath());
        footer.put("listName", request.listName() == null ? "" : request.listName());
        List<String> sender = new ArrayList<>(List.of(group.name()));
        if (group.postalLine() != null && !group.postalLine().isBlank()) {
            sender.add(group.postalLine().strip());
        }
        footer.put("sender", String.join(", ", sender).replaceFirst("\\.?$", "."));
        footer.put("replyTo", request.replyTo() == null ? "" : request.replyTo());
        footer.put("disclaimer", group.disclaimer() == null ? "" : group.disclaimer());
        return footer;
    }
}
