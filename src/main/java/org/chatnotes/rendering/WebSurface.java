package org.chatnotes.rendering;

import java.util.function.UnaryOperator;
import org.chatnotes.markup.Templates;
import org.chatnotes.media.Picture;
import org.chatnotes.notes.Channel;
import org.chatnotes.notes.Content;

/** A public page: no slots, links lead straight to where they now should, a designed body stands in a frame. */
record WebSurface(String bodyPath, UnaryOperator<String> links) implements Surface {
    private static final int COLUMN = 1044;

    @Override
    public Channel channel() {
        return Channel.WEB;
    }

    @Override
    public String plain(String text) {
        return MergeFields.byDefault(text);
    }

    @Override
    public Object rich(String html) {
        return Templates.safe(RichText.web(html, links));
    }

    @Override
    public Object body(Content.Html html) {
        return bodyPath;
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
        return picture.path();
    }

    @Override
    public int pictureWidth() {
        return COLUMN;
    }
}
