package org.chatnotes.rendering;

import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Any HTML as paragraphs of text: headings underlined, list items with a hyphen, a table cell as a paragraph. */
final class PlainText {
    private static final String BLOCKS =
            "p, div, table, tbody, thead, tfoot, tr, td, th, ul, ol, li, blockquote, center,"
                    + " section, article, header, footer, main, figure, figcaption, dl, dt, dd, pre, caption, hr, h1, h2, h3, h4, h5, h6";

    private final List<String> parts;
    private final StringBuilder line = new StringBuilder();
    private String indent = "";
    private String first = "";
    /** Whether the last part is an item of a list, which the next item follows without an empty line. */
    private boolean item;

    PlainText(List<String> parts) {
        this.parts = parts;
    }

    void read(Element root) {
        children(root);
        end();
    }

    private void children(Element parent) {
        for (Node child : parent.childNodes()) {
            if (child instanceof TextNode text) {
                line.append(text.getWholeText().replaceAll("\\s+", " "));
            } else if (child instanceof Element element) {
                element(element);
            }
        }
    }

    private void element(Element element) {
        if (element.is("br")) {
            line.append('\n');
        } else if (element.is("h1, h2, h3, h4, h5, h6")) {
            end();
            String words = element.text().strip();
            if (!words.isEmpty()) {
                item = false;
                parts.add(Columns.underlined(words, element.is("h1") ? "=" : "-"));
            }
        } else if (element.is(BLOCKS)) {
            block(element);
        } else {
            children(element);
        }
    }

    private void block(Element element) {
        end();
        String outer = indent;
        if (element.is("li")) {
            first = "- ";
            indent = outer + "  ";
        } else if (element.is("blockquote")) {
            indent = outer + "    ";
        }
        children(element);
        end();
        indent = outer;
        first = "";
    }

    private void end() {
        if (!line.toString().isBlank()) {
            String lead = first.isEmpty() ? indent : indent.substring(2) + first;
            String words = Columns.wrap(line.toString(), lead, indent);
            boolean next = item && !first.isEmpty();
            if (next) {
                words = parts.remove(parts.size() - 1) + "\n" + words;
            }
            parts.add(words);
            item = !first.isEmpty();
            first = "";
        }
        line.setLength(0);
    }
}
