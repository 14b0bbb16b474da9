package org.chatnotes.rendering;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.chatnotes.i18n.Formats;
import org.chatnotes.markup.SafeHtml;
import org.chatnotes.notes.Block;
import org.chatnotes.notes.Content;
import org.chatnotes.notes.ResourceRef;
import org.jspecify.annotations.Nullable;

/** Makes of each block what its template prints: links led, codes named, dates in words, headings in order. */
final class BlockModels {
    private final Facts facts;
    private final Surface surface;
    private final Outline outline = new Outline();
    private @Nullable String before;

    BlockModels(Facts facts, Surface surface) {
        this.facts = facts;
        this.surface = surface;
    }

    /** Models of blocks, in order; call it once. */
    List<Map<String, @Nullable Object>> of(List<Block> blocks) {
        List<Map<String, @Nullable Object>> models = new ArrayList<>();
        for (Block block : blocks) {
            models.add(model(block));
            before = block.type();
        }
        return models;
    }

    private Map<String, @Nullable Object> model(Block block) {
        Map<String, @Nullable Object> model = new LinkedHashMap<>();
        List<Vocabulary.Mark> marks = facts.terms().marks(block.audience());
        List<String> names = marks.stream().map(Vocabulary.Mark::label).toList();
        int top = Rhythm.above(before, block.type());
        model.put("id", block.id());
        model.put("type", block.type());
        model.put("top", top);
        model.put("gap", top >= 36 ? 2 : 1);
        model.put("lang", block.language() == null ? "" : block.language());
        model.put("marks", Vocabulary.narrow(marks));
        model.put(
                "eyebrow",
                names.isEmpty() ? "" : facts.labels().say("rendering.for", Names.joined(names, facts.labels())));
        model.put("ownEyebrow", false);
        fill(model, block.content());
        model.put("links", surface instanceof TextSurface text ? text.takeLinks() : List.of());
        return model;
    }

    private void fill(Map<String, @Nullable Object> model, Content content) {
        if (content instanceof Content.Header c) {
            heading(model, "title", c.title(), 2);
        } else if (content instanceof Content.Intro c) {
            model.put("html", surface.rich(c.html()));
        } else if (content instanceof Content.Hint c) {
            model.put("html", surface.rich(c.html()));
        } else if (content instanceof Content.Prose c) {
            model.put("html", surface.rich(c.html()));
        } else if (content instanceof Content.Raw c) {
            model.put("html", surface.rich(SafeHtml.ofText(c.text())));
        } else if (content instanceof Content.Heading c) {
            model.put("leadIn", plain(c.leadIn()));
            heading(model, "text", c.text(), c.level());
        } else if (content instanceof Content.Provocation c) {
            model.putAll(question(c, 2));
        } else if (content instanceof Content.ProvocationList c) {
            questions(model, c);
        } else if (content instanceof Content.InquiryFocus c) {
            model.put("level", outline.level(2));
            model.put("path", c.path().stream().map(surface::plain).toList());
        } else if (content instanceof Content.PspFocus c) {
            focus(model, c);
        } else {
            fillMore(model, content);
        }
    }

    private void fillMore(Map<String, @Nullable Object> model, Content content) {
        if (content instanceof Content.Quote c) {
            quote(model, c.text(), c.source(), c.resource(), c.codes());
        } else if (content instanceof Content.DefinitionQuote c) {
            quote(model, c.text(), c.source(), c.resource(), c.codes());
        } else if (content instanceof Content.Method c) {
            heading(model, "name", c.name(), 2);
            model.put("html", c.html() == null ? "" : surface.rich(c.html()));
            model.put("resource", facts.resource(c.resource(), surface));
        } else if (content instanceof Content.Image c) {
            image(model, c);
        } else if (content instanceof Content.Resource c) {
            resource(model, c);
        } else if (content instanceof Content.ProgrammeInquiry c) {
            inquiry(model, c);
        } else if (content instanceof Content.Promo c) {
            promo(model, c);
        } else if (content instanceof Content.Event c) {
            event(model, c);
        } else if (content instanceof Content.Html c) {
            model.put("html", surface.body(c));
        }
    }

    private void heading(Map<String, @Nullable Object> model, String name, String text, int wanted) {
        model.put("level", outline.level(wanted));
        model.put(name, surface.plain(text));
    }

    private String plain(@Nullable String text) {
        return text == null ? "" : surface.plain(text);
    }

    private Map<String, @Nullable Object> question(Content.Provocation question, int wanted) {
        Map<String, @Nullable Object> model = new LinkedHashMap<>();
        heading(model, "text", question.text(), wanted);
        model.put("label", Names.range(plain(question.label())));
        model.put("codes", facts.codes(question.codes()));
        return model;
    }

    private void questions(Map<String, @Nullable Object> model, Content.ProvocationList list) {
        boolean headed = list.heading() != null && !list.heading().isBlank();
        if (headed) {
            heading(model, "heading", Objects.requireNonNull(list.heading()), 2);
        }
        model.put("items", list.items().stream().map(item -> question(item, 3)).toList());
    }

