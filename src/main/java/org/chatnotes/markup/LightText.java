package org.chatnotes.markup;

import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Rich text as people type it into a plain field: an empty line parts paragraphs, {@code **strong**}, {@code *stressed*},
 * {@code [words](https://…)}, lines that begin with {@code -} or {@code 1.} are lists, and a bare web address is a link.
 */
public final class LightText {
    private static final Pattern SPECIAL = Pattern.compile("[\\\\*\\[\\]]");
    private static final Pattern LIST_LIKE = Pattern.compile("(?m)^(\\s*)(-|\\d+\\.)(?= )");

    private LightText() {}

    /** The HTML of a typed text, clean by {@link SafeHtml}. */
    public static String html(String text) {
        return SafeHtml.clean(new LightParser(text).html());
    }

    /** A typed text that gives this HTML. */
    public static String of(String html) {
        StringBuilder text = new StringBuilder();
        boolean inline = false;
        for (Node node : Jsoup.parseBodyFragment(html).body().childNodes()) {
            String words = node instanceof Element element && block(element)
                    ? paragraph(element)
                    : line(inlineOf(node), inline);
            inline = !(node instanceof Element element && block(element)) && (inline || !words.isBlank());
            if (!inline && !text.isEmpty() && !words.isBlank()) {
                text.append("\n\n");
            }
            text.append(words);
        }
        return text.toString().strip();
    }

    /** Whether some HTML survives being typed: not where lists hold paragraphs, for one. */
    public static boolean holds(String html) {
        return plain(html(of(html))).equals(plain(SafeHtml.clean(html)));
    }

    private static String line(String words, boolean continued) {
        return continued ? words : words.stripLeading();
    }

    /** Paragraphs and bare text count alike, and so do linked and unlinked addresses. */
    private static String plain(String html) {
        Element body = Jsoup.parseBodyFragment(html).body();
        for (Element link : body.select("a")) {
            if (link.text().equals(link.attr("href"))) {
                link.unwrap();
            }
        }
        if (body.select("p, ul, ol").isEmpty()) {
            return "<p>" + body.html().strip() + "</p>";
        }
        return body.html().replaceAll("\\s+", " ").replaceAll("> | <", "").strip();
    }

    private static boolean block(Element element) {
        return List.of("p", "ul", "ol").contains(element.normalName());
    }

    private static String paragraph(Element element) {
        return element.normalName().equals("p")
                ? guarded(inlineOf(element).strip())
                : list(element, "").stripTrailing();
    }

    private static String list(Element list, String indent) {
        StringBuilder text = new StringBuilder();
        int number = list.hasAttr("start") ? start(list) : 1;
        for (Element item : list.children()) {
            String mark = list.normalName().equals("ol") ? number++ + ". " : "- ";
            StringBuilder words = new StringBuilder();
            StringBuilder nested = new StringBuilder();
            for (Node node : item.childNodes()) {
                if (node instanceof Element element
                        && block(element)
                        && !element.normalName().equals("p")) {
                    nested.append(list(element, indent + "  "));
                } else {
                    words.append(inlineOf(node));
                }
            }
            String one = words.toString().strip().replace("\n", "\n" + indent + "  ");
            text.append(indent).append(mark).append(one).append("\n").append(nested);
        }
        return text.toString();
    }

    private static int start(Element list) {
        try {
            return Integer.parseInt(list.attr("start"));
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    private static String inlineOf(Node node) {
        if (node instanceof TextNode words) {
            return SPECIAL.matcher(words.getWholeText().replaceAll("[ \\t\\r\\n\\f]+", " "))
                    .replaceAll("\\\\$0");
        }
        if (!(node instanceof Element element)) {
            return "";
        }
        StringBuilder inner = new StringBuilder();
        element.childNodes().forEach(child -> inner.append(inlineOf(child)));
        return switch (element.normalName()) {
            case "br" -> "\n";
            case "strong" -> "**" + inner + "**";
            case "em" -> "*" + inner + "*";
            case "a" ->
                element.text().equals(element.attr("href"))
                        ? element.attr("href")
                        : "[" + inner + "](" + element.attr("href") + ")";
            default -> inner.toString();
        };
    }

    /** A paragraph's line that looks like a list is not one. */
    private static String guarded(String paragraph) {
        return LIST_LIKE.matcher(paragraph).replaceAll("$1\\\\$2");
    }
}
