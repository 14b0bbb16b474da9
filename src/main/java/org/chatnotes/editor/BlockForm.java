package org.chatnotes.editor;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.chatnotes.editor.BlockType.Field;
import org.chatnotes.library.Library;
import org.chatnotes.library.Resource;
import org.chatnotes.library.ResourceDraft;
import org.chatnotes.library.ResourceKind;
import org.chatnotes.markup.LightText;
import org.chatnotes.markup.SafeHtml;
import org.chatnotes.media.Media;
import org.chatnotes.media.Picture;
import org.chatnotes.notes.Audience;
import org.chatnotes.notes.Block;
import org.chatnotes.notes.Channel;
import org.chatnotes.notes.Content;
import org.chatnotes.notes.ResourceRef;
import org.chatnotes.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Turns a block into the fields of its form, and what was typed into a block again. */
final class BlockForm {
    private final Library library;
    private final Media media;

    BlockForm(Library library, Media media) {
        this.library = library;
        this.media = media;
    }

    /** What the form of a block shows. */
    Typed of(Block block) {
        Typed typed = new Typed();
        block.audience().programmes().forEach(code -> typed.put("programme", code));
        block.audience().roles().forEach(code -> typed.put("role", code));
        Set<Channel> channels = block.channels().isEmpty() ? Set.of(Channel.values()) : block.channels();
        channels.forEach(channel -> typed.put("channel", channel.code()));
        typed.put("language", block.language());
        for (Field field : BlockType.require(block.type()).fields()) {
            show(typed, field, BlockType.value(block.content(), field));
        }
        return typed;
    }

    /**
     * The block that was typed.
     *
     * @throws Problem invalid, with every wrong field by the name it has in the form
     */
    Block read(String id, BlockType type, Typed typed) {
        List<Problem.Field> wrong = new ArrayList<>();
        List<@Nullable Object> values = new ArrayList<>();
        for (Field field : type.fields()) {
            try {
                values.add(value(field, typed));
            } catch (Problem problem) {
                problem.fields()
                        .forEach(one -> wrong.add(new Problem.Field(
                                one.name().equals("file") ? "media_file" : one.name(), one.message())));
                values.add(null);
            }
        }
        Set<Channel> channels = channels(typed, wrong);
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
        Audience audience = new Audience(Set.copyOf(typed.all("programme")), Set.copyOf(typed.all("role")));
        return new Block(id, audience, channels, typed.optional("language"), type.build(values));
    }

    private static Set<Channel> channels(Typed typed, List<Problem.Field> wrong) {
        Set<Channel> channels = new LinkedHashSet<>();
        for (Channel channel : Channel.values()) {
            if (typed.all("channel").contains(channel.code())) {
                channels.add(channel);
            }
        }
        if (channels.isEmpty()) {
            wrong.add(new Problem.Field(
                    "channel", "Choose at least one place, or make it an internal note, which goes nowhere."));
        }
        return channels.size() == Channel.values().length ? Set.of() : channels;
    }

    private void show(Typed typed, Field field, @Nullable Object value) {
        String name = field.name();
        switch (field.kind()) {
            case RICH -> rich(typed, name, (String) value);
            case CODES -> typed.put(name, String.join(", ", strings(value)));
            case LINES -> typed.put(name, String.join("\n", strings(value)));
            case QUESTIONS -> questions(typed, name, (List<?>) value);
            case RESOURCE -> resource(typed, name, (ResourceRef) value);
            case RESOURCES -> {
                int row = 0;
                for (Object ref : value instanceof List<?> refs ? refs : List.of()) {
                    resource(typed, name + "." + row++, (ResourceRef) ref);
                }
            }
            case TICK -> typed.put(name, Boolean.TRUE.equals(value) ? "1" : null);
            case PICTURE -> picture(typed, (Long) value);
            default -> typed.put(name, value == null ? null : value.toString());
        }
    }

    private static void rich(Typed typed, String name, @Nullable String html) {
        boolean plain = html == null || LightText.holds(html);
        typed.put(name, html == null ? null : plain ? LightText.of(html) : html);
        typed.put(name + "_as", plain ? "text" : "html");
    }

    private static void questions(Typed typed, String name, @Nullable List<?> items) {
        int row = 0;
        for (Object item : items == null ? List.of() : items) {
            Content.Provocation question = (Content.Provocation) item;
            String prefix = name + "." + row++ + ".";
            typed.put(prefix + "label", question.label());
            typed.put(prefix + "text", question.text());
            typed.put(prefix + "codes", String.join(", ", question.codes()));
        }
    }

    private void resource(Typed typed, String name, @Nullable ResourceRef ref) {
        if (ref == null) {
            return;
        }
        Resource known =
                ref.resource() == null ? null : library.find(ref.resource()).orElse(null);
        typed.put(name + ".id", ref.resource() == null ? null : ref.resource().toString());
        typed.put(name + ".title", ref.title() != null || known == null ? ref.title() : known.title());
        typed.put(name + ".url", known == null ? null : known.url());
    }

