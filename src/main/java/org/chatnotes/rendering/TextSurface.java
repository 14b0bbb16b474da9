package org.chatnotes.rendering;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.chatnotes.media.Picture;
import org.chatnotes.notes.Channel;
import org.chatnotes.notes.Content;

/** The text part: links get numbers, and their addresses stand below the block that holds them. */
final class TextSurface implements Surface {
    private final String publicUrl;
    private final UnaryOperator<String> links;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final Set<String> used = new LinkedHashSet<>();

    TextSurface(String publicUrl, UnaryOperator<String> links) {
        this.publicUrl = publicUrl;
        this.links = links;
    }

    @Override
    public Channel channel() {
        return Channel.TEXT;
    }

    @Override
    public String plain(String text) {
        return MergeFields.open(text);
    }

    @Override
    public Object rich(String html) {
        return RichText.text(html, this::mark);
    }

    @Override
    public Object body(Content.Html html) {
        if (html.text() != null && !html.text().isBlank()) {
            return MergeFields.open(html.text().strip().replace("\r\n", "\n"));
        }
        return DesignedBody.text(html.html(), this::mark);
    }

    @Override
    public String href(String url) {
        return links.apply(url);
    }

    @Override
    public String number(String href) {
        used.add(href);
        return String.valueOf(numbers.computeIfAbsent(href, fresh -> numbers.size() + 1));
    }

    @Override
    public String source(Picture picture) {
        return publicUrl + picture.path();
    }

    @Override
    public int pictureWidth() {
        return Integer.MAX_VALUE;
    }

    /** What stands behind the words of a link: its number, or an address one can write to. */
    private String mark(String address) {
        if (address.startsWith("mailto:")) {
            return "<" + address.substring("mailto:".length()).replaceFirst("\\?.*", "") + ">";
        }
        return address.startsWith("#") ? "" : "[" + number(address.contains("\uE000") ? address : href(address)) + "]";
    }

    /** The links met since the last call, as number and address. */
    List<Map<String, Object>> takeLinks() {
        List<Map<String, Object>> taken = new ArrayList<>();
        used.forEach(href -> taken.add(Map.of("number", numbers.getOrDefault(href, 0), "url", href)));
        used.clear();
        return taken;
    }
}
