package org.printwire.camera;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JpegFitTest {

    @Test
    void a_jpeg_that_needs_nothing_passes_byte_for_byte() throws Exception {
        byte[] jpeg = image("jpg", 320, 200);

        assertThat(JpegFit.NONE.of(jpeg).bytes()).isSameAs(jpeg);
    }

    @ParameterizedTest
    @CsvSource({
        "1920, 1080,   0, 1640, 923",
        "1080, 1920,   0,  693, 1232",
        "1920, 1080,  90,  693, 1232",
        " 800,  600,  90,  600, 800",
        " 800,  600, 180,  800, 600",
        "1640, 1232,   0, 1640, 1232"})
    void a_picture_is_turned_truly_and_shrunk_into_the_box(int width, int height, int rotate, int wide, int high)
            throws Exception {
        Jpeg fitted = new JpegFit(rotate, false, false).of(image("jpg", width, height));

        assertThat(JpegHeader.of(fitted.bytes())).contains(new JpegHeader(wide, high));
    }

    @ParameterizedTest
    @CsvSource({"png", "bmp", "gif"})
    void another_format_becomes_jpeg(String format) throws Exception {
        Jpeg fitted = JpegFit.NONE.of(image(format, 64, 48));

        assertThat(JpegHeader.of(fitted.bytes())).contains(new JpegHeader(64, 48));
    }

    @Test
    void transparency_becomes_white() throws Exception {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(16, 16, BufferedImage.TYPE_INT_ARGB), "png", png);

        Pixels pixels = PictureCodec.decode(JpegFit.NONE.of(png.toByteArray()).bytes());

        assertThat(pixels.at(8, 8)).isEqualTo(0xFFFFFF);
    }

    @ParameterizedTest
    @CsvSource({"<html>404</html>", "''", "\u00ff\u00d8"})
    void what_is_not_an_image_is_refused(String text) {
        assertThatThrownBy(() -> JpegFit.NONE.of(text.getBytes(UTF_8)))
                .isInstanceOf(CameraException.class).hasMessageContaining("image");
    }

    @Test
    void a_jpeg_that_is_cut_short_is_refused_where_it_must_be_decoded() throws IOException {
        byte[] start = java.util.Arrays.copyOf(image("jpg", 320, 200), 120);

        assertThatThrownBy(() -> new JpegFit(90, false, false).of(start)).isInstanceOf(CameraException.class);
    }

    @Test
    void an_angle_between_is_refused() {
        assertThatThrownBy(() -> new JpegFit(45, false, false)).isInstanceOf(IllegalArgumentException.class);
    }

    static byte[] image(String format, int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }
}
