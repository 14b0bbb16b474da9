package org.chatnotes.notes;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a block says, by type. {@code html} fields hold rich text of p, br, strong, em, a, ul, ol and li only; all other
 * text is plain. Codes are those of a framework, such as {@code 0201-02}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(Content.Header.class),
    @JsonSubTypes.Type(Content.Intro.class),
    @JsonSubTypes.Type(Content.Hint.class),
    @JsonSubTypes.Type(Content.Heading.class),
    @JsonSubTypes.Type(Content.Prose.class),
    @JsonSubTypes.Type(Content.Provocation.class),
    @JsonSubTypes.Type(Content.ProvocationList.class),
    @JsonSubTypes.Type(Content.InquiryFocus.class),
    @JsonSubTypes.Type(Content.PspFocus.class),
    @JsonSubTypes.Type(Content.Quote.class),
    @JsonSubTypes.Type(Content.DefinitionQuote.class),
    @JsonSubTypes.Type(Content.Method.class),
    @JsonSubTypes.Type(Content.Image.class),
    @JsonSubTypes.Type(Content.Resource.class),
    @JsonSubTypes.Type(Content.ProgrammeInquiry.class),
    @JsonSubTypes.Type(Content.Promo.class),
    @JsonSubTypes.Type(Content.Event.class),
    @JsonSubTypes.Type(Content.Divider.class),
    @JsonSubTypes.Type(Content.InternalNote.class),
    @JsonSubTypes.Type(Content.Raw.class),
    @JsonSubTypes.Type(Content.Html.class)
})
public sealed interface Content {
    /** The name of the type in JSON, in CSS classes and in messages ({@code notes.type.quote}). */
    default String type() {
        return getClass().getAnnotation(JsonTypeName.class).value();
    }

    /** JSON may leave a list out. */
    private static <T> List<T> listed(@Nullable List<T> items) {
        return items == null ? List.of() : List.copyOf(items);
    }

    /** The head of the note: its title as shown, the day of the chat, a banner picture. */
    @JsonTypeName("header")
    record Header(
            String title,
            @Nullable LocalDate date,
            @Nullable Long media) implements Content {}

    /** Greeting and lead-in. */
    @JsonTypeName("intro")
    record Intro(String html) implements Content {}

    /** How to use the mail; by its channels usually in HTML only. */
    @JsonTypeName("hint")
    record Hint(String html) implements Content {}

    /** A heading of level 2 or 3 with an optional sentence that leads to it. */
    @JsonTypeName("heading")
    record Heading(int level, String text, @Nullable String leadIn) implements Content {}

    @JsonTypeName("prose")
    record Prose(String html) implements Content {}

    /** The month's one question. */
    @JsonTypeName("provocation")
    record Provocation(@Nullable String label, String text, List<String> codes) implements Content {
        public Provocation {
            codes = listed(codes);
        }
    }

    /** Several questions under one heading. A label such as "1-2" is a label, not a number. */
    @JsonTypeName("provocation_list")
    record ProvocationList(@Nullable String heading, List<Provocation> items) implements Content {
        public ProvocationList {
            items = listed(items);
        }
    }

    /** The month's theme as a path from wide to narrow. */
    @JsonTypeName("inquiry_focus")
    record InquiryFocus(List<String> path) implements Content {
        public InquiryFocus {
            path = listed(path);
        }
    }

    /** The codes the month is about, with a sentence of explanation. */
    @JsonTypeName("psp_focus")
    record PspFocus(List<String> codes, @Nullable String note) implements Content {
        public PspFocus {
            codes = listed(codes);
        }
    }

    /** @param excerpt whether the quotation is cut */
    @JsonTypeName("quote")
    record Quote(
            String text, @Nullable String source, @Nullable ResourceRef resource, List<String> codes, boolean excerpt)
            implements Content {
        public Quote {
            codes = listed(codes);
        }
    }

    /** A quotation that says what something is, usually under a heading that asks. */
    @JsonTypeName("definition_quote")
    record DefinitionQuote(
            String text, @Nullable String source, @Nullable ResourceRef resource, List<String> codes, boolean excerpt)
            implements Content {
        public DefinitionQuote {
            codes = listed(codes);
        }
    }

    /** A way of working in the chat, explained, with where to read more. */
    @JsonTypeName("method")
    record Method(
            String name, @Nullable String html, @Nullable ResourceRef resource) implements Content {}

    /**
     * A picture.
     *
     * @param media id of the picture, or null for a slot that waits for one
     * @param alt alternative text here; null takes the picture's own
     */
    @JsonTypeName("image")
    record Image(
            @Nullable Long media,
            @Nullable String alt,
            boolean decorative,
            @Nullable String caption,
            @Nullable ResourceRef link)
            implements Content {}

    /** One resource by itself, such as a podcast. */
    @JsonTypeName("resource")
    record Resource(ResourceRef resource, @Nullable String note, List<String> codes) implements Content {
        public Resource {
            codes = listed(codes);
        }
    }

    /** What one programme or role takes from the month. */
    @JsonTypeName("programme_inquiry")
    record ProgrammeInquiry(
            @Nullable String label,
            String title,
            @Nullable String html,
            List<String> codes,
            List<ResourceRef> resources)
            implements Content {
        public ProgrammeInquiry {
            codes = listed(codes);
            resources = listed(resources);
        }
    }

    @JsonTypeName("promo")
    record Promo(String heading, @Nullable String html, List<ResourceRef> resources) implements Content {
        public Promo {
            resources = listed(resources);
        }
    }

    /**
     * A date to keep.
     *
     * @param start local date and time, {@code 2025-04-09T16:00}
     * @param zone of the start, such as {@code America/New_York}
     * @param minutes how long it lasts
     */
    @JsonTypeName("event")
    record Event(
            String title,
            @Nullable String start,
            @Nullable String zone,
            int minutes,
            @Nullable String url,
            @Nullable String html)
            implements Content {}

    @JsonTypeName("divider")
    record Divider() implements Content {}

    /** For the editors; never sent. */
    @JsonTypeName("internal_note")
    record InternalNote(String text) implements Content {}

    /** Text that could not be typed; must be resolved before approval. */
    @JsonTypeName("raw")
    record Raw(String text) implements Content {}

    /** A designed body brought in whole, cleaned, outside any design. {@code text} null: made from the HTML. */
    @JsonTypeName("html")
    record Html(String html, @Nullable String text) implements Content {}
}
