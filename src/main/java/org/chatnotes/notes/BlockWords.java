package org.chatnotes.notes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chatnotes.i18n.Formats;
import org.chatnotes.i18n.Messages;
import org.chatnotes.library.Resource;
import org.chatnotes.library.WebAddress;
import org.chatnotes.markup.SafeHtml;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * All that a block says.
 *
 * @param text every word of the block as a reader would see it, field by field, one a line
 * @param links the web and mail addresses it leads to, each once, in order
 * @param codes the codes it states or names in its words, each once
 */
public record BlockWords(String text, List<String> links, List<String> codes) {
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"“”]+");
    /** Fields that are no words: what a block points to or is set to. */
    private static final Set<String> SETTINGS = Set.of("zone", "start", "url", "codes");

    /** @param resources the library's, by id; see {@link NoteWords} */
    static BlockWords of(
            Block block, String language, Map<Long, Resource> resources, Function<String, List<String>> recognise) {
        List<String> words = new ArrayList<>();
        Set<String> links = new LinkedHashSet<>();
        dates(block.content(), language, words);
        Content shown = titled(block.content(), resources);
        ContentFields.map(shown, (name, text) -> {
            read(name, text, words, links);
            return text;
        });
        Appearances appearances = Appearances.in(block.content());
        for (ResourceRef ref : appearances.refs()) {
            Resource resource = ref.resource() == null ? null : resources.get(ref.resource());
            if (resource != null && resource.url() != null) {
                links.add(resource.url());
            }
        }
        String text = String.join("\n", words);
        String missing = String.join(
                " ",
                appearances.codes().stream()
                        .filter(code -> !text.contains(code))
                        .toList());
        return new BlockWords(
                missing.isEmpty() ? text : (text + "\n" + missing).strip(),
                List.copyOf(links),
                codes(appearances.codes(), recognise.apply(text)));
    }

    /** Those a block states, then those its words name. */
    private static List<String> codes(Set<String> stated, List<String> named) {
        Set<String> codes = new LinkedHashSet<>(stated);
        codes.addAll(named);
        return List.copyOf(codes);
    }

    private static void read(String name, String text, Collection<String> words, Collection<String> links) {
        if (ContentFields.rich(name)) {
            words.add(SafeHtml.words(text));
            Element body = Jsoup.parseBodyFragment(text).body();
            for (Element link : body.select("a[href]")) {
                if (link.attr("href").toLowerCase(Locale.ROOT).matches("(https?|mailto):.*")) {
                    links.add(link.attr("href"));
                }
                link.remove();
            }
            bare(body.text(), links);
        } else if (name.equals("url") && !text.startsWith("{{")) {
            links.add(text);
        } else if (!SETTINGS.contains(name) && !text.isBlank()) {
            words.add(text);
            bare(text, links);
        }
    }

    /** Addresses that are no links yet; marks of the sentence, and a bracket that was opened before, are no part. */
    private static void bare(String text, Collection<String> links) {
        Matcher bare = ADDRESS.matcher(text);
        while (bare.find()) {
            String address = bare.group().replaceFirst("[.,;:!?’”»]+$", "");
            if (address.endsWith(")") && address.indexOf('(') < 0) {
                address = address.replaceFirst("[.,;:!?)’”»]+$", "");
            }
            WebAddress.canonical(address).ifPresent(links::add);
        }
    }

    private static void dates(Content content, String language, Collection<String> words) {
        Formats formats = new Formats(Messages.in(language));
        if (content instanceof Content.Header header && header.date() != null) {
            words.add(formats.date(header.date()));
        }
        if (content instanceof Content.Event event && event.start() != null) {
            words.add(event.start().replace('T', ' ') + (event.zone() == null ? "" : " " + event.zone()));
        }
    }

    /** The content with its resources called as a reader sees them called. */
    private static Content titled(Content content, Map<Long, Resource> resources) {
        return ContentFields.refs(content, ref -> {
            Resource resource = ref.resource() == null ? null : resources.get(ref.resource());
            return ref.title() != null || resource == null ? ref : new ResourceRef(ref.resource(), resource.title());
        });
    }
}
