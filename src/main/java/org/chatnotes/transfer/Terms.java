package org.chatnotes.transfer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.chatnotes.lists.Term;
import org.chatnotes.problem.Problem;
import org.chatnotes.subscribers.SearchText;

/** Programmes or roles as people write them in a cell: by code, label or name, several in one cell. */
final class Terms {
    private static final int REMEMBERED = 10_000;

    private final String field;
    private final List<Term> terms;
    private final Map<String, String> codes = new HashMap<>();
    private final Map<String, Set<String>> cells = new HashMap<>();

    Terms(String field, List<Term> terms) {
        this.field = field;
        this.terms = terms;
        terms.forEach(term -> term.names().values().forEach(name -> codes.put(key(name), term.code())));
        terms.forEach(term -> term.labels().values().forEach(label -> codes.put(key(label), term.code())));
        terms.forEach(term -> codes.put(key(term.code()), term.code()));
    }

    /** Whether this installation has none. */
    boolean none() {
        return terms.isEmpty();
    }

    /**
     * The codes in a cell, separated by comma, semicolon, slash, bar or blank.
     *
     * @throws Problem invalid, naming what is not known and what is
     */
    Set<String> read(String cell) {
        Set<String> known = cells.get(cell);
        if (known == null) {
            known = parse(cell);
            if (cells.size() < REMEMBERED) {
                cells.put(cell, known);
            }
        }
        return known;
    }

    private Set<String> parse(String cell) {
        Set<String> found = new TreeSet<>();
        for (String part : cell.split("[,;/|]")) {
            String whole = codes.get(key(part));
            if (whole != null) {
                found.add(whole);
            } else if (!part.isBlank()) {
                for (String word : part.strip().split("\\s+")) {
                    found.add(code(word));
                }
            }
        }
        return found;
    }

    private String code(String word) {
        String code = codes.get(key(word));
        if (code == null) {
            List<String> all = terms.stream().map(Term::code).toList();
            throw Problem.invalid(
                    field, "“" + word + "” is none of the " + field + " here: " + String.join(", ", all) + ".");
        }
        return code;
    }

    private static String key(String text) {
        return SearchText.fold(text).strip();
    }
}
