package org.chatnotes.library;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the codes of frameworks in a text, by the patterns that the frameworks bring along. */
final class Recogniser {
    private static final Pattern SLOT = Pattern.compile("\\{(name:)?([0-9])\\}");
    /** How much of the text before a number may explain it, in characters. */
    private static final int CONTEXT = 80;

    private final String stamp;
    private final List<Grammar> grammars = new ArrayList<>();

    Recogniser(String stamp, List<Framework.Grammar> frameworks) {
        this.stamp = stamp;
        frameworks.forEach(framework -> grammars.add(new Grammar(framework)));
    }

    /** Of what was installed when this was made. */
    String stamp() {
        return stamp;
    }

    List<FoundCode> recognise(String text) {
        if (grammars.isEmpty()) {
            return List.of();
        }
        PlainText plain = PlainText.of(text);
        return grammars.stream()
                .flatMap(grammar -> grammar.recognise(plain.text()).stream())
                .sorted(Comparator.comparingInt(FoundCode::start).thenComparing(FoundCode::end))
                .map(found -> new FoundCode(
                        found.code(), plain.origin(found.start()), plain.origin(found.end()), found.known()))
                .toList();
    }

    private static final class Grammar {
        private final List<CodePattern> patterns;
        private final Map<String, Pattern> compiled = new LinkedHashMap<>();
        private final Map<String, Pattern> contexts = new LinkedHashMap<>();
        private final Set<String> known;

        Grammar(Framework.Grammar framework) {
            this.patterns = framework.patterns();
            this.known = new HashSet<>(framework.codes());
            for (CodePattern pattern : patterns) {
                compiled.put(pattern.name(), Pattern.compile(pattern.regex()));
                for (CodePattern.Reading reading : pattern.codes()) {
                    if (reading.after() != null) {
                        contexts.put(reading.after(), Pattern.compile(reading.after()));
                    }
                }
            }
        }

        List<FoundCode> recognise(String text) {
            List<FoundCode> found = new ArrayList<>();
            for (CodePattern pattern : patterns) {
                String seen = blanked(text, pattern.without());
                Matcher matcher = compiled(pattern.name()).matcher(seen);
                while (matcher.find()) {
                    pattern.codes().stream()
                            .map(reading -> read(pattern, reading, matcher, seen))
                            .filter(Objects::nonNull)
                            .findFirst()
                            .ifPresent(found::add);
                }
            }
            return found;
        }

        private String blanked(String text, @Nullable List<String> names) {
            String rest = text;
            for (String name : names == null ? List.<String>of() : names) {
                rest = compiled(name)
                        .matcher(rest)
                        .replaceAll(match -> " ".repeat(match.group().length()));
            }
            return rest;
        }

        private Pattern compiled(String name) {
            return Objects.requireNonNull(compiled.get(name), name);
        }

        private @Nullable FoundCode read(CodePattern pattern, CodePattern.Reading reading, Matcher match, String text) {
            String code = filled(reading.code(), pattern, match);
            if (code == null || !accepted(pattern, reading, match, text)) {
                return null;
            }
            return new FoundCode(code, match.start(), match.end(), known.contains(code));
        }

        private boolean accepted(CodePattern pattern, CodePattern.Reading reading, Matcher match, String text) {
            String required = reading.known() == null ? null : filled(reading.known(), pattern, match);
            if (reading.known() != null && (required == null || !known.contains(required))) {
                return false;
            }
            if (reading.within() == null && reading.after() == null) {
                return true;
            }
            String before = text.substring(Math.max(0, match.start() - CONTEXT), match.start());
            return (reading.within() != null
                            && reading.within().stream().anyMatch(pair -> within(pair, before, text, match.end())))
                    || (reading.after() != null
                            && context(reading.after()).matcher(before).find());
        }

        private Pattern context(String regex) {
            return Objects.requireNonNull(contexts.get(regex), regex);
        }

        /** Whether a bracket is open here and closed later in the text. */
        private static boolean within(String pair, String before, String text, int end) {
            return before.lastIndexOf(pair.charAt(0)) > before.lastIndexOf(pair.charAt(1))
                    && text.substring(end, Math.min(text.length(), end + CONTEXT))
                                    .indexOf(pair.charAt(1))
                            >= 0;
        }

        /** The code of a reading, or null when one of its groups took no part in the match. */
        private static @Nullable String filled(String form, CodePattern pattern, Matcher match) {
            List<String> values = new ArrayList<>();
            for (Matcher slot = SLOT.matcher(form); slot.find(); ) {
                String value = match.group(Integer.parseInt(slot.group(2)));
                if (value != null && slot.group(1) != null && pattern.names() != null) {
                    value = pattern.names().get(value.toLowerCase(Locale.ROOT));
                }
                if (value == null) {
                    return null;
                }
                values.add(value);
            }
            return SLOT.splitAsStream(form + "\n")
                    .map(part -> part + (values.isEmpty() ? "" : values.remove(0)))
                    .collect(Collectors.joining())
                    .strip();
        }
    }
}
