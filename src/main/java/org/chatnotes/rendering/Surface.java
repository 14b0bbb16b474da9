package org.chatnotes.rendering;

import org.chatnotes.media.Picture;
import org.chatnotes.notes.Channel;
import org.chatnotes.notes.Content;

/** What blocks are set on: the HTML of a mail, its text part, a page. */
interface Surface {
    Channel channel();

    /** Editors' plain text, with its merge fields as slots or as their defaults. */
    String plain(String text);

    /** Editors' rich text, as a value that templates print. */
    Object rich(String html);

    /** A designed body inside other blocks. */
    Object body(Content.Html html);

    /** Where a link of the note goes here. */
    String href(String url);

    /** The number of a link in the text part; empty elsewhere. */
    String number(String href);

    /** Where a picture is fetched from. */
    String source(Picture picture);

    /** The widest that a picture may be, in pixels. */
    int pictureWidth();
}
