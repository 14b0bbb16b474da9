package org.chatnotes.editor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chatnotes.access.Users;
import org.chatnotes.checks.Checks;
import org.chatnotes.checks.Finding;
import org.chatnotes.editor.BlockCard.Flag;
import org.chatnotes.editor.BlockCards.Reader;
import org.chatnotes.i18n.Messages;
import org.chatnotes.intake.ImportLog;
import org.chatnotes.intake.Intake;
import org.chatnotes.library.Library;
import org.chatnotes.lists.Lists;
import org.chatnotes.lists.Term;
import org.chatnotes.media.Media;
import org.chatnotes.notes.Block;
import org.chatnotes.notes.Document;
import org.chatnotes.notes.Note;
import org.chatnotes.notes.NoteWords;
import org.chatnotes.notes.Notes;
import org.chatnotes.series.AllSeries;
import org.chatnotes.web.Page;
import org.jspecify.annotations.Nullable;

/** Lays a note out for its editor: the cards of its blocks, the form that is open, what is to be mended beside. */
public final class Desk {
    final Notes notes;
    final AllSeries series;
    final Users users;
    final Lists lists;
    final Library library;
    final BlockForm forms;
    final Checks checks;
    private final Intake intake;
    private final BlockCards cards;

    public Desk(
            Notes notes,
            AllSeries series,
            Users users,
            Lists lists,
            Library library,
            Media media,
            Checks checks,
            Intake intake) {
        this.checks = checks;
        this.intake = intake;
        this.notes = notes;
        this.series = series;
        this.users = users;
        this.lists = lists;
        this.library = library;
        this.forms = new BlockForm(library, media);
        this.cards = new BlockCards(new NoteWords(library), media, lists);
    }

    /** One choice of "shown as for". */
    public record Persona(String value, String label, boolean chosen) {}

    /**
     * The editor's page of a note.
     *
     * @param as the programme or role it is shown as for: {@code programme:CODE}, {@code role:CODE}, or null
     * @param form the form that is open, or null
     */
    Page page(Note note, Messages words, @Nullable String as, @Nullable OpenForm form) {
        List<Finding> findings = checks.findings(note.id(), note.document());
        return common("editor/note", note)
                .with("cards", cards.of(note.document(), flags(findings), reader(as), words))
                .with("personas", personas(as, words))
                .with("as", as)
                .with("form", form)
                .with("programmes", terms(lists.programmes(), form == null ? List.of() : form.programmes(), words))
                .with("roles", terms(lists.roles(), form == null ? List.of() : form.roles(), words))
                .with("errors", form == null ? Map.of() : form.errors())
                .with("panel", true)
                .with("findings", findings)
                .with("importLog", ImportLog.of(intake.log(note.id())))
                .with("stops", findings.stream().filter(Finding::blocks).count())
                .with("types", types(words));
    }

    /** A page about a note: its head is the same everywhere. */
    Page common(String template, Note note) {
        return Page.of(template)
                .with("note", note)
                .with("doc", note.document())
                .with("errors", Map.of())
                .with("series", series.require(note.seriesId()))
                .with("savedBy", users.nameOf(note.updatedBy()));
    }

    BlockCard card(Note note, Block block, Messages words) {
        return cards.of(note.document().with(List.of(block)), Map.of(), null, words)
                .get(0);
    }

    List<BlockCard> cards(Document document, Messages words) {
        return cards.of(document, Map.of(), null, words);
    }

    private static Map<String, List<Flag>> flags(List<Finding> findings) {
        Map<String, List<Flag>> flags = new LinkedHashMap<>();
        for (Finding finding : findings) {
            if (finding.blockId() != null) {
                flags.computeIfAbsent(finding.blockId(), none -> new ArrayList<>())
                        .add(new Flag(finding.blocks() ? "bad" : "ask", finding.message()));
            }
        }
        return flags;
    }

    private static @Nullable Reader reader(@Nullable String as) {
        if (as == null || as.isEmpty()) {
            return null;
        }
        String code = as.substring(as.indexOf(':') + 1);
        return as.startsWith("role:") ? new Reader(Set.of(), Set.of(code)) : new Reader(Set.of(code), Set.of());
    }

    private List<Persona> personas(@Nullable String as, Messages words) {
        List<Persona> personas = new ArrayList<>();
        personas.add(new Persona("", words.say("editor.everything"), as == null || as.isEmpty()));
        personas(personas, "programme:", lists.programmes(), as, words);
        personas(personas, "role:", lists.roles(), as, words);
        return personas.size() == 1 ? List.of() : personas;
    }

    private static void personas(
            List<Persona> into, String prefix, List<Term> terms, @Nullable String as, Messages words) {
        terms.stream().filter(term -> !term.retired()).forEach(term -> {
            String value = prefix + term.code();
            into.add(new Persona(value, term.label(words.language()), value.equals(as)));
        });
    }

    /** A programme or role to tick: its code and words. */
    public record Tick(String code, String label, @Nullable String name, boolean chosen) {}

    /** Those in use, and retired or unknown ones that the block has. */
    private static List<Tick> terms(List<Term> terms, List<String> chosen, Messages words) {
        List<Tick> ticks = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (Term term : terms) {
            known.add(term.code());
            boolean ticked = chosen.contains(term.code());
            String label = term.label(words.language());
            String name = term.name(words.language());
            if (ticked || !term.retired()) {
                ticks.add(new Tick(term.code(), label, name.equals(label) ? null : name, ticked));
            }
        }
        chosen.stream()
                .filter(code -> !known.contains(code))
                .forEach(code -> ticks.add(new Tick(code, code, null, true)));
        return ticks;
    }

    /** A type in the menu. */
    public record TypeView(String code, String icon, String label, String about) {}

    static List<TypeView> types(Messages words) {
        return BlockType.ALL.stream()
                .map(type -> new TypeView(
                        type.code(),
                        type.icon(),
                        words.say("editor.type." + type.code()),
                        words.say("editor.about." + type.code())))
                .toList();
    }
}
