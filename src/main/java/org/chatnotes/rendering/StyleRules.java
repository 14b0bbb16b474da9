package org.chatnotes.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The styles that a designed body may bring: known properties with plain values. Nothing that loads from elsewhere,
 * moves out of its place or runs.
 */
final class StyleRules {
    private static final Set<String> PROPERTIES = Set.of(
            "background",
            "background-color",
            "border",
            "border-bottom",
            "border-bottom-color",
            "border-bottom-style",
            "border-bottom-width",
            "border-collapse",
            "border-color",
            "border-left",
            "border-left-color",
            "border-left-width",
            "border-radius",
            "border-right",
            "border-right-width",
            "border-spacing",
            "border-style",
            "border-top",
            "border-top-color",
            "border-top-width",
            "border-width",
            "box-sizing",
            "clear",
            "color",
            "direction",
            "display",
            "float",
            "font",
            "font-family",
            "font-size",
            "font-style",
            "font-variant",
            "font-weight",
            "height",
            "hyphens",
            "letter-spacing",
            "line-height",
            "list-style",
            "list-style-type",
            "margin",
            "margin-bottom",
            "margin-left",
            "margin-right",
            "margin-top",
            "max-height",
            "max-width",
            "min-height",
            "min-width",
            "mso-hide",
            "mso-line-height-rule",
            "mso-padding-alt",
            "mso-table-lspace",
            "mso-table-rspace",
            "opacity",
            "overflow",
            "overflow-wrap",
            "padding",
            "padding-bottom",
            "padding-left",
            "padding-right",
            "padding-top",
            "table-layout",
            "text-align",
            "text-decoration",
            "text-indent",
            "text-transform",
            "vertical-align",
            "visibility",
            "white-space",
            "width",
            "word-break",
            "word-wrap",
            "-webkit-text-size-adjust",
            "-ms-text-size-adjust");
    private static final Pattern VALUE =
            Pattern.compile("[-A-Za-z0-9 .,#%!'\"+/_]*(?:rgba?\\([0-9 .,%]+\\)[-A-Za-z0-9 .,#%!]*)*");
    private static final Pattern SELECTOR = Pattern.compile("[-A-Za-z0-9 .,#:>*\\[\\]=\"'_~+()]+");
    private static final Pattern MEDIA = Pattern.compile("@media[-A-Za-z0-9 :,()]+");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|<!--|-->", Pattern.DOTALL);

    private StyleRules() {}

    /** The allowed declarations of a style attribute; empty when none is left. */
    static String declarations(String style) {
        List<String> kept = new ArrayList<>();
        for (String declaration : COMMENT.matcher(style).replaceAll("").split(";")) {
            int colon = declaration.indexOf(':');
            if (colon > 0) {
                String name = declaration.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                String value = declaration.substring(colon + 1).strip();
                if (PROPERTIES.contains(name) && VALUE.matcher(value).matches()) {
                    kept.add(name + ":" + value);
                }
            }
        }
        return String.join(";", kept);
    }

    /** The allowed rules of a style sheet, with media queries one level deep; fonts and imports are dropped. */
    static String sheet(String css) {
        StringBuilder out = new StringBuilder();
        rules(COMMENT.matcher(css).replaceAll(""), true, out);
        return out.toString();
    }

    private static void rules(String css, boolean nesting, StringBuilder out) {
        int at = 0;
        while (true) {
            int open = css.indexOf('{', at);
            int close = open < 0 ? -1 : matching(css, open);
            if (close < 0) {
                return;
            }
            String head = css.substring(at, open);
            head = head.substring(head.lastIndexOf(';') + 1).strip();
            String body = css.substring(open + 1, close);
            if (nesting && MEDIA.matcher(head).matches()) {
                StringBuilder inner = new StringBuilder();
                rules(body, false, inner);
                out.append(head).append('{').append(inner).append("}\n");
            } else if (SELECTOR.matcher(head).matches()) {
                out.append(head).append('{').append(declarations(body)).append("}\n");
            }
            at = close + 1;
        }
    }

    private static int matching(String css, int open) {
        int depth = 0;
        for (int i = open; i < css.length(); i++) {
            if (css.charAt(i) == '{') {
                depth++;
            } else if (css.charAt(i) == '}' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
