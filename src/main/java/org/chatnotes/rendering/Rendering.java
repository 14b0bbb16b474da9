package org.chatnotes.rendering;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.chatnotes.i18n.Messages;
import org.chatnotes.library.Codes;
import org.chatnotes.library.Library;
import org.chatnotes.lists.Lists;
import org.chatnotes.markup.Templates;
import org.chatnotes.media.Media;
import org.chatnotes.notes.Block;
import org.chatnotes.notes.Channel;
import org.chatnotes.notes.Content;
import org.chatnotes.notes.Document;
import org.chatnotes.problem.Problem;
import org.chatnotes.settings.Settings;
import org.chatnotes.subscribers.Format;
import org.chatnotes.tracking.Link;
import org.chatnotes.tracking.Links;

/** Turns a note and a variant into a mail with open slots, its text part, and the page in the archive. */
public final class Rendering {
    private final Templates templates;
    private final Settings settings;
    private final Library library;
    private final Codes codes;
    private final Media media;
    private final Links links;
    private final Lists lists;
    private final Predicate<String> customField;
    private final String publicUrl;

    /**
     * @param customField whether subscribers have a field of some name, beside the standard ones
     * @param publicUrl where readers reach us, without a slash at the end
     */
    public Rendering(
            Templates templates,
            Settings settings,
            Library library,
            Codes codes,
            Media media,
            Links links,
            Lists lists,
            Predicate<String> customField,
            String publicUrl) {
        this.templates = templates;
        this.settings = settings;
        this.library = library;
        this.codes = codes;
        this.media = media;
        this.links = links;
        this.lists = lists;
        this.customField = customField;
        this.publicUrl = publicUrl;
    }

    /** The variant that a reader gets. {@code language} may be any tag; labels speak the nearest language we have. */
    public VariantKey variant(
            Document document,
            Set<String> programmes,
            Set<String> roles,
            String language,
            Format format,
            String design) {
        List<String> shown = document.blocks().stream()
                .filter(block -> block.shownOn(Channel.TEXT) || (format == Format.HTML && block.shownOn(Channel.HTML)))
                .filter(block -> block.audience().includes(programmes, roles))
                .map(Block::id)
                .toList();
        return new VariantKey(shown, Messages.in(language).language(), format, design);
    }

    /**
     * Renders a variant, once for all who share it.
     *
     * @throws Problem naming block and field when a merge field is unknown or malformed, or when there is no such design
     */
    public Rendered render(RenderRequest request) {
        List<MergeFault> faults = mergeFaults(request.document(), "en");
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults.stream()
                    .map(fault -> new Problem.Field(
                            fault.blockId() == null ? fault.field() : fault.blockId() + "." + fault.field(),
                            fault.sentence()))
                    .toList());
        }
        VariantKey key = request.key();
        Facts facts = facts(key.language(), request.document().language());
        Letter letter = new Letter(request, facts, settings.group(), publicUrl);
        UnaryOperator<String> href = mailLinks(request);
        try {
            String html = key.format() == Format.HTML ? letter.html(templates, new MailSurface(publicUrl, href)) : null;
            String text = letter.text(templates, new TextSurface(publicUrl, href));
            return new Rendered(subject(request.document()), html, text);
        } catch (UncheckedIOException e) {
            throw Problem.invalid("design", "There is no design “" + key.design() + "” in templates/email.");
        }
    }

    private static String subject(Document document) {
        return MergeFields.open(document.subjectLine().replaceAll("\\s+", " ").strip());
    }

    /** What the slot {@code shown_for} says to a reader: the labels of her programmes. Empty without programmes. */
    public String shownFor(Set<String> programmes, Set<String> roles, String language) {
        Messages labels = Messages.in(language);
        Vocabulary terms = terms(labels);
        if (terms.hasProgrammes()) {
            return programmes.isEmpty()
                    ? labels.say("rendering.all_programmes")
                    : String.join(", ", terms.programmeLabels(programmes));
        }
        if (!terms.hasRoles()) {
            return "";
        }
        return roles.isEmpty() ? labels.say("rendering.all_readers") : String.join(", ", terms.roleLabels(roles));
    }

    /** The note as a web page. */
    public NotePage page(PageRequest request) {
        Facts facts = facts(request.language(), request.document().language());
        Map<String, String> targets = links.ofNote(request.noteId()).stream()
                .filter(Link::corrected)
                .collect(Collectors.toMap(Link::original, Link::url, (one, other) -> one));
        WebSurface surface = new WebSurface(request.bodyPath(), url -> targets.getOrDefault(url, url));
        return new Article(request, facts).page(templates, surface);
    }

    /** The designed body of a note as a document of its own, for a frame; no slots are open. */
    public String body(Document document) {
        String html = document.blocks().stream()
                .filter(block -> block.shownOn(Channel.WEB) && block.content() instanceof Content.Html)
                .map(block -> ((Content.Html) block.content()).html())
                .findFirst()
                .orElseThrow(() -> Problem.notFound("This note has no designed body."));
        return DesignedBody.page(html, document.title(), document.language());
    }

    /** Merge fields in a note that are unknown or malformed, in its order, said in a language. */
    public List<MergeFault> mergeFaults(Document document, String language) {
        Messages words = Messages.in(language);
        return Fields.faults(document, customField).stream()
                .map(fault -> new MergeFault(
                        fault.blockId(),
                        fault.field(),
                        words.say(
                                fault.known() ? "rendering.field_unknown" : "rendering.field_malformed",
                                fault.name(),
                                fault.blockId() == null ? "-" : fault.blockId(),
                                fault.field())))
                .toList();
    }

    private UnaryOperator<String> mailLinks(RenderRequest request) {
        String tail = "/" + request.key().code();
        return url -> {
            if (!request.shortLinks() || !url.regionMatches(true, 0, "http", 0, 4)) {
                return url;
            }
            try {
                return publicUrl + "/l/" + links.shorten(request.noteId(), url) + tail;
            } catch (Problem unusable) {
                // An address nobody can open goes out as typed; the checks name it.
                return url;
            }
        };
    }

    private Facts facts(String language, String noteLanguage) {
        Messages labels = Messages.in(language);
        return new Facts(library, codes, media, terms(labels), labels, Messages.in(noteLanguage));
    }

    private Vocabulary terms(Messages labels) {
        return new Vocabulary(lists.programmes(), lists.roles(), labels.language());
    }
}
