package org.chatnotes.rendering;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.chatnotes.lists.Term;
import org.chatnotes.notes.Audience;
import org.jspecify.annotations.Nullable;

/** The programmes and roles of the installation in the language of the labels. */
final class Vocabulary {
    /**
     * A programme or role beside a block.
     *
     * @param wide too wide for the margin of a phone
     */
    record Mark(String code, String label, boolean role, boolean wide) {}

    private static final int NARROW = 4;
    private static final int MARGIN = 7;

    private final Map<String, Term> programmes = new TreeMap<>();
    private final Map<String, Term> roles = new TreeMap<>();
    private final String language;

    Vocabulary(List<Term> programmes, List<Term> roles, String language) {
        programmes.forEach(term -> this.programmes.put(term.code(), term));
        roles.forEach(term -> this.roles.put(term.code(), term));
        this.language = language;
    }

    boolean hasProgrammes() {
        return !programmes.isEmpty();
    }

    boolean hasRoles() {
        return !roles.isEmpty();
    }

    /** Short labels of programmes, in the installation's order. */
    List<String> programmeLabels(Set<String> codes) {
        return labels(codes, programmes);
    }

    List<String> roleLabels(Set<String> codes) {
        return labels(codes, roles);
    }

    /** What stands beside a block: programmes, then roles. */
    List<Mark> marks(Audience audience) {
        List<Mark> marks = new ArrayList<>();
        sorted(audience.programmes(), programmes).forEach(code -> marks.add(mark(code, programmes.get(code), false)));
        sorted(audience.roles(), roles).forEach(code -> marks.add(mark(code, roles.get(code), true)));
        return marks;
    }

    /** Those marks that have room in the margin, as templates see them. */
    static List<Map<String, Object>> narrow(List<Mark> marks) {
        return marks.stream()
                .filter(mark -> mark.label().length() <= MARGIN)
                .map(mark -> Map.<String, Object>of("label", mark.label(), "role", mark.role(), "wide", mark.wide()))
                .toList();
    }

    private Mark mark(String code, @Nullable Term term, boolean role) {
        String label = term == null ? code : term.label(language);
        return new Mark(code, label, role, label.length() > NARROW);
    }

    private List<String> labels(Set<String> codes, Map<String, Term> terms) {
        return sorted(codes, terms).stream()
                .map(code -> {
                    Term term = terms.get(code);
                    return term == null ? code : term.label(language);
                })
                .toList();
    }

    private static List<String> sorted(Collection<String> codes, Map<String, Term> terms) {
        return codes.stream()
                .sorted((one, other) -> Integer.compare(position(terms.get(one)), position(terms.get(other))))
                .toList();
    }

    private static int position(@Nullable Term term) {
        return term == null ? Integer.MAX_VALUE : term.position();
    }
}
