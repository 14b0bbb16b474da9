package org.chatnotes.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.chatnotes.mail.Slots;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * A designed body that was brought in whole, cut down to what a mail may hold: no scripts, forms, frames, comments or
 * foreign styles. Its merge fields are open slots.
 *
 * @param html inner HTML of the body
 * @param sheet allowed rules of its style sheets
 * @param bodyStyle allowed declarations of the body element itself
 */
record DesignedBody(String html, String sheet, String bodyStyle) {
    private static final String[] BLOCKS = {
        "table",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "td",
        "th",
        "caption",
        "div",
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "blockquote",
        "pre",
        "center",
        "hr",
        "section",
        "article",
        "header",
        "footer",
        "main",
        "figure",
        "figcaption"
    };
    private static final String[] WORDS = {
        "a", "abbr", "b", "big", "br", "cite", "code", "del", "em", "font", "i", "img", "ins", "mark", "s", "small",
        "span", "strong", "sub", "sup", "u", "wbr"
    };
    private static final Safelist ALLOWED = new Safelist()
            .addTags(BLOCKS)
            .addTags(WORDS)
            .addAttributes(
                    ":all", "style", "class", "id", "align", "valign", "width", "height", "bgcolor", "role", "lang")
            .addAttributes(":all", "dir", "title", "aria-label", "aria-hidden")
            .addAttributes("table", "border", "cellpadding", "cellspacing", "summary")
            .addAttributes("td", "colspan", "rowspan", "nowrap", "scope")
            .addAttributes("th", "colspan", "rowspan", "nowrap", "scope")
            .addAttributes("font", "color", "face", "size")
            .addAttributes("ol", "start", "type")
            .addAttributes("a", "href", "name")
            .addAttributes("img", "src", "alt", "border");
    private static final Pattern LINK = Pattern.compile(
            "(?i)(https?://|mailto:|tel:|#|\\{\\{\\s*[a-z_]+\\s*(\\|[^{}]*)?\\}\\}$).*", Pattern.DOTALL);
    private static final Pattern PICTURE = Pattern.compile("(?i)(https?://|/media/).*");
    private static final Pattern TINY = Pattern.compile("[01](px)?");

    /** @param href where a web link goes instead */
    static DesignedBody clean(String html, UnaryOperator<String> href) {
        Document dirty = Jsoup.parse(html);
        StringBuilder sheet = new StringBuilder();
        dirty.select("style").forEach(style -> sheet.append(StyleRules.sheet(style.data())));
        dirty.select("style, script, title").remove();
        String bodyStyle = StyleRules.declarations(dirty.body().attr("style"));
        Document clean = new Cleaner(ALLOWED).clean(dirty);
        clean.outputSettings().prettyPrint(false);
        styles(clean.body());
        pictures(clean.body());
        links(clean.body(), href);
        return new DesignedBody(clean.body().html().strip(), sheet.toString(), bodyStyle);
    }

    private static void styles(Element body) {
        for (Element element : body.select("[style]")) {
            String kept = StyleRules.declarations(element.attr("style"));
            if (kept.isEmpty()) {
                element.removeAttr("style");
            } else {
                element.attr("style", kept);
            }
        }
    }

    /** Pictures come from the web or from us; those of one pixel only count readers, which we do not. */
    private static void pictures(Element body) {
        for (Element image : body.select("img")) {
            if (!PICTURE.matcher(image.attr("src").strip()).matches()
                    || TINY.matcher(image.attr("width")).matches()
                    || TINY.matcher(image.attr("height")).matches()) {
                image.remove();
            } else if (!image.hasAttr("alt")) {
                image.attr("alt", "");
            }
        }
    }

    private static void links(Element body, UnaryOperator<String> href) {
        for (Element link : body.select("a[href]")) {
            String address = link.attr("href").strip();
            if (!LINK.matcher(address).matches()) {
                link.removeAttr("href");
            } else if (address.toLowerCase(Locale.ROOT).startsWith("http") && !address.contains("{{")) {
                link.attr("href", href.apply(address));
            }
        }
        RichText.openFields(body);
    }

    /** Whether readers can leave by a link of the body itself. */
    boolean offersLeaving() {
        return Slots.names(html).contains("unsubscribe_url");
    }

    /** As a whole document for a frame of ours: slots at their defaults, links that only a mail has without target. */
    static String page(String html, String title, String language) {
        DesignedBody body = clean(html, href -> href);
        Document document = Jsoup.parseBodyFragment(body.html);
        document.outputSettings().prettyPrint(false);
        for (Element link : document.select("a[href]")) {
            if (Slots.names(link.attr("href")).isEmpty()) {
                link.attr("target", "_blank").attr("rel", "noopener");
            } else {
                link.removeAttr("href");
            }
        }
        document.head().append("<meta charset=\"utf-8\"><title></title>");
        document.head().appendElement("style").append(body.sheet);
        document.title(title);
        if (!body.bodyStyle.isEmpty()) {
            document.body().attr("style", body.bodyStyle);
        }
        document.select("html").attr("lang", language);
        return "<!DOCTYPE html>\n" + Slots.fill(document.outerHtml(), name -> null);
    }

    /** All its words as text of at most 72 columns, links numbered by {@code mark}. */
    static String text(String html, UnaryOperator<String> mark) {
        Document document = Jsoup.parse(html);
        document.select("style, script, title, [style~=(?i)display:\\s*none]").remove();
        for (Element image : document.select("img[alt]")) {
            image.replaceWith(new TextNode(image.attr("alt")));
        }
        RichText.openFields(document.body());
        List<String> parts = new ArrayList<>();
        for (Element link : document.select("a[href]")) {
            String number = mark.apply(link.attr("href"));
            link.text(number.isEmpty() ? link.text() : link.text() + " " + number);
        }
        new PlainText(parts).read(document.body());
        return String.join("\n\n", parts);
    }
}
