package org.chatnotes.intake;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of the file.
 *
 * @param number from 1
 * @param text without the line's end
 */
record SourceLine(int number, String text) {
    boolean blank() {
        return text.isBlank();
    }

    SourceLine with(String changed) {
        return new SourceLine(number, changed);
    }

    /** The lines of a text, whatever ends them; characters nobody sees are taken out. */
    static List<SourceLine> of(String text) {
        List<SourceLine> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean end = c == '\n' || c == '\r' || c == '\f' || c == 0x0b || c == 0x85 || c == 0x2028 || c == 0x2029;
            if (end) {
                lines.add(new SourceLine(lines.size() + 1, line.toString()));
                line.setLength(0);
                i += c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n' ? 1 : 0;
            } else if (!invisible(c)) {
                line.append(c);
            }
        }
        if (!line.isEmpty()) {
            lines.add(new SourceLine(lines.size() + 1, line.toString()));
        }
        return lines;
    }

    private static boolean invisible(char c) {
        boolean control = c != '\t' && Character.getType(c) == Character.CONTROL;
        boolean zeroWidth = c == 0xFEFF || c == 0xAD || c == 0x200B || c == 0x2060 || c == 0x200E || c == 0x200F;
        return control || zeroWidth || c == 0xE000 || c == 0xE001;
    }
}
