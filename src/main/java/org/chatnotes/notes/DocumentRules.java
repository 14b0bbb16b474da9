package org.chatnotes.notes;

import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.chatnotes.db.Json;
import org.chatnotes.markup.DesignedHtml;
import org.chatnotes.markup.SafeHtml;
import org.chatnotes.problem.Problem;
import org.chatnotes.problem.Problem.Field;
import org.jspecify.annotations.Nullable;

/** What a document must be before it is stored: cleaned first, then looked over, every wrong field at once. */
final class DocumentRules {
    /** Bytes of a document as JSON. */
    static final int LIMIT = 1024 * 1024;

    private static final int MAX_BLOCKS = 500;

    private final List<Field> wrong = new ArrayList<>();

    private DocumentRules() {}

    /**
     * The document as it may be stored.
     *
     * @throws Problem invalid, with fields such as {@code title} and {@code blocks.b07.url}; too large
     */
    static Document checked(Document document) {
        DocumentRules rules = new DocumentRules();
        rules.required(document);
        rules.stop();
        Document clean = cleaned(document);
        rules.note(clean);
        rules.blocks(clean);
        rules.stop();
        int bytes = Json.write(clean).getBytes(StandardCharsets.UTF_8).length;
        if (bytes > LIMIT) {
            throw Problem.of(
                    Problem.Kind.TOO_LARGE,
                    "The note is larger than 1 MB of text. Shorten it, or divide it into two notes.");
        }
        return clean;
    }

    private void stop() {
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
    }

    private void wrong(String field, String message) {
        wrong.add(new Field(field, message));
    }

    @SuppressWarnings("NullAway") // JSON may leave out what the records promise
    private void required(Document document) {
        if (document.title() == null) {
            wrong("title", "Give the note a title.");
        }
        if (document.language() == null) {
            wrong("language", "Name the language of the note, such as en.");
        }
        for (Block block : document.blocks()) {
            if (block.id() == null || block.content() == null) {
                wrong("blocks", "A block has no id or no content.");
                continue;
            }
            for (RecordComponent field : block.content().getClass().getRecordComponents()) {
                if (!ContentFields.optional(field) && ContentFields.value((Record) block.content(), field) == null) {
                    wrong(
                            name(block, field.getName()),
                            "A block of type " + block.type() + " needs its field " + field.getName() + ".");
                }
            }
        }
    }

    private static Document cleaned(Document document) {
        return new Document(
                Document.SCHEMA,
                Words.line(document.title()),
                Words.optionalLine(document.subject()),
                Words.optionalLine(document.preheader()),
                document.language().strip(),
                document.chatDate(),
                document.number(),
                Words.optionalLine(document.schoolYear()),
                Words.optionalLine(document.yearTheme()),
                Words.optionalLine(document.yearLens()),
                Words.optionalLine(document.monthTheme()),
                document.blocks().stream().map(DocumentRules::cleaned).toList());
    }

    private static Block cleaned(Block block) {
        boolean designed = block.content() instanceof Content.Html;
        return block.with(ContentFields.map(block.content(), (name, text) -> {
            if (ContentFields.rich(name)) {
                String plain = Words.plain(text);
                return Words.plain(designed ? DesignedHtml.clean(plain) : SafeHtml.clean(plain));
            }
            return name.equals("text") ? Words.lines(text) : Words.line(text);
        }));
    }

    private void note(Document document) {
        if (document.title().isEmpty()) {
            wrong("title", "Give the note a title.");
        }
        longest("title", document.title(), 200);
        longest("subject", document.subject(), 120);
        longest("preheader", document.preheader(), 140);
        longest("school_year", document.schoolYear(), 40);
        longest("year_theme", document.yearTheme(), 200);
        longest("year_lens", document.yearLens(), 200);
        longest("month_theme", document.monthTheme(), 200);
        language("language", document.language());
        Integer number = document.number();
        if (number != null && (number < 1 || number > 9999)) {
            wrong("number", "The number of a note lies between 1 and 9999.");
        }
    }

    private void blocks(Document document) {
        if (document.blocks().size() > MAX_BLOCKS) {
            wrong("blocks", "A note has at most " + MAX_BLOCKS + " blocks. Divide it into two notes.");
        }
        Set<String> ids = new HashSet<>();
        for (Block block : document.blocks()) {
            if (!block.id().matches("[A-Za-z0-9_-]{1,32}") || !ids.add(block.id())) {
                wrong("blocks", "The id “" + block.id() + "” is not short and unique in the note.");
            }
            if (block.language() != null) {
                language(name(block, "language"), block.language());
            }
            codes(block);
            content(block);
        }
    }

    private void codes(Block block) {
        Set<String> all = new HashSet<>(block.audience().programmes());
        all.addAll(block.audience().roles());
        if (all.stream().anyMatch(code -> code.isBlank() || code.length() > 40)) {
            wrong(name(block, "audience"), "A programme or role is named by its code of at most 40 characters.");
        }
    }

    private void content(Block block) {
        Content content = block.content();
        if (content instanceof Content.Heading heading && (heading.level() < 2 || heading.level() > 3)) {
            wrong(name(block, "level"), "A heading inside a note is of level 2 or 3.");
        }
        if (content instanceof Content.Event event) {
            event(block, event);
        }
    }

    private void event(Block block, Content.Event event) {
        String url = event.url();
        if (url != null && !url.isEmpty() && !web(url)) {
            wrong(name(block, "url"), "“" + url + "” is not a web address. Write it with https:// in front.");
        }
        if (event.minutes() < 0 || event.minutes() > 60 * 24 * 31) {
            wrong(name(block, "minutes"), "An event lasts between 0 minutes and a month.");
        }
        try {
            if (event.start() != null && !event.start().isEmpty()) {
                LocalDateTime.parse(event.start());
            }
        } catch (DateTimeException e) {
            wrong(name(block, "start"), "“" + event.start() + "” is not a day and time. Write it as 2025-04-09T16:00.");
        }
        try {
            if (event.zone() != null && !event.zone().isEmpty()) {
                ZoneId.of(event.zone());
            }
        } catch (DateTimeException e) {
            wrong(name(block, "zone"), "“" + event.zone() + "” is not a time zone. Write it as Europe/Berlin.");
        }
    }

    /** Whether a text is an address of the web, or a merge field in the place of one. */
    static boolean web(String url) {
        if (url.matches("\\{\\{\\s*[a-z_]+\\s*(\\|[^}]*)?}}")) {
            return true;
        }
        try {
            URI uri = URI.create(url);
            return uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void longest(String field, @Nullable String text, int limit) {
        if (text != null && text.length() > limit) {
            wrong(field, "This has " + text.length() + " characters; at most " + limit + " fit. Shorten it.");
        }
    }

    private void language(String field, String tag) {
        try {
            if (!new Locale.Builder().setLanguageTag(tag).build().getLanguage().isEmpty()) {
                return;
            }
        } catch (IllformedLocaleException e) {
            // said below, as for an empty tag
        }
        wrong(field, "“" + tag + "” is not a language. Write it as en or fr-CA.");
    }

    private static String name(Block block, String field) {
        String snake = field.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        return "blocks." + block.id() + "." + snake;
    }
}
