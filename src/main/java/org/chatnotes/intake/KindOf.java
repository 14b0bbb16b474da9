package org.chatnotes.intake;

import java.util.Locale;
import java.util.regex.Pattern;
import org.chatnotes.library.ResourceKind;

/** Guesses what a link leads to from its title and its address. */
final class KindOf {
    private static final Pattern PODCAST =
            Pattern.compile("\\b(podcast|balado)|podcasts\\.apple\\.com|open\\.spotify\\.com|/podcasts?/");
    private static final Pattern VIDEO =
            Pattern.compile("\\bvid[eé]os?\\b|youtube\\.com|youtu\\.be|vimeo\\.com|ted\\.com/talks|loom\\.com");
    private static final Pattern FORM = Pattern.compile(
            "docs\\.google\\.com/forms|forms\\.gle|forms\\.office\\.com|surveymonkey|\\b(survey|sondage|encuesta)\\b");
    private static final Pattern SLIDES =
            Pattern.compile("docs\\.google\\.com/presentation|\\b(slides|diapositi|slideshow)");
    private static final Pattern REPORT = Pattern.compile("\\b(report|rapport|informe)\\b");
    private static final Pattern GUIDE = Pattern.compile("\\b(guide|guidance|gu[ií]a|handbook|manual|manuel)\\b");
    private static final Pattern EVENT =
            Pattern.compile("zoom\\.us/|meet\\.google\\.com|teams\\.microsoft\\.com|eventbrite");
    private static final Pattern REFERENCE = Pattern.compile("wikipedia\\.org|\\b(standards|policy|glossary)\\b");

    private KindOf() {}

    static ResourceKind link(String title, String url) {
        String text = (title + " " + url).toLowerCase(Locale.ROOT);
        if (PODCAST.matcher(text).find()) {
            return ResourceKind.PODCAST;
        }
        if (VIDEO.matcher(text).find()) {
            return ResourceKind.VIDEO;
        }
        if (FORM.matcher(text).find()) {
            return ResourceKind.FORM;
        }
        if (SLIDES.matcher(text).find()) {
            return ResourceKind.SLIDES;
        }
        if (EVENT.matcher(text).find()) {
            return ResourceKind.EVENT;
        }
        if (REPORT.matcher(text).find()) {
            return ResourceKind.REPORT;
        }
        if (GUIDE.matcher(text).find()) {
            return ResourceKind.GUIDE;
        }
        return REFERENCE.matcher(text).find() ? ResourceKind.REFERENCE : ResourceKind.ARTICLE;
    }
}
