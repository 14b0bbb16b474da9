package org.chatnotes.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes out what mailing and forwarding leave in a text: quote marks, lines of separation, heads of mails. */
final class MailTraces {
    private static final Pattern FIELD =
            Pattern.compile("\\*?([\\p{L}][\\p{L} -]{0,30}?)\\*?[ \\u00a0]?:\\*?(?:[ \\t\\u00a0]+(.*))?");
    private static final Pattern DASHES = Pattern.compile("[-_=*> ]{2,}");

    private final Lexicon lexicon;
    private final Log log;
    private static final Pattern REPLY =
            Pattern.compile("(?iu)(?:on|le|el|am)\\b.{5,160}\\b(?:wrote|a écrit|escribió|schrieb)(?:\\s.{0,60})?\\s?:");
    private @Nullable String subject;
    private int below;

    MailTraces(Lexicon lexicon, Log log) {
        this.lexicon = lexicon;
        this.log = log;
    }

    /** The subject of the mail that held the notes, or null. */
    @Nullable
    String subject() {
        return subject;
    }

    /** The line below which the forwarded text begins; 0 when nothing was forwarded or hardly anything follows. */
    int below() {
        return below;
    }

    List<SourceLine> without(List<SourceLine> lines) {
        return withoutHeads(unquoted(lines));
    }

    /** A lone > may be a path or mathematics: only lines in a row, or most lines of a file, are quoted. */
    private List<SourceLine> unquoted(List<SourceLine> lines) {
        List<SourceLine> plain = new ArrayList<>();
        int i = 0;
        while (i < lines.size()) {
            int end = i;
            while (end < lines.size() && quoted(lines.get(end).text()) > 0) {
                end++;
            }
            if (end - i >= 2) {
                log.fixed(lines.get(i).number(), "unquoted", lines.get(end - 1).number());
                for (; i < end; i++) {
                    plain.add(lines.get(i).with(unquoted(lines.get(i).text())));
                }
            } else {
                plain.add(lines.get(i++));
            }
        }
        return plain;
    }

    private static String unquoted(String line) {
        return line.substring(quoted(line));
    }

    /** How much of a line is quote marks: any number of > with at most one space after each. */
    private static int quoted(String line) {
        int end = 0;
        while (end < line.length() && end < 3 && line.charAt(end) == ' ') {
            end++;
        }
        int marks = 0;
        while (end < line.length() && line.charAt(end) == '>') {
            marks++;
            end += end + 1 < line.length() && line.charAt(end + 1) == ' ' ? 2 : 1;
        }
        return marks == 0 ? 0 : end;
    }

    private List<SourceLine> withoutHeads(List<SourceLine> lines) {
        List<SourceLine> kept = new ArrayList<>();
        int i = 0;
        while (i < lines.size()) {
            SourceLine line = lines.get(i);
            if (forwarded(line.text())) {
                log.removed(line.number(), "forwarded", line.text().strip());
                i++;
                begins(lines, i, kept);
                continue;
            }
            int reply = replyEnd(lines, i);
            if (reply > i) {
                log.removed(line.number(), "forwarded", joined(lines.subList(i, reply)));
                i = reply;
                begins(lines, i, kept);
                continue;
            }
            int end = headEnd(lines, i);
            if (end > i) {
                log.removed(line.number(), "mail_head", joined(lines.subList(i, end)));
                for (; i < end; i++) {
                    rememberSubject(lines.get(i).text());
                }
                begins(lines, i, kept);
            } else {
                kept.add(line);
                i++;
            }
        }
        return kept;
    }

    private static String joined(List<SourceLine> lines) {
        return String.join(" ", lines.stream().map(line -> line.text().strip()).toList());
    }

    /** What was forwarded begins here, if more follows than was kept before. */
    private void begins(List<SourceLine> lines, int next, List<SourceLine> kept) {
        long before = kept.stream().filter(line -> !line.blank()).count();
        long after = lines.subList(next, lines.size()).stream()
                .filter(line -> !line.blank())
                .count();
        below = after > before ? lines.get(next - 1).number() : below;
    }

    /** Where "On Monday, … wrote:" ends, on one line or two; the start when it does not stand there. */
    private static int replyEnd(List<SourceLine> lines, int start) {
        for (int end = start + 1; end <= Math.min(start + 2, lines.size()); end++) {
            if (REPLY.matcher(joined(lines.subList(start, end))).matches()) {
                return end;
            }
        }
        return start;
    }

    private boolean forwarded(String line) {
        String words =
                DASHES.matcher(line).replaceAll(" ").replaceAll(":\\s*$", "").strip();
        return words.length() < 60
                && !words.isEmpty()
                && lexicon.is("forwarded", Plain.words(words))
                && (line.contains("--")
                        || line.strip().endsWith(":")
                        || line.strip().length() == words.length());
    }

    /** Where a head of two or more fields ends, an address alone among them counting; the start when there is none. */
    private int headEnd(List<SourceLine> lines, int start) {
        int fields = 0;
        int end = start;
        int first = start;
        for (int i = start; i < lines.size() && i < start + 30; i++) {
            String line = lines.get(i).text();
            if (field(line)) {
                fields++;
                end = i + 1;
            } else if (fields == 0 || line.isBlank() || !line.startsWith(" ") && !line.startsWith("\t")) {
                break;
            } else {
                end = i + 1;
            }
        }
        return fields >= 2 ? end : first;
    }

    private boolean field(String line) {
        Matcher matcher = FIELD.matcher(line.strip());
        return matcher.matches() && lexicon.is("mailFields", Plain.words(matcher.group(1)));
    }

    private void rememberSubject(String line) {
        Matcher matcher = FIELD.matcher(line.strip());
        if (subject == null
                && matcher.matches()
                && matcher.group(2) != null
                && lexicon.is("subjects", Plain.words(matcher.group(1)))) {
            String rest = matcher.group(2).strip();
            Matcher reply = Pattern.compile("(?i)([a-z]{2,3})\\s?:\\s*(.+)").matcher(rest);
            while (reply.matches() && lexicon.is("replies", Plain.words(reply.group(1)))) {
                rest = reply.group(2).strip();
                reply.reset(rest);
            }
            subject = rest;
        }
    }
}
