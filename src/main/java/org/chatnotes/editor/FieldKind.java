package org.chatnotes.editor;

import java.util.Locale;

/** How a field of a block is asked for. */
public enum FieldKind {
    /** rich text, typed plainly or as HTML where that would lose something */
    RICH,
    /** a whole HTML body */
    SOURCE,
    PLAIN,
    LINE,
    CODES,
    /** one line each */
    LINES,
    QUESTIONS,
    RESOURCE,
    RESOURCES,
    PICTURE,
    TICK,
    LEVEL,
    NUMBER,
    DATE,
    MOMENT,
    ADDRESS;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of a field by its name, which means the same in all types but two. */
    static FieldKind of(String type, String name) {
        return switch (name) {
            case "html" -> type.equals("html") ? SOURCE : RICH;
            case "text" -> type.equals("heading") ? LINE : PLAIN;
            case "codes" -> CODES;
            case "path" -> LINES;
            case "items" -> QUESTIONS;
            case "resource", "link" -> RESOURCE;
            case "resources" -> RESOURCES;
            case "media" -> PICTURE;
            case "decorative", "excerpt" -> TICK;
            case "level" -> LEVEL;
            case "minutes" -> NUMBER;
            case "date" -> DATE;
            case "start" -> MOMENT;
            case "url" -> ADDRESS;
            default -> LINE;
        };
    }
}
