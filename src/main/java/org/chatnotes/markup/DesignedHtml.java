package org.chatnotes.markup;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * A whole mail body that somebody designed elsewhere, cut down to what a mail may hold: no scripts, forms, frames or
 * handlers, only http(s), mailto and merge-field links, and styles without a way out of the page.
 */
public final class DesignedHtml {
    private static final Safelist ALLOWED = new Safelist()
            .addTags("a", "abbr", "article", "b", "blockquote", "br", "caption", "center", "code", "col", "colgroup")
            .addTags("dd", "div", "dl", "dt", "em", "figcaption", "figure", "font", "footer", "h1", "h2", "h3", "h4")
            .addTags("h5", "h6", "header", "hr", "i", "img", "li", "main", "ol", "p", "pre", "s", "section", "small")
            .addTags("span", "strong", "style", "sub", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr")
            .addTags("u", "ul")
            .addAttributes(":all", "style", "class", "id", "title", "lang", "dir", "align", "valign", "role")
            .addAttributes(":all", "width", "height", "bgcolor", "border", "aria-hidden", "aria-label")
            .addAttributes("table", "cellpadding", "cellspacing", "summary")
            .addAttributes("td", "colspan", "rowspan", "nowrap")
            .addAttributes("th", "colspan", "rowspan", "scope")
            .addAttributes("col", "span")
            .addAttributes("font", "color", "face", "size")
            .addAttributes("ol", "start", "type")
            .addAttributes("style", "media")
            .addAttributes("img", "src", "alt")
            .addAttributes("a", "href", "name");
    private static final Pattern LINK =
            Pattern.compile("(?i)(https?://|mailto:|#|\\{\\{\\s*[a-z_]+\\s*(\\|[^}]*)?\\}\\}).*");
    private static final Pattern PICTURE = Pattern.compile("(?i)(https?://|/media/).*");
    /** Ways in which old and new browsers run, load or cover something from a style. */
    private static final Pattern UNSAFE = Pattern.compile(
            "(?i)expression\\s*\\(|javascript:|vbscript:|behaviou?r\\s*:|-moz-binding|@import|@charset|\\\\|<"
                    + "|position\\s*:\\s*(fixed|sticky)");

    private static final Pattern FOREIGN_URL = Pattern.compile("(?i)url\\(\\s*(?!['\"]?https?://)[^)]*\\)?");
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?(\\*/|$)");

    private DesignedHtml() {}

    /** The safe part of a document or fragment, as the content of a body. */
    public static String clean(String html) {
        Document dirty = Jsoup.parse(html);
        Element body = dirty.body();
        Element wrapper = body.hasAttr("style") || body.hasAttr("bgcolor") ? wrapper(body) : null;
        Element top = wrapper == null ? body : wrapper;
        dirty.head().select("style").forEach(top::prependChild);
        Document clean = new Cleaner(ALLOWED).clean(dirty);
        clean.select("style").forEach(DesignedHtml::cleanSheet);
        clean.select("[style]").forEach(element -> element.attr("style", declarations(element.attr("style"))));
        clean.select("[style=\"\"]").removeAttr("style");
        for (Element link : clean.select("a[href]")) {
            link.attr("href", link.attr("href").strip());
            if (!LINK.matcher(link.attr("href")).matches()) {
                link.removeAttr("href");
            }
        }
        for (Element picture : clean.select("img")) {
            if (!PICTURE.matcher(picture.attr("src").strip()).matches()) {
                picture.remove();
            }
        }
        clean.outputSettings().prettyPrint(false);
        return clean.body().html();
    }

    /** The body's own ground and type become those of a div, which survives in a mail client. */
    private static Element wrapper(Element body) {
        Element div = new Element("div");
        body.attributes().forEach(attribute -> div.attr(attribute.getKey(), attribute.getValue()));
        body.childNodes().stream().toList().forEach(div::appendChild);
        body.appendChild(div);
        return div;
    }

    private static void cleanSheet(Element style) {
        String css = FOREIGN_URL
                .matcher(COMMENT.matcher(style.data()).replaceAll(""))
                .replaceAll("none");
        if (css.isBlank() || UNSAFE.matcher(css).find()) {
            style.remove();
        } else {
            style.empty();
            style.appendChild(new DataNode(css));
        }
    }

    private static String declarations(String style) {
        StringBuilder kept = new StringBuilder();
        for (String declaration : COMMENT.matcher(style).replaceAll("").split(";")) {
            String plain = declaration.strip();
            int colon = plain.indexOf(':');
            boolean named = colon > 0
                    && plain.substring(0, colon)
                            .strip()
                            .toLowerCase(Locale.ROOT)
                            .matches("-?[a-z][a-z-]*");
            if (named
                    && !UNSAFE.matcher(plain).find()
                    && !FOREIGN_URL.matcher(plain).find()) {
                kept.append(kept.isEmpty() ? "" : "; ").append(plain);
            }
        }
        return kept.toString();
    }
}
