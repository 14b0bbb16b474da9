package org.chatnotes.intake;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.chatnotes.notes.Content;

/** Types sentences that say what the month is about: a path from wide to narrow, or codes of a framework. */
final class FocusRule {
    private static final Pattern STEP = Pattern.compile(" ?(?:>|→|»|➔|⟶) ?");
    private static final int MAX_WORDS = 60;
    private static final int MAX_STEP = 14;

    private final Lexicon lexicon;
    private final Draft draft;

    FocusRule(Lexicon lexicon, Draft draft) {
        this.lexicon = lexicon;
        this.draft = draft;
    }

    boolean type(Flow flow) {
        Paragraph paragraph = flow.next();
        if (paragraph.marker() != null || paragraph.words() > MAX_WORDS || paragraph.level() > 0) {
            return false;
        }
        return standards(flow, paragraph) || path(flow, paragraph);
    }

    /** "Our PSP focus was …": by these words, or by a focus that names codes. */
    private boolean standards(Flow flow, Paragraph paragraph) {
        List<String> codes = draft.codes(paragraph.text());
        boolean worded = lexicon.has("standardsFocus", paragraph.text());
        boolean focused = !codes.isEmpty() && lexicon.has("focusWords", paragraph.text());
        if (!worded && !focused) {
            return false;
        }
        flow.take();
        String id = draft.add(new Content.PspFocus(codes, paragraph.text()));
        draft.place(List.of(paragraph), id);
        if (!codes.isEmpty()) {
            draft.log().fixed(paragraph.line(), "codes_read", String.join(", ", codes));
        }
        return true;
    }

    /** Whether a text is divided as a path is. */
    static boolean path(String text) {
        return text.matches(".*\\S ?[>→➔⟶] ?\\p{L}.*");
    }

    private boolean path(Flow flow, Paragraph paragraph) {
        String text = paragraph.text();
        List<String> steps = steps(text);
        boolean path = steps.size() > 1
                && steps.size() <= 5
                && text.indexOf('<') < 0
                && text.indexOf('{') < 0
                && text.indexOf('=') < 0
                && !text.contains("->")
                && steps.stream().allMatch(FocusRule::step)
                && (lexicon.has("focus", text) || Plain.split(steps.get(0)).size() <= 4)
                && Addresses.in(text).isEmpty();
        if (!path) {
            return false;
        }
        flow.take();
        String first = steps.get(0);
        int at = lead(first);
        List<String> clean = new java.util.ArrayList<>(steps);
        clean.set(0, first.substring(at));
        draft.log().removed(paragraph.line(), "path_read", text, String.valueOf(steps.size()));
        String id = draft.add(new Content.InquiryFocus(clean));
        draft.place(List.of(paragraph), id);
        return true;
    }

    private static boolean step(String text) {
        int words = Plain.split(text).size();
        return words > 0 && words <= MAX_STEP && Character.isUpperCase(text.codePointAt(lead(text)));
    }

    /** "We inquired into Belonging": where the last capitalised words begin that the sentence leads to. */
    private static int lead(String text) {
        String[] words = text.split(" ");
        int from = words.length;
        while (from > 0 && Character.isUpperCase(words[from - 1].codePointAt(0))) {
            from--;
        }
        if (from == words.length || from <= 1) {
            return 0;
        }
        return Arrays.stream(words, 0, from).mapToInt(word -> word.length() + 1).sum();
    }

    /** The steps of a path, without the stop at its end. */
    static List<String> steps(String text) {
        return Arrays.stream(STEP.split(text.replaceFirst("[.;]$", "")))
                .map(String::strip)
                .filter(step -> !step.isEmpty())
                .toList();
    }
}
