package org.chatnotes.workshop;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.chatnotes.editions.Forecast;
import org.chatnotes.i18n.Messages;
import org.chatnotes.lists.Lists;
import org.chatnotes.lists.Term;
import org.chatnotes.subscribers.Format;
import org.jspecify.annotations.Nullable;

/** What readers who see the same have in common, in words. */
final class ShareWords {
    private static final int KINDS = 4;

    private final Lists lists;
    private final Messages messages;
    private final String groupLanguage;

    ShareWords(Lists lists, Messages messages, String groupLanguage) {
        this.lists = lists;
        this.messages = messages;
        this.groupLanguage = groupLanguage;
    }

    /** Labels of one kind of readers; both empty: of those who chose none. */
    public record Who(List<String> programmes, List<String> roles) {}

    /**
     * A row of the forecast: readers who get the same.
     *
     * @param who the most numerous kinds of them
     * @param others how many more kinds there are
     */
    public record Row(List<Who> who, int others, String language, String format, long count) {}

    List<Row> rows(Forecast forecast) {
        return forecast.variants().stream().map(this::row).toList();
    }

    private Row row(Forecast.Share share) {
        List<Who> who = share.personas().stream()
                .map(persona -> new Who(
                        labels(lists.programmes(), persona.programmes()), labels(lists.roles(), persona.roles())))
                .distinct()
                .toList();
        return new Row(
                who.subList(0, Math.min(KINDS, who.size())),
                Math.max(0, who.size() - KINDS),
                language(share.first().language()),
                messages.say(share.first().format() == Format.HTML ? "workshop.format_html" : "workshop.format_text"),
                share.count());
    }

    private List<String> labels(List<Term> terms, Set<String> codes) {
        List<String> labels = new ArrayList<>();
        terms.stream()
                .filter(term -> codes.contains(term.code()))
                .forEach(term -> labels.add(term.label(messages.language())));
        return labels;
    }

    private String language(@Nullable String tag) {
        return Locale.forLanguageTag(tag == null ? groupLanguage : tag).getDisplayLanguage(messages.locale());
    }
}
