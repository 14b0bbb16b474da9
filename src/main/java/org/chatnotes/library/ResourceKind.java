package org.chatnotes.library;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chatnotes.problem.Problem;

/** What a resource is to its reader; its label is the message {@code library.kind_podcast}. */
public enum ResourceKind {
    ARTICLE,
    REPORT,
    GUIDE,
    VIDEO,
    PODCAST,
    SLIDES,
    FORM,
    TOOL,
    EVENT,
    METHOD,
    PROMO,
    REFERENCE;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ResourceKind> find(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }

    @JsonCreator
    public static ResourceKind of(String code) {
        return find(code.strip().toLowerCase(Locale.ROOT))
                .orElseThrow(() -> Problem.invalid(
                        "kind",
                        "“" + code + "” is no kind of resource. Choose one of "
                                + Arrays.stream(values())
                                        .map(ResourceKind::code)
                                        .collect(Collectors.joining(", "))
                                + "."));
    }
}
