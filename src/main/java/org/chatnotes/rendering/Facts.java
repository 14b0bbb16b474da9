package org.chatnotes.rendering;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chatnotes.i18n.Formats;
import org.chatnotes.i18n.Messages;
import org.chatnotes.library.Codes;
import org.chatnotes.library.Library;
import org.chatnotes.library.Login;
import org.chatnotes.library.Resource;
import org.chatnotes.media.Media;
import org.chatnotes.media.Picture;
import org.chatnotes.notes.ResourceRef;
import org.jspecify.annotations.Nullable;

/**
 * What other rooms know about the things a block points to, in the words of one language, as models of templates.
 *
 * @param labels in the reader's language
 * @param note in the language of the note: its quotation marks
 */
record Facts(Library library, Codes codes, Media media, Vocabulary terms, Messages labels, Messages note) {
    Formats formats() {
        return new Formats(labels);
    }

    /** Code and name of each code. */
    List<Map<String, Object>> codes(List<String> list) {
        List<Map<String, Object>> models = new ArrayList<>();
        for (String code : list) {
            models.add(Map.of("code", code, "label", name(code)));
        }
        return models;
    }

    /** "Leadership 2" for a practice, "Environment" for a category; empty for a code that no framework lists. */
    String name(String code) {
        String ref = codes.ref(code, labels.language());
        String name = ref.isBlank() || ref.equals(code) ? codes.label(code, labels.language()) : ref;
        return name.equals(code) ? "" : name;
    }

    /** A resource as a card shows it; null when nothing is pointed to. */
    @Nullable
    Map<String, @Nullable Object> resource(@Nullable ResourceRef ref, Surface surface) {
        if (ref == null) {
            return null;
        }
        Optional<Resource> found = ref.resource() == null ? Optional.empty() : library.find(ref.resource());
        String title = ref.title() == null || ref.title().isBlank()
                ? found.map(Resource::title).orElse("")
                : ref.title();
        if (title.isBlank() && found.isEmpty()) {
            return null;
        }
        Map<String, @Nullable Object> model = new LinkedHashMap<>();
        String url = found.map(Resource::url).orElse(null);
        String href = url == null ? "" : surface.href(url);
        model.put("title", surface.plain(title));
        model.put("words", surface.plain(title));
        model.put("href", href);
        model.put("number", href.isEmpty() ? "" : surface.number(href));
        model.put("meta", found.map(this::meta).orElse(""));
        model.put("login", found.map(resource -> resource.login() == Login.YES).orElse(false));
        model.put("applies", found.map(Resource::appliesFrom).map(this::applies).orElse(""));
        return model;
    }

    /** "Guide, IB"; a promo needs no name of its kind. */
    private String meta(Resource resource) {
        List<String> parts = new ArrayList<>();
        String key = "rendering.kind." + resource.kind().code();
        if (labels.has(key)) {
            parts.add(labels.say(key));
        }
        if (resource.publisher() != null && !resource.publisher().isBlank()) {
            parts.add(resource.publisher());
        }
        if (resource.language() != null && !sameLanguage(resource.language())) {
            parts.add(Locale.forLanguageTag(resource.language()).getDisplayLanguage(labels.locale()));
        }
        return String.join(", ", parts);
    }

    private boolean sameLanguage(String tag) {
        return Locale.forLanguageTag(tag)
                .getLanguage()
                .equals(Locale.forLanguageTag(note.language()).getLanguage());
    }

    /** "Required from September 2027", from a year, a month or a day. */
    private String applies(String from) {
        return labels.say("rendering.applies_from", Days.inWords(from, formats()));
    }

    /** A picture within the width that a surface has; null while there is none. */
    @Nullable
    Map<String, @Nullable Object> picture(@Nullable Long id, @Nullable String alt, Surface surface) {
        Picture picture = id == null ? null : media.find(id).orElse(null);
        if (picture == null) {
            return null;
        }
        int width = Math.min(picture.width(), surface.pictureWidth());
        Map<String, @Nullable Object> model = new LinkedHashMap<>();
        model.put("src", surface.source(picture));
        model.put("width", width);
        model.put("height", Math.max(1, Math.round((float) picture.height() * width / picture.width())));
        String own = picture.decorative() || picture.alt() == null ? "" : picture.alt();
        model.put("alt", alt == null ? own : alt);
        return model;
    }

    /** A quotation between the marks of the note's language, unless the editor typed some. */
    String quoted(String text) {
        String bare = text.strip();
        return !bare.isEmpty() && "“«\"„‘".indexOf(bare.charAt(0)) >= 0
                ? bare
                : note.say("rendering.quote_open") + bare + note.say("rendering.quote_close");
    }
}