    /** The explanation often begins with the names that stand beside the codes anyway. */
    private void focus(Map<String, @Nullable Object> model, Content.PspFocus focus) {
        model.put("level", "inquiry_focus".equals(before) ? 0 : outline.level(2));
        model.put("codes", facts.codes(focus.codes()));
        String note = plain(focus.note());
        int colon = note.indexOf(": ");
        List<String> names = focus.codes().stream().map(facts::name).toList();
        boolean repeats =
                colon > 0 && names.containsAll(List.of(note.substring(0, colon).split(", ")));
        model.put("note", repeats ? note.substring(colon + 2) : note);
    }

    private void quote(
            Map<String, @Nullable Object> model,
            String text,
            @Nullable String source,
            @Nullable ResourceRef ref,
            List<String> codes) {
        Map<String, @Nullable Object> resource = facts.resource(ref, surface);
        model.put("text", facts.quoted(surface.plain(text)));
        model.put("resource", resource);
        model.put("source", source == null && resource != null ? resource.get("title") : plain(source));
        model.put("codes", facts.codes(codes));
    }

    private void image(Map<String, @Nullable Object> model, Content.Image image) {
        Map<String, @Nullable Object> link = facts.resource(image.link(), surface);
        Map<String, @Nullable Object> picture =
                facts.picture(image.media(), image.decorative() ? "" : image.alt(), surface);
        if (picture != null && link != null && "".equals(picture.get("alt"))) {
            // A linked picture is a link: it needs a name, even when it only decorates.
            picture.put("alt", link.get("title"));
        }
        model.put("picture", picture);
        model.put("caption", plain(image.caption()));
        model.put("resource", link);
    }

    private void resource(Map<String, @Nullable Object> model, Content.Resource content) {
        String note = plain(content.note());
        boolean brief = !note.isEmpty() && note.length() <= 60 && !note.endsWith(".");
        if (brief) {
            heading(model, "heading", note, 2);
        }
        Map<String, @Nullable Object> resource = facts.resource(content.resource(), surface);
        model.put("resource", resource == null ? untitled() : resource);
        model.put("note", brief ? "" : note);
        model.put("codes", facts.codes(content.codes()));
    }

    private static Map<String, @Nullable Object> untitled() {
        Map<String, @Nullable Object> model = new LinkedHashMap<>();
        for (String name : List.of("title", "words", "href", "number", "meta", "applies")) {
            model.put(name, "");
        }
        model.put("login", false);
        return model;
    }

    private void inquiry(Map<String, @Nullable Object> model, Content.ProgrammeInquiry inquiry) {
        if (inquiry.label() != null && !inquiry.label().isBlank()) {
            model.put("eyebrow", plain(inquiry.label()));
            model.put("ownEyebrow", true);
        }
        heading(model, "title", inquiry.title(), 2);
        model.put("html", inquiry.html() == null ? "" : surface.rich(inquiry.html()));
        model.put("codes", facts.codes(inquiry.codes()));
        model.put("resources", resources(inquiry.resources()));
    }

    private void promo(Map<String, @Nullable Object> model, Content.Promo promo) {
        heading(model, "heading", promo.heading(), 2);
        model.put("html", promo.html() == null ? "" : surface.rich(promo.html()));
        List<Map<String, @Nullable Object>> resources = resources(promo.resources());
        for (Map<String, @Nullable Object> resource : resources) {
            if (promo.heading().strip().equalsIgnoreCase(String.valueOf(resource.get("title")))) {
                resource.put("words", facts.labels().say("rendering.open", resource.get("title")));
            }
        }
        model.put("resources", resources);
    }

    private List<Map<String, @Nullable Object>> resources(List<ResourceRef> refs) {
        List<Map<String, @Nullable Object>> models = new ArrayList<>();
        for (ResourceRef ref : refs) {
            Map<String, @Nullable Object> model = facts.resource(ref, surface);
            if (model != null) {
                models.add(model);
            }
        }
        return models;
    }

    private void event(Map<String, @Nullable Object> model, Content.Event event) {
        heading(model, "title", event.title(), 2);
        model.put("html", event.html() == null ? "" : surface.rich(event.html()));
        LocalDateTime start = EventTime.start(event.start());
        if (start != null) {
            when(model, event, start);
        }
        String join = event.url() == null || event.url().isBlank()
                ? ""
                : surface.href(event.url().strip());
        model.put("join", join);
        model.put(
                "joinWords",
                start == null
                        ? facts.labels().say("rendering.join_open")
                        : facts.labels().say("rendering.join", dayAndMonth(start)));
    }

    private void when(Map<String, @Nullable Object> model, Content.Event event, LocalDateTime start) {
        Formats formats = facts.formats();
        Locale locale = facts.labels().locale();
        String day = formats.weekday(start.toLocalDate()) + " " + formats.date(start.toLocalDate());
        model.put("weekday", start.getDayOfWeek().getDisplayName(TextStyle.SHORT_STANDALONE, locale));
        model.put("day", String.valueOf(start.getDayOfMonth()));
        model.put("month", start.getMonth().getDisplayName(TextStyle.FULL_STANDALONE, locale));
        model.put("date", Names.capital(day, locale));
        model.put("time", EventTime.inWords(start, event, facts.labels()));
    }

    private String dayAndMonth(LocalDateTime start) {
        boolean spanish = facts.labels().language().equals("es");
        return DateTimeFormatter.ofPattern(
                        spanish ? "d 'de' MMMM" : "d MMMM", facts.labels().locale())
                .format(start);
    }
}
