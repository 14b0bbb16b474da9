package org.chatnotes.intake;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.chatnotes.library.FoundCode;

/**
 * How codes are found in text.
 *
 * @param recognise the codes in a text
 * @param ref the name of a code, as its framework writes it
 */
record CodeReader(Function<String, List<FoundCode>> recognise, UnaryOperator<String> ref) {
    /** Each code of a text once, in order. */
    List<String> in(String text) {
        return recognise.apply(text).stream().map(FoundCode::code).distinct().toList();
    }
}
