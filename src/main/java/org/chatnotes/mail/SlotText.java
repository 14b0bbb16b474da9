package org.chatnotes.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** A short text with slots, taken apart once, for filling many times. */
final class SlotText {
    private record Part(String text, @Nullable String slot) {}

    private final List<Part> parts;

    private SlotText(List<Part> parts) {
        this.parts = parts;
    }

    static SlotText of(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher slot = Slots.matcher(text);
        int at = 0;
        while (slot.find()) {
            parts.add(new Part(text.substring(at, slot.start()), null));
            parts.add(new Part(slot.group(2) == null ? "" : slot.group(2), slot.group(1)));
            at = slot.end();
        }
        parts.add(new Part(text.substring(at), null));
        return new SlotText(parts);
    }

    /** As {@link Slots#fill} does, with blank values giving way too. */
    String fill(Function<String, @Nullable String> values) {
        StringBuilder filled = new StringBuilder(96);
        for (Part part : parts) {
            String value = part.slot() == null ? null : values.apply(part.slot());
            filled.append(value == null || value.isBlank() ? part.text() : value);
        }
        return filled.toString();
    }
}
