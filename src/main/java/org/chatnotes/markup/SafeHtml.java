package org.chatnotes.markup;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/** Editors' rich text, cut down to the few elements a note may hold: p, br, strong, em, a, ul, ol, li. */
public final class SafeHtml {
    private static final Safelist ALLOWED = new Safelist()
            .addTags("p", "br", "strong", "em", "a", "ul", "ol", "li")
            .addAttributes("a", "href")
            .addAttributes("ol", "start");
    /** Schemes a link in a note may have, or a merge field in its place. */
    private static final Pattern LINK = Pattern.compile("(?i)(https?://|mailto:|\\{\\{[a-z_]+\\}\\}$).*");

    private SafeHtml() {}

    /** The allowed part of some HTML; b and i become strong and em, other elements leave their words behind. */
    public static String clean(String html) {
        Document dirty = Jsoup.parseBodyFragment(html);
        dirty.select("b").tagName("strong");
        dirty.select("i").tagName("em");
        Document clean = new Cleaner(ALLOWED).clean(dirty);
        for (Element link : clean.select("a")) {
            link.attr("href", link.attr("href").strip());
            if (!LINK.matcher(link.attr("href")).matches()) {
                link.unwrap();
            }
        }
        clean.outputSettings().prettyPrint(false);
        return clean.body().html();
    }

    /** Plain text as HTML paragraphs: an empty line parts them, a single line end becomes a br. */
    public static String ofText(String text) {
        StringBuilder html = new StringBuilder();
        for (String paragraph : text.strip().split("\\R\\s*\\R")) {
            if (!paragraph.isBlank()) {
                html.append("<p>")
                        .append(escape(paragraph.strip()).replaceAll("\\R", "<br>"))
                        .append("</p>");
            }
        }
        return html.toString();
    }

    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** All words of some HTML on one line. */
    public static String words(String html) {
        return Jsoup.parseBodyFragment(html).body().text();
    }
}
