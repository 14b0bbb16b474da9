package org.chatnotes.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.chatnotes.mail.Slots;
import org.chatnotes.markup.SafeHtml;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Editors' rich text (p, br, strong, em, a, ul, ol, li), dressed for a mail or a page. Merge fields become slots. */
final class RichText {
    private static final String SERIF = "font-family:Georgia,'Times New Roman',serif;";

    private RichText() {}

    /**
     * With inlined styles, as mail clients want them.
     *
     * @param size such as {@code font-size:18px;line-height:29px}
     * @param classes of paragraphs and lists, which dark mode and phones go by
     * @param href where a link goes instead
     */
    static String mail(String html, String size, String classes, String colour, UnaryOperator<String> href) {
        Document document = parse(html);
        links(document, href, true);
        document.select("a").attr("class", "l").attr("style", "color:#17508f");
        String text = SERIF + size + ";color:" + colour;
        for (Element list : document.select("ul, ol")) {
            boolean nested = list.parents().is("li");
            list.attr("class", classes)
                    .attr("style", "margin:" + (nested ? "6px 0 0" : below(list)) + ";padding:0 0 0 26px;" + text);
        }
        for (Element item : document.select("li")) {
            item.attr("style", "margin:0 0 " + (item.nextElementSibling() == null ? 0 : 8) + "px");
            item.select("> p").unwrap();
        }
        for (Element paragraph : document.select("p")) {
            paragraph.attr("class", classes).attr("style", "margin:" + below(paragraph) + ";" + text);
        }
        return document.body().html();
    }

    /** As it is, for a page; links that only a mail has leave their words behind. */
    static String web(String html, UnaryOperator<String> href) {
        Document document = parse(html);
        links(document, href, false);
        return Slots.fill(document.body().html(), name -> null);
    }

    /** Paragraphs and list items as lines of at most 72 columns. */
    static String text(String html, UnaryOperator<String> mark) {
        Document document = parse(html);
        for (Element link : document.select("a[href]")) {
            String address = link.attr("href");
            String bare = address.replaceFirst("^mailto:", "");
            String words = link.text().strip();
            String number = mark.apply(address);
            link.text(
                    number.isEmpty() || words.equals(bare) && address.startsWith("mailto:")
                            ? words
                            : words.equals(bare) ? number : words + " " + number);
        }
        for (Node node : document.body().selectXpath(".//text()", TextNode.class)) {
            TextNode text = (TextNode) node;
            text.text(text.getWholeText().replaceAll("[\\t\\r\\n ]+", " "));
        }
        List<String> parts = new ArrayList<>();
        flow(document.body(), "", parts);
        return String.join("\n\n", parts);
    }

    /** Block elements one under the other; loose text between them is a paragraph too. */
    private static void flow(Element parent, String indent, List<String> parts) {
        StringBuilder loose = new StringBuilder();
        for (Node child : parent.childNodes()) {
            if (child instanceof Element element && element.is("p, ul, ol")) {
                paragraph(loose, indent, parts);
                if (element.is("p")) {
                    paragraph(new StringBuilder(words(element)), indent, parts);
                } else {
                    parts.add(list(element, indent));
                }
            } else {
                loose.append(child instanceof Element element ? words(element) : ((TextNode) child).text());
            }
        }
        paragraph(loose, indent, parts);
    }

    private static void paragraph(StringBuilder text, String indent, List<String> parts) {
        if (!text.toString().isBlank()) {
            parts.add(Columns.wrap(text.toString(), indent, indent));
        }
        text.setLength(0);
    }

    private static String list(Element list, String indent) {
        List<String> lines = new ArrayList<>();
        int number = list.hasAttr("start") ? start(list.attr("start")) : 1;
        for (Element item : list.select("> li")) {
            String bullet = list.is("ol") ? number++ + ". " : "- ";
            String hanging = indent + " ".repeat(bullet.length());
            List<String> parts = new ArrayList<>();
            flow(item, hanging, parts);
            String all = parts.stream().collect(Collectors.joining("\n"));
            lines.add(indent + bullet + all.substring(Math.min(all.length(), hanging.length())));
        }
        return String.join("\n", lines);
    }

    private static int start(String value) {
        try {
            return Integer.parseInt(value.strip());
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    private static String words(Element element) {
        return element.is("br") ? "\n" : element.wholeText();
    }

    private static Document parse(String html) {
        Document document = Jsoup.parseBodyFragment(SafeHtml.clean(html));
        document.outputSettings().prettyPrint(false);
        openFields(document.body());
        return document;
    }

    /** Turns the merge fields of all texts and links into slots. */
    static void openFields(Element root) {
        for (Node node : root.selectXpath(".//text()", TextNode.class)) {
            TextNode text = (TextNode) node;
            text.text(MergeFields.open(text.getWholeText()));
        }
        for (Element link : root.select("a[href]")) {
            link.attr("href", MergeFields.open(link.attr("href")));
        }
    }

    private static void links(Document document, UnaryOperator<String> href, boolean mail) {
        for (Element link : document.select("a[href]")) {
            String address = link.attr("href");
            if (Slots.names(address).isEmpty()) {
                link.attr("href", href.apply(address));
            } else if (!mail) {
                link.unwrap();
            }
        }
    }

    private static String below(Element element) {
        return element.nextElementSibling() == null ? "0" : "0 0 18px";
    }
}
