package org.chatnotes.checks;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.chatnotes.i18n.Messages;
import org.chatnotes.library.Library;
import org.chatnotes.lists.Lists;
import org.chatnotes.media.Media;
import org.chatnotes.notes.Block;
import org.chatnotes.notes.Document;
import org.chatnotes.notes.Note;
import org.chatnotes.notes.Notes;
import org.chatnotes.problem.Problem;
import org.chatnotes.rendering.RenderRequest;
import org.chatnotes.rendering.Rendered;
import org.chatnotes.rendering.Rendering;
import org.chatnotes.rendering.VariantKey;
import org.chatnotes.subscribers.Format;

/** Looks a note over before it goes out. */
public final class Checks {
    /** Gmail cuts a mail off at about 102 KB of HTML and hides the footer; we warn before. */
    private static final int LARGE = 90 * 1024;

    /** Gmail cuts a mail off at about 102 KB of HTML, and with it the footer. */
    private static final int CUT_OFF = 100 * 1024;

    private static final int LONG_SUBJECT = 90;
    private static final String DESIGN = "letter";

    private final Rendering rendering;
    private final Library library;
    private final Media media;
    private final Lists lists;

    public Checks(Rendering rendering, Library library, Media media, Lists lists) {
        this.rendering = rendering;
        this.library = library;
        this.media = media;
        this.lists = lists;
    }

    /** All findings, those that block first, each kind in the order of the note. */
    public List<Finding> findings(long noteId, Document document) {
        Messages words = Messages.in("en");
        List<Finding> findings = new ArrayList<>();
        rendering
                .mergeFaults(document, words.language())
                .forEach(fault -> findings.add(
                        new Finding(Finding.Level.BLOCK, fault.blockId(), fault.field(), fault.sentence())));
        boolean renders = findings.isEmpty();
        subject(document, words, findings);
        BlockChecks blocks = new BlockChecks(library, media, lists, words, findings);
        document.blocks().forEach(blocks::check);
        if (document.blocks().stream().noneMatch(Checks::tells)) {
            findings.add(new Finding(Finding.Level.BLOCK, null, null, words.say("checks.empty")));
        } else if (renders) {
            size(noteId, document, words, findings);
        }
        findings.sort(Comparator.comparing(Finding::level));
        return findings;
    }

    /**
     * Approves the newest revision of a note, unless something stands against it.
     *
     * @throws Problem conflict, with what blocks; precondition failed, when the note was changed since
     */
    public Note approve(Notes notes, long noteId, long revisionId) {
        List<String> against = findings(noteId, notes.require(noteId).document()).stream()
                .filter(Finding::blocks)
                .map(Finding::message)
                .toList();
        if (!against.isEmpty()) {
            throw Problem.conflict("The note cannot be approved yet. " + String.join(" ", against));
        }
        return notes.approve(noteId, revisionId);
    }

    /** Whether a block alone would be worth a mail. */
    private static boolean tells(Block block) {
        return switch (block.type()) {
            case "header", "hint", "divider", "internal_note" -> false;
            default -> true;
        };
    }

    private static void subject(Document document, Messages words, List<Finding> findings) {
        String subject = document.subjectLine().strip();
        String field = document.subject() == null ? "title" : "subject";
        if (subject.isEmpty()) {
            findings.add(new Finding(Finding.Level.WARN, null, "subject", words.say("checks.subject_missing")));
        } else if (subject.length() > LONG_SUBJECT) {
            findings.add(new Finding(
                    Finding.Level.WARN, null, field, words.say("checks.subject_long", subject.length(), LONG_SUBJECT)));
        }
    }

    /** The size of the mail that shows every block. */
    private void size(long noteId, Document document, Messages words, List<Finding> findings) {
        List<String> all = document.blocks().stream().map(Block::id).toList();
        VariantKey everything = new VariantKey(all, words.language(), Format.HTML, DESIGN);
        Rendered rendered = rendering.render(new RenderRequest(noteId, document, everything, false, null, null, null));
        int bytes = rendered.html() == null ? 0 : rendered.html().getBytes(StandardCharsets.UTF_8).length;
        if (bytes > LARGE) {
            Finding.Level level = bytes > CUT_OFF ? Finding.Level.BLOCK : Finding.Level.WARN;
            findings.add(new Finding(level, null, null, words.say("checks.large", bytes / 1024)));
        }
    }
}
