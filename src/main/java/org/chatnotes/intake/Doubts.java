package org.chatnotes.intake;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chatnotes.library.FoundCode;

/** Looks over the words of a text for slips; asks or remarks, and changes nothing. */
final class Doubts {
    private static final Pattern STOP_QUOTE_COMMA = Pattern.compile("[.!?]([”\"»]),");
    private static final Pattern MERGE_FIELD = Pattern.compile("\\{\\{[^{}\\n]{0,80}}}");
    private static final Pattern TEMPLATE = Pattern.compile("\\$\\{[^{}\\n]{0,80}}|<#[a-z][^>\\n]{0,80}>");
    private static final String LONE_FINE = "aioyàáéèêeuóúh";
    private static final Set<String> LETTER_LEADS = Set.of(
            "plan",
            "part",
            "group",
            "type",
            "option",
            "section",
            "team",
            "grade",
            "vitamin",
            "appendix",
            "annex",
            "groupe",
            "partie",
            "annexe",
            "grupo",
            "parte",
            "anexo",
            "equipo",
            "room",
            "block",
            "class",
            "level");
    private static final int SENTENCE = 12;
    private static final int LONGEST = 20_000;

    private final Lexicon lexicon;
    private final Draft draft;
    private final Map<String, Integer> shortWords = new HashMap<>();
    private final Set<String> said = new HashSet<>();
    private final Set<String> abbreviations = new HashSet<>();

    Doubts(Lexicon lexicon, Draft draft, List<Paragraph> paragraphs) {
        this.lexicon = lexicon;
        this.draft = draft;
        for (Paragraph paragraph : paragraphs) {
            for (String word : Plain.split(paragraph.text())) {
                if (word.length() == 2) {
                    shortWords.merge(word, 1, Integer::sum);
                }
            }
            Matcher explained = Pattern.compile("\\((\\p{Lu}{2,8})s?\\)").matcher(paragraph.text());
            while (explained.find()) {
                abbreviations.add(explained.group(1));
            }
        }
    }

    /** @param block the first block that a paragraph became */
    void look(Paragraph paragraph, String block, boolean sentence) {
        if (paragraph.kind() != Paragraph.Kind.WORDS || paragraph.text().length() > LONGEST) {
            return;
        }
        String text = paragraph.text();
        wordings(paragraph, text, block);
        loneLetters(paragraph, text, block);
        capitals(paragraph, text, block);
        matches(STOP_QUOTE_COMMA, paragraph, block, "stop_quote_comma");
        matches(MERGE_FIELD, paragraph, block, "merge_field");
        matches(TEMPLATE, paragraph, block, "template");
        codeNames(paragraph, text);
        if (sentence
                && paragraph.words() >= SENTENCE
                && !paragraph.ended()
                && paragraph.marker() == null
                && Addresses.in(text).isEmpty()) {
            draft.log()
                    .info(
                            paragraph.lastLine(),
                            "no_stop",
                            text.substring(text.lastIndexOf(' ', text.length() - 12) + 1));
        }
    }

    private void wordings(Paragraph paragraph, String text, String block) {
        for (Lexicon.Doubt doubt : lexicon.doubts()) {
            Matcher matcher = doubt.pattern().matcher(text);
            if (matcher.find()) {
                draft.log()
                        .ask(paragraph.lineAt(matcher.start()), block, "wording", matcher.group(), doubt.suggestion());
            }
        }
    }

    private void matches(Pattern pattern, Paragraph paragraph, String block, String key) {
        Matcher matcher = pattern.matcher(paragraph.text());
        if (matcher.find()) {
            String found = key.equals("stop_quote_comma")
                    ? around(paragraph.text(), matcher.start(), matcher.end())
                    : matcher.group();
            draft.log().ask(paragraph.lineAt(matcher.start()), block, key, found);
        }
    }

    /** A consonant by itself has lost a letter; the commonest word of two letters that ends with it is offered. */
    private void loneLetters(Paragraph paragraph, String text, String block) {
        String[] words = text.split(" ");
        int offset = 0;
        int first = -1;
        StringBuilder mended = new StringBuilder();
        int last = -1;
        for (int i = 0; i < words.length; i++) {
            String word = words[i];
            boolean lone = word.length() == 1
                    && Character.isLetter(word.charAt(0))
                    && LONE_FINE.indexOf(Character.toLowerCase(word.charAt(0))) < 0
                    && i > 0
                    && i + 1 < words.length
                    && !LETTER_LEADS.contains(Plain.fold(words[i - 1]))
                    && !words[i - 1].matches("[&+×xX=/–-]|\\p{Lu}\\.?")
                    && !words[i + 1].matches("[&+×=/–-].*|\\p{Lu}\\.?");
            if (lone) {
                first = first < 0 ? i : first;
                last = i;
            }
            offset += word.length() + 1;
        }
        if (first < 0) {
            return;
        }
        int from = Math.max(0, first - 1);
        int to = Math.min(words.length, last + 2);
        StringBuilder written = new StringBuilder();
        for (int i = from; i < to; i++) {
            written.append(i > from ? " " : "").append(words[i]);
            mended.append(i > from ? " " : "")
                    .append(words[i].length() == 1 && i >= first && i <= last ? whole(words[i]) : words[i]);
        }
        int at = text.indexOf(written.toString());
        draft.log().ask(paragraph.lineAt(Math.max(0, at)), block, "letter_lost", written.toString(), mended.toString());
    }

    private String whole(String letter) {
        if (LONE_FINE.indexOf(Character.toLowerCase(letter.charAt(0))) >= 0) {
            return letter;
        }
        return shortWords.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(letter))
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(letter);
    }

    /** A word in capitals among others that are not; abbreviations are short, explained, or have no vowel. */
    private void capitals(Paragraph paragraph, String text, String block) {
        if (paragraph.level() > 0) {
            return;
        }
        for (String word : Plain.split(text)) {
            boolean loud = word.length() >= 6
                    && word.equals(word.toUpperCase(Locale.ROOT))
                    && word.chars().allMatch(Character::isLetter)
                    && !word.equals(word.toLowerCase(Locale.ROOT))
                    && !abbreviations.contains(word);
            if (loud && said.add(word)) {
                draft.log().ask(paragraph.lineAt(text.indexOf(word)), block, "capitals", word);
            }
        }
    }

    /** "Student Support 3.3": the tag is written as its framework writes it, the text stays. */
    private void codeNames(Paragraph paragraph, String text) {
        for (FoundCode found : draft.codeReader().recognise().apply(text)) {
            String written = text.substring(found.start(), found.end());
            String ref = draft.codeReader().ref().apply(found.code());
            if (!written.equals(ref) && written.equalsIgnoreCase(ref)) {
                draft.log().fixed(paragraph.lineAt(found.start()), "code_capitals", written, ref);
            } else if (!found.known()) {
                draft.log().info(paragraph.lineAt(found.start()), "code_unknown", written, found.code());
            }
        }
    }

    private static String around(String text, int start, int end) {
        int from = text.lastIndexOf(' ', Math.max(0, start - 1)) + 1;
        int to = text.indexOf(' ', Math.min(text.length() - 1, end + 1));
        return text.substring(Math.min(from, start), to < 0 ? text.length() : to);
    }
}
