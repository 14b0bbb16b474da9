package org.chatnotes.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.chatnotes.library.ResourceKind;
import org.chatnotes.markup.SafeHtml;
import org.chatnotes.notes.Audience;
import org.chatnotes.notes.Block;
import org.chatnotes.notes.Channel;
import org.chatnotes.notes.Content;
import org.chatnotes.notes.ResourceRef;
import org.jspecify.annotations.Nullable;

/** The note while it grows out of a text: its blocks, its links, its log. */
final class Draft {
    /** A note holds 500 blocks; what comes after this many is kept as running text. */
    private static final int MAX_BLOCKS = 400;
    /** Paragraphs of running text are one block up to this length. */
    private static final int MAX_PROSE = 4_000;
    /** The same where blocks have become few: the largest file still fits. */
    private static final int MAX_LATE_PROSE = 40_000;

    /** A title under which something stands, to find two for one thing. */
    record Named(String title, int line, String block) {}

    private final Log log;
    private final CodeReader codes;
    private final Shelf shelf;
    private final List<Block> blocks = new ArrayList<>();
    private final Map<Integer, String> blockOfLine = new TreeMap<>();
    private final List<Named> named = new ArrayList<>();
    private Audience audience = Audience.EVERYONE;
    private int slots;
    private int links;

    Draft(Log log, CodeReader codes, Shelf shelf) {
        this.log = log;
        this.codes = codes;
        this.shelf = shelf;
    }

    Log log() {
        return log;
    }

    List<Block> blocks() {
        return blocks;
    }

    List<Named> named() {
        return named;
    }

    CodeReader codeReader() {
        return codes;
    }

    List<String> codes(String text) {
        return codes.in(text);
    }

    /** How many web addresses the text had. */
    int links() {
        return links;
    }

    /** How many links or pictures seem lost. */
    int slots() {
        return slots;
    }

    /** @param block that it concerns, or null: that of the line */
    void lost(int line, @Nullable String block, String key, Object... arguments) {
        slots++;
        log.ask(line, block, key, arguments);
    }

    /** Blocks are for these readers from now on. */
    void address(Audience readers) {
        audience = readers;
    }

    Audience audience() {
        return audience;
    }

    String nextId() {
        return String.format(Locale.ROOT, "b%02d", blocks.size() + 1);
    }

    @Nullable
    Content last() {
        return blocks.isEmpty() ? null : blocks.get(blocks.size() - 1).content();
    }

    String add(Content content, Channel... channels) {
        if (blocks.size() >= MAX_BLOCKS && content instanceof Content.Prose prose) {
            return append(prose, MAX_LATE_PROSE);
        }
        if (content instanceof Content.Prose prose && channels.length == 0) {
            return append(prose, MAX_PROSE);
        }
        if (content instanceof Content.Intro intro && greets(intro)) {
            Block before = blocks.get(blocks.size() - 1);
            blocks.set(
                    blocks.size() - 1,
                    before.with(new Content.Intro(((Content.Intro) before.content()).html() + intro.html())));
            return before.id();
        }
        return put(content, channels);
    }

    private String put(Content content, Channel... channels) {
        String id = nextId();
        blocks.add(new Block(id, audience, Set.of(channels), null, content));
        return id;
    }

    /** A greeting and what follows it are one block. */
    private boolean greets(Content.Intro intro) {
        return !blocks.isEmpty()
                && blocks.get(blocks.size() - 1).content() instanceof Content.Intro earlier
                && earlier.html().length() + intro.html().length() < MAX_PROSE;
    }

    /** Running text after running text is one block. */
    private String append(Content.Prose prose, int limit) {
        Block before = blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
        if (before != null
                && before.content() instanceof Content.Prose earlier
                && before.audience().equals(audience)
                && earlier.html().length() + prose.html().length() < limit) {
            blocks.set(blocks.size() - 1, before.with(new Content.Prose(earlier.html() + prose.html())));
            return before.id();
        }
        return put(prose);
    }

    /** Whether there is no more room for blocks of their own. */
    boolean full() {
        return blocks.size() >= MAX_BLOCKS;
    }

    void replaceLast(Content content) {
        Block before = blocks.get(blocks.size() - 1);
        blocks.set(blocks.size() - 1, before.with(content));
    }

    /** Remembers the lines of paragraphs as a block's. */
    void place(List<Paragraph> paragraphs, String id) {
        paragraphs.forEach(paragraph -> paragraph.starts().forEach(start -> blockOfLine.put(start.line(), id)));
    }

    @Nullable
    String blockOfLine(int line) {
        return blockOfLine.get(line);
    }

    void name(String title, int line, String block) {
        named.add(new Named(title, line, block));
    }

    /** A pointer to the resource of a title and its address, which goes to the library. */
    ResourceRef ref(Item item, @Nullable ResourceKind kind, int line) {
        if (!item.named()) {
            log.ask(line, null, "untitled", item.link().target());
        }
        Long id = shelve(item.title(), item.link(), kind, line);
        return new ResourceRef(id, item.title());
    }

    private @Nullable Long shelve(String title, Addresses.Found link, @Nullable ResourceKind kind, int line) {
        links++;
        tidied(link, line);
        String kept = title.length() > 300 ? title.substring(0, 300) : title;
        return shelf.put(
                kept, link.target(), kind == null ? KindOf.link(title, link.target()) : kind, audience, codes(title));
    }

    private void tidied(Addresses.Found link, int line) {
        String written =
                link.written().replaceFirst("(?i)^(https?://)?(www\\.)?", "").replaceFirst("/$", "");
        String target =
                link.target().replaceFirst("(?i)^(https?://)?(www\\.)?", "").replaceFirst("/$", "");
        if (!written.equalsIgnoreCase(target)) {
            log.removed(line, "address_tidied", link.written(), link.target());
        }
    }

    /** A text as HTML, its addresses as links. */
    String inline(String text, Paragraph at) {
        StringBuilder html = new StringBuilder();
        int from = 0;
        for (Addresses.Found found : Addresses.in(text)) {
            int line = at.lineAt(Math.max(0, at.text().indexOf(found.written())));
            html.append(SafeHtml.escape(text.substring(from, found.start())));
            boolean bracketed = found.title() == null && text.charAt(found.start()) == '(';
            html.append(bracketed ? "(" : "").append(link(found, line)).append(bracketed ? ")" : "");
            from = found.end();
        }
        return html.append(SafeHtml.escape(text.substring(from))).toString();
    }

    private String link(Addresses.Found found, int line) {
        String shown = found.title() == null ? found.written() : found.title();
        if (found.web()) {
            shelve(found.title() == null ? Item.name(found.target()) : found.title(), found, null, line);
            boolean tidy = found.title() != null
                    || found.written().length() <= found.target().length() + 1;
            shown = tidy ? shown : found.target();
        }
        return "<a href=\"" + SafeHtml.escape(found.target()) + "\">" + SafeHtml.escape(shown) + "</a>";
    }

    String paragraph(Paragraph paragraph) {
        return paragraph(paragraph.text(), paragraph);
    }

    String paragraph(String text, Paragraph at) {
        return "<p>" + inline(text, at) + "</p>";
    }
}
