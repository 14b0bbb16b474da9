package org.chatnotes.rendering;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chatnotes.markup.Templates;
import org.chatnotes.notes.Audience;
import org.chatnotes.notes.Block;
import org.chatnotes.notes.Channel;
import org.chatnotes.notes.Document;
import org.jspecify.annotations.Nullable;

/** A note as a web page, for all or for some. */
final class Article {
    private final PageRequest request;
    private final Facts facts;

    Article(PageRequest request, Facts facts) {
        this.request = request;
        this.facts = facts;
    }

    NotePage page(Templates templates, WebSurface surface) {
        Document document = request.document();
        List<Block> shown = document.blocks().stream()
                .filter(block -> block.shownOn(Channel.WEB) && included(block))
                .toList();
        Block head = Head.block(shown);
        Map<String, @Nullable Object> top = Head.model(document, shown, facts, surface);
        List<Map<String, @Nullable Object>> models = new BlockModels(facts, surface)
                .of(shown.stream().filter(block -> block != head).toList());
        Map<String, @Nullable Object> model = new LinkedHashMap<>();
        model.put("blocks", models);
        model.put("head", top);
        model.put(
                "labelsDiffer",
                !document.language().split("-", 2)[0].equals(facts.labels().language()));
        String minutes = facts.labels()
                .say(
                        "rendering.minutes",
                        Reading.minutes(shown.stream().map(Fields::words).toList()));
        String line = String.valueOf(top.get("line"));
        return new NotePage(
                String.valueOf(top.get("title")),
                document.language(),
                line.isEmpty() ? minutes : line + ". " + minutes,
                String.valueOf(top.get("theme")),
                templates.render("web/rendering/article.ftlh", facts.labels(), model),
                contents(models),
                choices(document));
    }

    private boolean included(Block block) {
        if (request.blockIds() != null) {
            return request.blockIds().contains(block.id());
        }
        String show = request.show();
        if (show == null || show.isBlank()) {
            return true;
        }
        boolean programme = used(true).contains(show);
        return block.audience().includes(programme ? Set.of(show) : Set.of(), programme ? Set.of() : Set.of(show));
    }

    private Set<String> used(boolean programmes) {
        Set<String> codes = new LinkedHashSet<>();
        for (Block block : request.document().blocks()) {
            Audience audience = block.audience();
            codes.addAll(programmes ? audience.programmes() : audience.roles());
        }
        return codes;
    }

    private List<NotePage.Choice> choices(Document document) {
        List<Vocabulary.Mark> marks = facts.terms().marks(new Audience(used(true), used(false)));
        if (marks.isEmpty() || request.blockIds() != null) {
            return List.of();
        }
        String show = request.show();
        boolean all =
                show == null || marks.stream().noneMatch(mark -> mark.code().equals(show));
        List<NotePage.Choice> choices = new ArrayList<>();
        choices.add(new NotePage.Choice("", facts.labels().say("rendering.show_all"), all));
        marks.forEach(mark -> choices.add(
                new NotePage.Choice(mark.code(), mark.label(), mark.code().equals(show))));
        return choices;
    }

    /** The headings in the article, under the ids of their blocks. */
    private List<NotePage.Entry> contents(List<Map<String, @Nullable Object>> models) {
        List<NotePage.Entry> entries = new ArrayList<>();
        for (Map<String, @Nullable Object> model : models) {
            String type = String.valueOf(model.get("type"));
            Object text = switch (type) {
                case "heading", "provocation" -> model.get("text");
                case "programme_inquiry", "event", "header" -> model.get("title");
                case "method" -> model.get("name");
                case "provocation_list", "promo", "resource" -> model.get("heading");
                case "inquiry_focus" -> facts.labels().say("rendering.focus");
                default -> null;
            };
            if (text != null && Integer.valueOf(2).equals(model.get("level"))) {
                entries.add(new NotePage.Entry(String.valueOf(model.get("id")), text.toString()));
            }
        }
        return entries;
    }
}
