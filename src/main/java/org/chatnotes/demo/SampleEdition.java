package org.chatnotes.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.chatnotes.library.Library;
import org.chatnotes.library.Login;
import org.chatnotes.library.ResourceDraft;
import org.chatnotes.library.ResourceKind;
import org.chatnotes.media.Media;
import org.chatnotes.notes.Audience;
import org.chatnotes.notes.Block;
import org.chatnotes.notes.Channel;
import org.chatnotes.notes.Content;
import org.chatnotes.notes.Document;
import org.chatnotes.notes.ResourceRef;
import org.jspecify.annotations.Nullable;

/** The notes of March 2025, out of {@code demo/sample-edition.yaml}: its resources, its pictures, its document. */
public final class SampleEdition {
    private final Library library;
    private final Media media;
    private final JsonNode file = DemoFile.yaml("sample-edition.yaml");
    private final Map<String, Long> resources = new HashMap<>();
    private final Map<String, Long> pictures = new HashMap<>();

    public SampleEdition(Library library, Media media) {
        this.library = library;
        this.media = media;
    }

    /** Puts resources and pictures where they belong and gives the document that points to them. */
    public Document bringIn() {
        file.path("resources").forEach(this::resource);
        file.path("media").forEach(this::picture);
        JsonNode edition = file.path("edition");
        List<Block> blocks = new ArrayList<>();
        file.path("blocks").forEach(node -> blocks.add(block(node)));
        return new Document(
                Document.SCHEMA,
                edition.path("title").asText(),
                DemoFile.text(edition, "subject"),
                DemoFile.text(edition, "preheader"),
                edition.path("language").asText(),
                LocalDate.parse(edition.path("chat_date").asText()),
                edition.path("number").asInt(),
                edition.path("school_year").path("label").asText(),
                edition.path("year_theme").path("title").asText(),
                edition.path("year_theme").path("lens").asText(),
                DemoFile.text(edition, "month_theme"),
                blocks);
    }

    private void resource(JsonNode node) {
        ResourceDraft draft = new ResourceDraft(
                node.path("title").asText(),
                DemoFile.text(node, "url"),
                ResourceKind.of(node.path("kind").asText()),
                publisher(DemoFile.text(node, "publisher")),
                "en",
                DemoFile.set(node.path("programmes")),
                DemoFile.set(node.path("roles")),
                DemoFile.set(node.path("psp")),
                Login.of(node.path("login").asText()),
                DemoFile.text(node, "applies_from"),
                null);
        resources.put(node.path("id").asText(), library.save(draft).id());
    }

    /** Without what the sample's author says about it in brackets. */
    private static @Nullable String publisher(@Nullable String text) {
        return text == null ? null : text.replaceFirst(" \\(.*\\)$", "");
    }

    private void picture(JsonNode node) {
        String name = node.path("file").asText();
        long id = media.store(
                        DemoFile.bytes(name),
                        name,
                        DemoFile.text(node, "alt"),
                        node.path("decorative").asBoolean())
                .id();
        pictures.put(node.path("id").asText(), id);
    }

    private Block block(JsonNode node) {
        JsonNode audience = node.path("audience");
        Set<Channel> channels = DemoFile.list(node.path("channels")).stream()
                .map(code -> Channel.valueOf(code.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toSet());
        return new Block(
                node.path("id").asText(),
                new Audience(DemoFile.set(audience.path("programmes")), DemoFile.set(audience.path("roles"))),
                channels,
                null,
                content(node));
    }

    private Content content(JsonNode node) {
        String type = node.path("type").asText();
        return switch (type) {
            case "header" ->
                new Content.Header(
                        text(node, "title"), LocalDate.parse(text(node, "date")), pictures.get(text(node, "image")));
            case "intro" -> new Content.Intro(text(node, "html"));
            case "hint" -> new Content.Hint(text(node, "html"));
            case "prose" -> new Content.Prose(text(node, "html"));
            case "heading" ->
                new Content.Heading(node.path("level").asInt(), text(node, "text"), DemoFile.text(node, "lead_in"));
            case "provocation" -> provocation(node);
            case "provocation_list" -> provocations(node);
            case "inquiry_focus" -> new Content.InquiryFocus(DemoFile.list(node.path("path")));
            case "psp_focus" -> new Content.PspFocus(DemoFile.list(node.path("codes")), DemoFile.text(node, "note"));
            case "internal_note" -> new Content.InternalNote(text(node, "text"));
            default -> pointing(type, node);
        };
    }

    /** Those that point to resources or pictures. */
    private Content pointing(String type, JsonNode node) {
        return switch (type) {
            case "quote" ->
                new Content.Quote(
                        text(node, "text"),
                        DemoFile.text(node, "source"),
                        ref(node, "resource"),
                        codes(node),
                        excerpt(node));
            case "definition_quote" ->
                new Content.DefinitionQuote(
                        text(node, "text"),
                        DemoFile.text(node, "source"),
                        ref(node, "resource"),
                        codes(node),
                        excerpt(node));
            case "method" -> new Content.Method(text(node, "name"), DemoFile.text(node, "html"), ref(node, "resource"));
            case "image" ->
                new Content.Image(
                        pictures.get(text(node, "media")),
                        null,
                        false,
                        DemoFile.text(node, "caption"),
                        ref(node, "link"));
            case "resource" ->
                new Content.Resource(
                        new ResourceRef(resources.get(text(node, "resource")), null),
                        DemoFile.text(node, "note"),
                        codes(node));
            case "programme_inquiry" ->
                new Content.ProgrammeInquiry(
                        DemoFile.text(node, "label"),
                        text(node, "title"),
                        DemoFile.text(node, "html"),
                        codes(node),
                        refs(node));
            case "promo" -> new Content.Promo(text(node, "heading"), DemoFile.text(node, "html"), refs(node));
            case "event" ->
                new Content.Event(
                        text(node, "title"),
                        DemoFile.text(node, "start"),
                        DemoFile.text(node, "zone"),
                        node.path("minutes").asInt(),
                        DemoFile.text(node, "url"),
                        null);
            default -> throw new IllegalStateException("The sample edition has a block of unknown type " + type);
        };
    }

    private static Content.Provocation provocation(JsonNode node) {
        return new Content.Provocation(DemoFile.text(node, "label"), text(node, "text"), codes(node));
    }

    private static Content provocations(JsonNode node) {
        List<Content.Provocation> items = new ArrayList<>();
        node.path("items").forEach(item -> items.add(provocation(item)));
        return new Content.ProvocationList(DemoFile.text(node, "heading"), items);
    }

    private @Nullable ResourceRef ref(JsonNode node, String field) {
        String id = DemoFile.text(node, field);
        return id == null ? null : new ResourceRef(resources.get(id), null);
    }

    private List<ResourceRef> refs(JsonNode node) {
        return DemoFile.list(node.path("resources")).stream()
                .map(id -> new ResourceRef(resources.get(id), null))
                .toList();
    }

    private static List<String> codes(JsonNode node) {
        return DemoFile.list(node.path("psp"));
    }

    private static boolean excerpt(JsonNode node) {
        return node.path("excerpt").asBoolean();
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText();
    }
}
