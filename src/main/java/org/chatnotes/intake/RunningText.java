package org.chatnotes.intake;

import java.util.ArrayList;
import java.util.List;
import org.chatnotes.notes.Content;
import org.jspecify.annotations.Nullable;

/** Types paragraphs of sentences: greetings, prose, and the quotations and questions within. */
final class RunningText {
    /** A quotation has at least so many words. */
    private static final int QUOTATION = 8;

    private static final int QUESTION = 5;
    /** How far from a quotation a word may say where it is from, in characters. */
    private static final int NEAR = 80;

    private static final int MAX_INTROS = 2;

    private final Lexicon lexicon;
    private final Draft draft;

    RunningText(Lexicon lexicon, Draft draft) {
        this.lexicon = lexicon;
        this.draft = draft;
    }

    void type(Paragraph paragraph) {
        boolean intro = opening() && (social(paragraph) || intros() < MAX_INTROS);
        List<Quotations.Span> lifted = lifted(paragraph);
        int from = 0;
        String text = paragraph.text();
        for (int i = 0; i < lifted.size(); i++) {
            Quotations.Span span = lifted.get(i);
            String before = text.substring(from, span.start());
            say(before, paragraph, intro, true);
            int next = i + 1 < lifted.size() ? lifted.get(i + 1).start() : text.length();
            from = lift(span, paragraph, text.substring(0, span.start()), text.substring(span.end(), next), next);
        }
        say(text.substring(from), paragraph, intro, false);
    }

    private boolean social(Paragraph paragraph) {
        return lexicon.begins("greetings", paragraph.text()) || lexicon.begins("thanks", paragraph.text());
    }

    private boolean opening() {
        return draft.audience().everyone()
                && draft.blocks().stream()
                        .map(block -> block.content())
                        .allMatch(content -> content instanceof Content.Header
                                || content instanceof Content.Intro
                                || content instanceof Content.Hint
                                || content instanceof Content.InternalNote
                                || content instanceof Content.Image
                                || content instanceof Content.Provocation);
    }

    private long intros() {
        return draft.blocks().stream()
                .filter(block -> block.content() instanceof Content.Intro)
                .count();
    }

    private List<Quotations.Span> lifted(Paragraph paragraph) {
        List<Quotations.Span> lifted = new ArrayList<>();
        String text = paragraph.text();
        for (Quotations.Span span : Quotations.in(text)) {
            String near = text.substring(Math.max(0, span.start() - NEAR), span.start()) + " "
                    + text.substring(span.end(), Math.min(text.length(), span.end() + NEAR));
            boolean question = Marks.asks(span.text())
                    && span.words() >= QUESTION
                    && (span.words() >= QUOTATION || lexicon.has("provoking", near));
            boolean quotation = span.words() >= QUOTATION
                    && (lexicon.has("sources", near) || sourceAtEnd(text, span) != null || ledTo(text, span));
            if (question || quotation) {
                lifted.add(span);
            } else if (span.words() <= 2 && span.words() > 0) {
                draft.log()
                        .info(paragraph.lineAt(span.start()), "no_quotation", text.substring(span.start(), span.end()));
            }
        }
        return lifted;
    }

    /** "As our conductor likes to say: …": a sentence that stops before a quotation leads to it. */
    private static boolean ledTo(String text, Quotations.Span span) {
        return span.words() >= QUOTATION + 2
                && text.substring(0, span.start()).stripTrailing().endsWith(":");
    }

    private static @Nullable String sourceAtEnd(String text, Quotations.Span span) {
        return Quotations.sourceAtEnd(text.substring(span.end())).orElse(null);
    }

    /** Makes a block of a quotation, and says where the text goes on. */
    private int lift(Quotations.Span span, Paragraph paragraph, String before, String after, int next) {
        int line = paragraph.lineAt(span.start());
        List<String> codes = draft.codes(span.text());
        if (Marks.asks(span.text())) {
            String id = draft.add(new Content.Provocation(null, span.text(), codes));
            draft.log().fixedIn(id, line, "provocation_lifted", Plain.shortened(span.text()));
            return span.end();
        }
        String glued = Quotations.sourceAtEnd(after).orElse(null);
        String source = glued == null ? Quotations.sourceAround(before, after) : glued;
        String id = draft.add(new Content.Quote(span.text(), source, null, codes, cut(span.text())));
        draft.log().fixedIn(id, line, "quotation_lifted", Plain.shortened(span.text()));
        if (source != null && (glued == null || lexicon.has("sources", source))) {
            draft.lost(line, id, "source_link", source);
        }
        return glued == null ? span.end() : next;
    }

    static boolean cut(String text) {
        return text.contains("[…]") || text.contains("[...]") || text.endsWith("…") || text.startsWith("…");
    }

    private void say(String piece, Paragraph paragraph, boolean intro, boolean leads) {
        String text = piece.strip().replaceFirst("^[.,;:!]+\\s*(?=\\S|$)", "");
        if (leads && text.endsWith(",")) {
            text = text.substring(0, text.length() - 1) + ":";
        }
        if (Plain.split(text).isEmpty()) {
            return;
        }
        String html = draft.paragraph(text, paragraph);
        draft.add(intro ? new Content.Intro(html) : new Content.Prose(html));
    }
}
