package org.chatnotes.rendering;

import freemarker.template.TemplateMethodModelEx;
import java.util.List;

/** What text templates call to keep to their columns. */
final class TextFunctions {
    /** {@code wrap(text, indent of the first line, indent of the others)}; without indents: none. */
    static final TemplateMethodModelEx WRAP =
            arguments -> Columns.wrap(text(arguments, 0), text(arguments, 1), text(arguments, 2));

    /** {@code under(heading, rule)}: the heading above a line of the rule. */
    static final TemplateMethodModelEx UNDER = arguments -> Columns.underlined(text(arguments, 0), text(arguments, 1));

    private TextFunctions() {}

    private static String text(List<?> arguments, int index) {
        return index < arguments.size() ? String.valueOf(arguments.get(index)) : "";
    }
}
