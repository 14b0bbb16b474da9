package org.chatnotes.rendering;

import java.util.function.UnaryOperator;
import org.chatnotes.markup.Templates;
import org.chatnotes.media.Picture;
import org.chatnotes.notes.Channel;
import org.chatnotes.notes.Content;

/** The HTML part: styles inlined, slots open, pictures by absolute address. */
record MailSurface(String publicUrl, UnaryOperator<String> links) implements Surface {
    /** 600 less margin, line and padding. */
    private static final int COLUMN = 440;

    @Override
    public Channel channel() {
        return Channel.HTML;
    }

    @Override
    public String plain(String text) {
        return MergeFields.open(text);
    }

    @Override
    public Object rich(String html) {
        return Templates.safe(RichText.mail(html, "font-size:18px;line-height:29px", "t", "#16212c", links));
    }

    @Override
    public Object body(Content.Html html) {
        return Templates.safe(
                DesignedBody.clean(html.html(), links).html().replaceAll("(?i)(</?)h1(?=[\\s>])", "$1h2"));
    }

    @Override
    public String href(String url) {
        return links.apply(url);
    }

    @Override
    public String number(String href) {
        return "";
    }

    @Override
    public String source(Picture picture) {
        return publicUrl + picture.path();
    }

    @Override
    public int pictureWidth() {
        return COLUMN;
    }
}
