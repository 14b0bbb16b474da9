package org.chatnotes.checks;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chatnotes.i18n.Messages;
import org.chatnotes.library.Library;
import org.chatnotes.library.Resource;
import org.chatnotes.lists.Lists;
import org.chatnotes.lists.Term;
import org.chatnotes.media.Media;
import org.chatnotes.media.Picture;
import org.chatnotes.notes.Block;
import org.chatnotes.notes.Content;
import org.chatnotes.notes.ResourceRef;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** What can be wrong with a single block. */
final class BlockChecks {
    /** Words that say nothing about where a link leads, in the languages of our readers. */
    private static final Pattern EMPTY_WORDS = Pattern.compile(
            "(?i)(click )?here|this link|link|read more|more|(cliquez )?ici|lien|(haga clic )?aquí|enlace");

    private final Library library;
    private final Media media;
    private final Messages words;
    private final List<Finding> findings;
    private final Set<String> programmes;
    private final Set<String> roles;

    BlockChecks(Library library, Media media, Lists lists, Messages words, List<Finding> findings) {
        this.library = library;
        this.media = media;
        this.words = words;
        this.findings = findings;
        this.programmes = codes(lists.programmes());
        this.roles = codes(lists.roles());
    }

    private static Set<String> codes(List<Term> terms) {
        return terms.stream().map(Term::code).collect(Collectors.toSet());
    }

    void check(Block block) {
        Content content = block.content();
        if (content instanceof Content.InternalNote) {
            return;
        }
        audience(block);
        resources(block.id(), content);
        richText(content).forEach(html -> links(block.id(), html));
        if (content instanceof Content.Raw) {
            add(Finding.Level.BLOCK, block.id(), null, "checks.raw");
        } else if (content instanceof Content.Image image) {
            image(block.id(), image);
        } else if (content instanceof Content.Header header && header.media() != null) {
            picture(block.id(), "media", header.media(), null, false);
        } else if (content instanceof Content.Event event) {
            event(block.id(), event);
        } else if (content instanceof Content.Html html) {
            foreignPictures(block.id(), html);
        }
    }

    /** A programme or role that nobody can have: the block would be shown only to those who chose none, or to nobody. */
    private void audience(Block block) {
        for (String code : block.audience().programmes()) {
            if (!programmes.contains(code)) {
                add(Finding.Level.WARN, block.id(), "audience", "checks.audience_unknown", code);
            }
        }
        for (String code : block.audience().roles()) {
            if (!roles.contains(code)) {
                add(Finding.Level.WARN, block.id(), "audience", "checks.audience_unknown", code);
            }
        }
    }

    private void image(String id, Content.Image image) {
        if (image.media() == null) {
            add(Finding.Level.BLOCK, id, "media", "checks.picture_missing");
        } else {
            picture(id, "alt", image.media(), image.alt(), image.decorative());
        }
    }

    private void picture(String id, String field, long mediaId, @Nullable String alt, boolean decorative) {
        Optional<Picture> picture = media.find(mediaId);
        if (picture.isEmpty()) {
            add(Finding.Level.BLOCK, id, "media", "checks.picture_missing");
        } else if (!decorative
                && (alt == null || alt.isBlank())
                && !picture.get().described()) {
            add(
                    Finding.Level.BLOCK,
                    id,
                    field,
                    "checks.alt_missing",
                    picture.get().name());
        }
    }

    private void event(String id, Content.Event event) {
        try {
            if (event.start() != null && !event.start().isBlank()) {
                LocalDateTime.parse(event.start().strip());
            }
        } catch (DateTimeException e) {
            add(Finding.Level.BLOCK, id, "start", "checks.event_start", event.start());
        }
        if (event.zone() != null
                && !event.zone().isBlank()
                && !ZoneId.getAvailableZoneIds().contains(event.zone())) {
            add(Finding.Level.BLOCK, id, "zone", "checks.event_zone", event.zone());
        }
    }

    private void resources(String id, Content content) {
        for (ResourceRef ref : refs(content)) {
            Optional<Resource> found = ref.resource() == null ? Optional.empty() : library.find(ref.resource());
            if (found.map(Resource::url).isEmpty()) {
                String title = ref.title() == null ? found.map(Resource::title).orElse("") : ref.title();
                add(
                        Finding.Level.WARN,
                        id,
                        "resource",
                        title.isBlank() ? "checks.link_none" : "checks.link_missing",
                        title);
            }
        }
    }

    private static List<ResourceRef> refs(Content content) {
        List<ResourceRef> refs = new ArrayList<>();
        @Nullable ResourceRef one = null;
        if (content instanceof Content.Quote c) {
            one = c.resource();
        } else if (content instanceof Content.DefinitionQuote c) {
            one = c.resource();
        } else if (content instanceof Content.Method c) {
            one = c.resource();
        } else if (content instanceof Content.Image c) {
            one = c.link();
        } else if (content instanceof Content.Resource c) {
            one = c.resource();
        } else if (content instanceof Content.ProgrammeInquiry c) {
            refs.addAll(c.resources());
        } else if (content instanceof Content.Promo c) {
            refs.addAll(c.resources());
        }
        if (one != null) {
            refs.add(one);
        }
        return refs;
    }

    private static List<String> richText(Content content) {
        List<@Nullable String> html = new ArrayList<>();
        if (content instanceof Content.Intro c) {
            html.add(c.html());
        } else if (content instanceof Content.Hint c) {
            html.add(c.html());
        } else if (content instanceof Content.Prose c) {
            html.add(c.html());
        } else if (content instanceof Content.Method c) {
            html.add(c.html());
        } else if (content instanceof Content.ProgrammeInquiry c) {
            html.add(c.html());
        } else if (content instanceof Content.Promo c) {
            html.add(c.html());
        } else if (content instanceof Content.Event c) {
            html.add(c.html());
        }
        return html.stream().filter(text -> text != null && text.contains("<a")).toList();
    }

    private void links(String id, String html) {
        Jsoup.parseBodyFragment(html).select("a[href]").stream()
                .map(link -> link.text().strip())
                .filter(text -> EMPTY_WORDS.matcher(text).matches())
                .forEach(text -> add(Finding.Level.WARN, id, "html", "checks.link_words", text));
    }

    private void foreignPictures(String id, Content.Html html) {
        long foreign = Jsoup.parse(html.html()).select("img[src~=(?i)^https?:]").size();
        if (foreign > 0) {
            add(Finding.Level.WARN, id, "html", "checks.foreign_pictures", foreign);
        }
    }

    private void add(
            Finding.Level level, String id, @Nullable String field, String key, @Nullable Object... arguments) {
        List<@Nullable Object> all = new ArrayList<>();
        all.add(id);
        all.addAll(List.of(arguments));
        findings.add(new Finding(level, id, field, words.say(key, all.toArray())));
    }
}