    private void picture(Typed typed, @Nullable Long id) {
        typed.put("media", id == null ? null : id.toString());
        Picture picture = id == null ? null : media.find(id).orElse(null);
        if (picture != null) {
            typed.put("media_path", picture.path());
            typed.put("media_alt", picture.alt());
            typed.put("media_decorative", picture.decorative() ? "1" : null);
        }
    }

    private @Nullable Object value(Field field, Typed typed) {
        String name = field.name();
        if (field.required() && typed.text(name).isEmpty()) {
            throw Problem.invalid(name, "This cannot stay empty.");
        }
        return switch (field.kind()) {
            case RICH -> typed.text(name).isEmpty() ? null : rich(typed, name);
            case CODES -> codes(typed.text(name));
            case LINES ->
                typed.text(name)
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
            case QUESTIONS -> questions(typed, name);
            case RESOURCE -> resource(typed, name);
            case RESOURCES -> {
                List<ResourceRef> refs = new ArrayList<>();
                for (int row = 0; row < typed.rows(name); row++) {
                    ResourceRef ref = resource(typed, name + "." + row);
                    if (ref != null) {
                        refs.add(ref);
                    }
                }
                yield refs;
            }
            case PICTURE -> picture(typed);
            case TICK -> typed.has(name);
            case LEVEL -> typed.text(name).equals("3") ? 3 : 2;
            case NUMBER -> number(name, typed.text(name));
            case DATE -> date(name, typed.optional(name));
            case MOMENT -> moment(name, typed.optional(name));
            default -> field.required() ? typed.text(name) : typed.optional(name);
        };
    }

    private static String rich(Typed typed, String name) {
        boolean html = typed.text(name + "_as").equals("html");
        return html ? SafeHtml.clean(typed.text(name)) : LightText.html(typed.text(name));
    }

    static List<String> codes(String text) {
        return Arrays.stream(text.split("[,;\\n]"))
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .distinct()
                .toList();
    }

    private static List<Content.Provocation> questions(Typed typed, String name) {
        List<Content.Provocation> items = new ArrayList<>();
        for (int row = 0; row < typed.rows(name); row++) {
            String prefix = name + "." + row + ".";
            if (!typed.text(prefix + "text").isEmpty()) {
                items.add(new Content.Provocation(
                        typed.optional(prefix + "label"),
                        typed.text(prefix + "text"),
                        codes(typed.text(prefix + "codes"))));
            }
        }
        return items;
    }

    /** A known address is its resource, a new one becomes one; a title alone waits for its address. */
    private @Nullable ResourceRef resource(Typed typed, String name) {
        String title = typed.optional(name + ".title");
        String url = typed.optional(name + ".url");
        String id = typed.text(name + ".id");
        if (title == null && url == null) {
            return null;
        }
        Resource before =
                id.matches("\\d{1,18}") ? library.find(Long.parseLong(id)).orElse(null) : null;
        if (before != null && (url == null ? before.url() == null : url.equals(before.url()))) {
            return new ResourceRef(before.id(), before.title().equals(title) ? null : title);
        }
        if (url == null) {
            return new ResourceRef(null, title);
        }
        try {
            Resource taken = library.take(ResourceDraft.of(title == null ? url : title, url, ResourceKind.ARTICLE));
            return new ResourceRef(taken.id(), taken.title().equals(title) ? null : title);
        } catch (Problem problem) {
            throw Problem.invalid(name + ".url", problem.sentence());
        }
    }

    private @Nullable Long picture(Typed typed) {
        Typed.Upload file = typed.file("media_file");
        String alt = typed.has("alt") ? typed.optional("alt") : typed.optional("media_alt");
        boolean decorative = typed.has("decorative") || typed.has("media_decorative");
        if (file != null && file.bytes().length > 0) {
            return media.store(file.bytes(), file.name(), alt, decorative).id();
        }
        String id = typed.text("media");
        if (typed.has("media_remove") || !id.matches("\\d{1,18}")) {
            return null;
        }
        Picture picture = media.require(Long.parseLong(id));
        boolean described = decorative == picture.decorative() && Objects.equals(alt, picture.alt());
        if (typed.has("media_alt") && !described) {
            media.describe(picture.id(), alt, decorative);
        }
        return picture.id();
    }

    private static int number(String name, String text) {
        if (text.isEmpty()) {
            return 0;
        }
        if (!text.matches("\\d{1,6}")) {
            throw Problem.invalid(name, "“" + text + "” is not a number. Write it in figures.");
        }
        return Integer.parseInt(text);
    }

    static @Nullable LocalDate date(String name, @Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw Problem.invalid(name, "“" + text + "” is not a day. Write it as 2025-03-12.");
        }
    }

    private static @Nullable String moment(String name, @Nullable String text) {
        try {
            return text == null ? null : LocalDateTime.parse(text).toString();
        } catch (DateTimeException e) {
            throw Problem.invalid(name, "“" + text + "” is not a day and time. Write it as 2025-04-09T16:00.");
        }
    }

    private static List<String> strings(@Nullable Object value) {
        return value instanceof List<?> items
                ? items.stream().map(String::valueOf).toList()
                : List.of();
    }
}
