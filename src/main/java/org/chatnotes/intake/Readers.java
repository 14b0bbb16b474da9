package org.chatnotes.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.chatnotes.lists.Term;
import org.chatnotes.notes.Audience;

/** Finds programmes and roles of the installation in headings, by code, label and name. */
final class Readers {
    /** One way to name a programme or role. */
    private record Name(String code, boolean role, List<String> words, boolean exactCase) {}

    /** @param named positions of the words that name somebody */
    record Match(Audience audience, List<String> words, Set<Integer> named) {}

    private final Lexicon lexicon;
    private final List<Name> names = new ArrayList<>();
    private final Set<String> general = new HashSet<>();

    /** @param language of the text: labels in others are not looked for, since "PD" means different things */
    Readers(List<Term> programmes, List<Term> roles, Lexicon lexicon, String language) {
        this.lexicon = lexicon;
        programmes.forEach(term -> add(term, false, language));
        roles.forEach(term -> add(term, true, language));
        addShortNames(programmes, language);
    }

    private void add(Term term, boolean role, String language) {
        Set<String> ways = new LinkedHashSet<>(List.of(term.code()));
        Stream.of("en", language).forEach(tag -> {
            ways.add(term.label(tag));
            ways.add(term.name(tag));
        });
        for (String way : ways) {
            List<String> words = stems(way);
            boolean exact = way.length() <= 4 && way.equals(way.toUpperCase(Locale.ROOT));
            names.add(new Name(term.code(), role, exact ? List.of(way) : words, exact));
            if (role) {
                lexicon.people().stream()
                        .filter(group -> group.stream().map(Readers::stems).anyMatch(words::equals))
                        .flatMap(List::stream)
                        .forEach(same -> names.add(new Name(term.code(), true, stems(same), false)));
            }
        }
    }

    /** "Primary Years Programme" is also known without the word that all programmes share. */
    private void addShortNames(List<Term> programmes, String language) {
        for (String tag : List.of("en", language)) {
            Set<String> shared = new HashSet<>();
            programmes.stream().findFirst().ifPresent(term -> shared.addAll(stems(term.name(tag))));
            programmes.forEach(term -> shared.retainAll(stems(term.name(tag))));
            for (Term term : programmes) {
                List<String> rest = new ArrayList<>(stems(term.name(tag)));
                rest.removeAll(shared);
                if (programmes.size() > 1 && String.join("", rest).length() >= 6) {
                    names.add(new Name(term.code(), false, rest, false));
                }
            }
        }
    }

    private static List<String> stems(String text) {
        return Plain.words(text).stream().map(Plain::stem).toList();
    }

    private static List<String> stems(List<String> words) {
        return words.stream().map(Plain::stem).toList();
    }

    /** Roles that the title names are everybody; a section need not single them out. */
    void general(String title) {
        general.addAll(match(title).audience().roles());
    }

    Match match(String text) {
        List<String> written = Plain.split(text);
        List<String> words = written.stream().map(Plain::fold).toList();
        List<String> stems = stems(words);
        Set<String> programmes = new TreeSet<>();
        Set<String> roles = new TreeSet<>();
        Set<Integer> named = new TreeSet<>();
        for (Name name : names) {
            for (int i = 0; i < words.size(); i++) {
                if (Plain.at(name.exactCase() ? written : stems, i, name.words())) {
                    (name.role() ? roles : programmes).add(name.code());
                    for (int k = 0; k < name.words().size(); k++) {
                        named.add(i + k);
                    }
                }
            }
        }
        Set<String> special = new TreeSet<>(roles);
        special.removeAll(general);
        boolean everyRole = special.isEmpty() && !programmes.isEmpty();
        return new Match(new Audience(programmes, everyRole ? Set.of() : roles), words, named);
    }

    /** Whether a heading is about certain readers: it begins with them, or a small word leads to them. */
    boolean addressed(String heading) {
        Match match = match(heading);
        if (match.audience().everyone()) {
            return false;
        }
        int first = match.named().iterator().next();
        return first == 0 || lexicon.is("around", List.of(match.words().get(first - 1)));
    }

    /** Whether a few words begin with those they are for. */
    boolean begins(String label) {
        Match match = match(label);
        return !match.audience().everyone()
                && match.named().contains(0)
                && match.words().size() <= 5;
    }

    /** Whether a text says nothing but who it is for. */
    boolean onlyAddresses(String text) {
        Match match = match(text);
        if (match.audience().everyone()) {
            return false;
        }
        for (int i = 0; i < match.words().size(); i++) {
            if (!match.named().contains(i)
                    && !lexicon.is("around", List.of(match.words().get(i)))) {
                return false;
            }
        }
        return true;
    }
}
