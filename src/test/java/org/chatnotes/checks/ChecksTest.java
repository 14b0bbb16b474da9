package org.chatnotes.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.chatnotes.db.Database;
import org.chatnotes.db.EachEngine;
import org.chatnotes.media.Picture;
import org.chatnotes.notes.Audience;
import org.chatnotes.notes.Block;
import org.chatnotes.notes.Content;
import org.chatnotes.notes.Document;
import org.chatnotes.notes.ResourceRef;
import org.chatnotes.rendering.Stage;

final class ChecksTest {
    private static List<String> of(Stage stage, Content... contents) {
        List<Block> blocks = new java.util.ArrayList<>();
        for (Content content : contents) {
            blocks.add(Block.of("b0" + (blocks.size() + 1), content));
        }
        return of(stage, Document.titled("Notes", "en", blocks));
    }

    private static List<String> of(Stage stage, Document document) {
        return checks(stage).findings(1, document).stream()
                .map(finding -> finding.level().code() + " " + finding.blockId() + " " + finding.field())
                .toList();
    }

    private static Checks checks(Stage stage) {
        return new Checks(stage.rendering, stage.library, stage.media, stage.lists);
    }

    @EachEngine
    void theSampleEditionIsReady(Database database) {
        Stage stage = new Stage(database);
        assertThat(checks(stage).findings(1, stage.sample())).isEmpty();
    }

    @EachEngine
    void namesBlockAndFieldOfAMergeFieldThatNobodyHas(Database database) {
        Stage stage = new Stage(database);
        Document document = Document.titled(
                "Hello {{nick_name}}",
                "en",
                List.of(
                        Block.of(
                                "b01", new Content.Intro("<p>{{first_name|there}}, {{shoe_size}}, {{frist_name}}</p>")),
                        Block.of("b02", new Content.Prose("<p>{{first name}} and {{open</p>")),
                        Block.of("b03", new Content.InternalNote("{{not_sent}}"))));
        List<Finding> findings = checks(stage).findings(1, document);
        assertThat(of(stage, document))
                .containsExactly("block null title", "block b01 html", "block b02 html", "block b02 html");
        assertThat(findings.get(1).message()).contains("b01", "html", "frist_name");
        assertThat(findings.get(2).message()).contains("{{first name}}", "{{name|");
    }

    @EachEngine
    void stopsWhatCannotBeRead(Database database) throws IOException {
        Stage stage = new Stage(database);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(9, 9, BufferedImage.TYPE_INT_RGB), "png", png);
        Picture picture = stage.media.store(png.toByteArray(), "plain.png", null, false);
        assertThat(of(
                        stage,
                        new Content.Raw("???"),
                        new Content.Image(null, null, false, null, null),
                        new Content.Image(picture.id(), null, false, null, null),
                        new Content.Image(picture.id(), "A square", false, null, null),
                        new Content.Image(picture.id(), null, true, null, null),
                        new Content.Event("Chat", "9 April", "Mars/Base", 60, null, null)))
                .containsExactly(
                        "block b01 null", "block b02 media", "block b03 alt", "block b06 start", "block b06 zone");
        assertThat(of(stage, new Content.Header("Notes", null, null))).containsExactly("block null null");
    }

    @EachEngine
    void warnsOfWhatCouldBeBetter(Database database) {
        Stage stage = new Stage(database);
        assertThat(of(
                        stage,
                        new Content.Promo("Workshops", null, List.of(new ResourceRef(null, "A workshop"))),
                        new Content.Prose("<p><a href='https://example.org/'>click here</a></p>"),
                        new Content.Html("<img src='https://example.org/x.png' alt=''><p>x</p>", null)))
                .containsExactly("warn b01 resource", "warn b02 html", "warn b03 html");
        Block other = Block.of("b01", new Content.Prose("<p>x</p>")).with(new Audience(Set.of("ABC"), Set.of()));
        assertThat(of(stage, Document.titled("x".repeat(91), "en", List.of(other))))
                .containsExactly("warn null title", "warn b01 audience");
        assertThat(of(stage, words(92))).containsExactly("warn null null");
        assertThat(of(stage, words(104))).as("Gmail would cut it off").containsExactly("block null null");
    }

    /** Prose of some KB; the letter around it adds a few. */
    private static Content words(int kilobytes) {
        return new Content.Prose("<p>" + "Sixteen letters ".repeat(kilobytes * 1024 / 16 - 500) + "</p>");
    }
}
