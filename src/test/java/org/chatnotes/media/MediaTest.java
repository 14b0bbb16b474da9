package org.chatnotes.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.Response;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import org.chatnotes.db.Database;
import org.chatnotes.db.EachEngine;
import org.chatnotes.problem.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MediaTest {
    /** One pixel each, as lossy, lossless and extended WebP. */
    private static final String WEBP = "UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAwA0JaQAA3AA/vuUAAA=";

    private static final String WEBP_LOSSLESS = "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==";

    private static byte[] draw(String format, int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }

    @EachEngine
    void keepsTheSameBytesOnce(Database database) throws IOException {
        Media media = new Media(database, Clock.systemUTC());
        byte[] bytes = draw("png", 30, 20);
        Picture first = media.store(bytes, "C:\\My Pictures\\Café über alles!.PNG", null, false);
        Picture again = media.store(bytes, "other.png", "A café", false);
        assertThat(first.name()).isEqualTo("cafe-uber-alles.png");
        assertThat(first.described()).isFalse();
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.alt()).isEqualTo("A café");
        assertThat(again.described()).isTrue();
        assertThat(media.bytes(first.id())).isEqualTo(bytes);
        assertThat(media.describe(first.id(), "  ", true).alt()).isNull();
        assertThat(media.before(Long.MAX_VALUE, 10)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif"})
    void readsTypeAndSizeFromTheBytes(String format) throws IOException {
        byte[] bytes = draw(format, 321, 45);
        PictureKind kind = PictureKind.of(bytes).orElseThrow();
        assertThat(kind.extension()).isEqualTo(format);
        assertThat(PictureSize.of(kind, bytes)).contains(new PictureSize(321, 45));
    }

    @ParameterizedTest
    @ValueSource(strings = {WEBP, WEBP_LOSSLESS})
    void readsWebp(String base64) {
        byte[] bytes = Base64.getDecoder().decode(base64);
        assertThat(PictureKind.of(bytes)).contains(PictureKind.WEBP);
        assertThat(PictureSize.of(PictureKind.WEBP, bytes)).contains(new PictureSize(1, 1));
    }

    @EachEngine
    void servesAPictureForEverUnderItsName(Database database) throws IOException {
        Media media = new Media(database, Clock.systemUTC());
        Picture picture = media.store(draw("png", 3, 2), "a.png", null, true);
        MediaPages pages = new MediaPages(media);
        try (Response answer = pages.get(picture.id(), "a.png", null);
                Response again = pages.get(picture.id(), "a.png", answer.getHeaderString("ETag"))) {
            assertThat(answer.getMediaType()).hasToString("image/png");
            assertThat(answer.getHeaderString("Cache-Control")).contains("immutable");
            assertThat(again.getStatus()).isEqualTo(304);
        }
        assertThatThrownBy(() -> pages.get(picture.id(), "b.png", null)).isInstanceOf(Problem.class);
    }

    @EachEngine
    void refusesWhatIsNoPicture(Database database) throws IOException {
        Media media = new Media(database, Clock.systemUTC());
        assertThatThrownBy(() -> media.store("<svg onload=alert(1)>".getBytes("UTF-8"), "x.png", null, false))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("PNG, JPEG, GIF or WebP");
        assertThatThrownBy(() -> media.store(HexFormat.of().parseHex("ffd8ffe00010"), "x.jpg", null, false))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("broken");
        assertThatThrownBy(() -> media.store(new byte[Media.LIMIT + 1], "big.png", null, false))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("larger than 5 MB");
    }
}
