package org.chatnotes.markup;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the typed text of {@link LightText}. What is not closed or not known stays text. */
final class LightParser {
    private static final Pattern ITEM = Pattern.compile("(\\s*)(-|\\*|•|(\\d{1,4})[.)]) (.*)");
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"\\[\\]\\\\*]+");
    private static final Pattern LINK =
            Pattern.compile("\\[((?:[^\\[\\]\\\\]|\\\\.)*)]\\(([^\\s()]*(?:\\([^\\s()]*\\)[^\\s()]*)*)\\)");
    private static final String MARKS = "\\*[]-.0123456789";

    private final String[] paragraphs;

    LightParser(String text) {
        paragraphs = text.replace("\r\n", "\n").strip().split("\\n[ \\t]*(?:\\n[ \\t]*)+");
    }

    String html() {
        StringBuilder html = new StringBuilder();
        for (String paragraph : paragraphs) {
            if (!paragraph.isBlank()) {
                paragraph(paragraph, html);
            }
        }
        return html.toString();
    }

    /** Lines before the first item are a paragraph of their own. */
    private static void paragraph(String paragraph, StringBuilder html) {
        String[] lines = paragraph.split("\\n");
        int first = 0;
        while (first < lines.length && !ITEM.matcher(lines[first]).matches()) {
            first++;
        }
        if (first > 0) {
            String words = String.join("\n", Arrays.copyOf(lines, first));
            html.append("<p>").append(inline(words.strip())).append("</p>");
        }
        if (first < lines.length) {
            list(lines, first, html);
        }
    }

    /** Writes the list whose first item stands at a line; gives the line after it. */
    private static int list(String[] lines, int from, StringBuilder html) {
        Matcher first = item(lines[from]);
        int indent = first.group(1).length();
        boolean ordered = first.group(3) != null;
        int number = ordered ? Integer.parseInt(first.group(3)) : 1;
        html.append(ordered ? "<ol" + (number == 1 ? "" : " start=\"" + number + "\"") + ">" : "<ul>");
        int line = from;
        while (line < lines.length) {
            Matcher item = item(lines[line]);
            if (item.group(1).length() < indent || (item.group(3) != null) != ordered) {
                break;
            }
            StringBuilder words = new StringBuilder(item.group(4));
            line++;
            while (line < lines.length && !ITEM.matcher(lines[line]).matches()) {
                words.append('\n').append(lines[line++].strip());
            }
            html.append("<li>").append(inline(words.toString().strip()));
            if (line < lines.length && item(lines[line]).group(1).length() > indent) {
                line = list(lines, line, html);
            }
            html.append("</li>");
        }
        html.append(ordered ? "</ol>" : "</ul>");
        return sameLevel(lines, line, indent) ? list(lines, line, html) : line;
    }

    /** A list of the other kind right below, at the same depth. */
    private static boolean sameLevel(String[] lines, int line, int indent) {
        return line < lines.length && item(lines[line]).group(1).length() == indent;
    }

    private static Matcher item(String line) {
        Matcher item = ITEM.matcher(line);
        if (!item.matches()) {
            throw new IllegalStateException("Not an item: " + line);
        }
        return item;
    }

    static String inline(String text) {
        StringBuilder html = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            at = one(text, at, html);
        }
        return html.toString();
    }

    /** Writes what begins at a place; gives the place after it. */
    private static int one(String text, int at, StringBuilder html) {
        char sign = text.charAt(at);
        if (sign == '\\' && at + 1 < text.length() && MARKS.indexOf(text.charAt(at + 1)) >= 0) {
            html.append(SafeHtml.escape(text.substring(at + 1, at + 2)));
            return at + 2;
        }
        if (sign == '\n') {
            html.append("<br>");
            return at + 1;
        }
        if (sign == '*') {
            String mark = text.startsWith("**", at) ? "**" : "*";
            int end = close(text, at + mark.length(), mark);
            if (end > at + mark.length()) {
                String tag = mark.length() == 2 ? "strong" : "em";
                html.append('<').append(tag).append('>').append(inline(text.substring(at + mark.length(), end)));
                html.append("</").append(tag).append('>');
                return end + mark.length();
            }
        }
        if (sign == '[' || sign == 'h') {
            int after = link(text, at, html);
            if (after > at) {
                return after;
            }
        }
        html.append(SafeHtml.escape(text.substring(at, at + 1)));
        return at + 1;
    }

    /** The link or bare address that begins at a place, or the place itself when none does. */
    private static int link(String text, int at, StringBuilder html) {
        Matcher link = LINK.matcher(text).region(at, text.length());
        if (link.lookingAt()) {
            html.append("<a href=\"").append(SafeHtml.escape(link.group(2))).append("\">");
            html.append(inline(link.group(1))).append("</a>");
            return link.end();
        }
        Matcher address = ADDRESS.matcher(text).region(at, text.length());
        if (address.lookingAt()) {
            String bare = address.group().replaceFirst("[.,;:!?)’”»]+$", "");
            String escaped = SafeHtml.escape(bare);
            html.append("<a href=\"")
                    .append(escaped)
                    .append("\">")
                    .append(escaped)
                    .append("</a>");
            return at + bare.length();
        }
        return at;
    }

    /** Where a mark closes: not escaped, not after a blank; a single star is no half of a double one. */
    private static int close(String text, int from, String mark) {
        if (from >= text.length() || Character.isWhitespace(text.charAt(from))) {
            return -1;
        }
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.startsWith(mark, i) && i > from && !Character.isWhitespace(text.charAt(i - 1))) {
                if (mark.length() == 1 && text.startsWith("**", i)) {
                    i++;
                    continue;
                }
                return mark.length() == 2 && text.startsWith("***", i) ? i + 1 : i;
            }
        }
        return -1;
    }
}
