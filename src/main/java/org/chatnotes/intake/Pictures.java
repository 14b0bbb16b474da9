package org.chatnotes.intake;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chatnotes.notes.Content;
import org.chatnotes.notes.ResourceRef;

/** What conversion to text leaves of pictures: "[image: ]", and tails of automatic alternative texts. */
final class Pictures {
    private static final Pattern SLOT = Pattern.compile(
            "(?iu)!?\\[(?:inline )?(?:image|picture|photo|img|cid|imagen|foto)(?: ?[:#] ?([^\\]\\n]{0,300}))?\\](?:\\([^)\\s]{0,500}\\))?"
                    + "|\\[[^\\]\\n]{1,80}\\.(?:png|jpe?g|gif|bmp|webp|svg|heic)\\]|<[^<>\\s/]{1,80}\\.(?:png|jpe?g|gif|bmp|webp|svg|heic)>");
    private static final Pattern AUTOMATIC = Pattern.compile(
            "(?iu)\\[?(?:(?<=\\[)[^\\]\\n]{0,300}?|\\b(?:A|An) (?:picture|close[- ]up|group|screenshot|logo|sign|person)[^.\\]\\n]{0,200}?)?"
                    + "(?:Description automatically generated(?: with [a-z]+ confidence)?|Description générée automatiquement|Descripción generada automáticamente)\\]?");
    private static final int BANNER_LINES = 4;

    private Pictures() {}

    static boolean in(String text) {
        return (text.indexOf('[') >= 0 || text.indexOf('<') >= 0)
                && SLOT.matcher(text).find();
    }

    /** Whether a text is the place of one picture and nothing else. */
    static boolean only(String text) {
        return SLOT.matcher(text.strip()).matches();
    }

    /** Takes automatic alternative texts out of the next paragraph; near the top they were the banner's. */
    static void dropAutomatic(Flow flow, Draft draft) {
        Paragraph paragraph = flow.next();
        Matcher matcher = AUTOMATIC.matcher(paragraph.text());
        if (!paragraph.text().toLowerCase(java.util.Locale.ROOT).contains("automati") || !matcher.find()) {
            return;
        }
        String rest = (paragraph.text().substring(0, matcher.start())
                        + paragraph.text().substring(matcher.end()))
                .strip();
        int line = paragraph.lineAt(matcher.start());
        draft.log().removed(line, "automatic_alt", matcher.group().strip());
        if (draft.full()) {
            draft.lost(line, null, "picture", matcher.group().strip());
        } else if (line <= BANNER_LINES || draft.blocks().size() <= 1) {
            draft.lost(line, "b01", "banner");
        } else {
            String id = draft.add(new Content.Image(null, null, false, null, null));
            draft.place(java.util.List.of(paragraph), id);
            draft.lost(line, null, "picture", matcher.group().strip());
        }
        flow.change(paragraph.with(rest));
    }

    /** A paragraph with a picture's slot: the words beside it are its caption, and name what it led to. */
    static boolean type(Flow flow, Draft draft) {
        Paragraph paragraph = flow.next();
        if (!in(paragraph.text())) {
            return false;
        }
        flow.take();
        Matcher matcher = SLOT.matcher(paragraph.text());
        matcher.find();
        String alt = matcher.group(1) == null || matcher.group(1).isBlank()
                ? null
                : matcher.group(1).strip();
        String before = paragraph.text().substring(0, matcher.start()).strip();
        String after = paragraph.text().substring(matcher.end()).strip();
        String caption = Item.trimmed((before + " " + after).strip());
        String written = matcher.group().replaceFirst("\\]\\(", "] (");
        boolean small = !caption.isEmpty()
                && Plain.split(caption).size() <= 14
                && Addresses.in(caption).isEmpty();
        draft.log().removed(paragraph.lineAt(matcher.start()), "slot", written);
        ResourceRef link = small && paragraph.gap() ? new ResourceRef(null, caption) : null;
        String id = draft.add(new Content.Image(null, alt, false, small ? caption : null, link));
        draft.place(java.util.List.of(paragraph), id);
        draft.lost(paragraph.lineAt(matcher.start()), null, "picture", written);
        if (link != null) {
            String resource = draft.add(new Content.Resource(link, null, draft.codes(caption)));
            draft.name(caption, paragraph.line(), resource);
            draft.lost(paragraph.line(), null, "link_lost", caption);
        } else if (small) {
            draft.name(caption, paragraph.line(), id);
        } else if (!caption.isEmpty()) {
            draft.add(new Content.Prose(draft.paragraph(caption, paragraph)));
        }
        return true;
    }
}
