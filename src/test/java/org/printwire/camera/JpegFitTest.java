package org.printwire.camera;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.printwire.config.CaptionPart;
import org.printwire.config.CropSection;
import org.printwire.config.CropSection.Extent;
import org.printwire.config.PictureSection;

class JpegFitTest {

    private static final Caption CAPTION = new Caption(Instant.parse("2026-11-25T10:42:07Z"), "cube.gcode", 42);

    @Test
    void a_jpeg_that_needs_nothing_keeps_all_but_its_label_byte_for_byte() throws Exception {
        byte[] jpeg = image("jpg", 320, 200);

        byte[] fitted = JpegFit.NONE.of(jpeg, CAPTION).bytes();

        assertThat(JpegLabelTest.unlabelled(fitted)).isEqualTo(jpeg);
        assertThat(new String(fitted, UTF_8)).contains("2026:11:25 10:42:07");
    }

    @Test
    void a_frame_of_mjpeg_gets_its_tables_and_keeps_the_rest() throws Exception {
        RawFrame frame = Vectors.frame("bars422", PixelFormat.MJPG);

        byte[] fitted = JpegFit.NONE.of(frame, CAPTION).bytes();

        assertThat(Vectors.difference(PictureCodec.decode(fitted).rgb(), Vectors.byFfmpeg("bars422", PixelFormat.MJPG)))
                .isLessThanOrEqualTo(3);
        assertThat(fitted.length).isLessThan(frame.bytes().length + 600);
    }

    @ParameterizedTest
    @CsvSource({"YUYV", "NV12", "RGB24", "GREY"})
    void a_frame_of_pixels_becomes_jpeg(PixelFormat format) throws Exception {
        Jpeg fitted = fit(Orientation.of(false, false, 90)).of(Vectors.frame("noise", format), CAPTION);

        assertThat(JpegHeader.of(fitted.bytes())).contains(new JpegHeader(48, 64));
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
        Jpeg fitted = fit(Orientation.of(false, false, rotate)).of(image("jpg", width, height), CAPTION);

        assertThat(JpegHeader.of(fitted.bytes())).contains(new JpegHeader(wide, high));
    }

    @ParameterizedTest
    @CsvSource({"1, 320, 200", "3, 320, 200", "6, 200, 320", "8, 200, 320"})
    void how_the_camera_was_held_counts_first(int number, int wide, int high) throws Exception {
        byte[] held = JpegLabelTest.held(number, "MM", image("jpg", 320, 200));

        assertThat(JpegHeader.of(JpegFit.NONE.of(held, CAPTION).bytes())).contains(new JpegHeader(wide, high));
        assertThat(JpegHeader.of(fit(Orientation.of(false, false, 90)).of(held, CAPTION).bytes()))
                .contains(new JpegHeader(high, wide));
    }

    /** Red, green / blue, white, 160 x 100 each. */
    @ParameterizedTest
    @CsvSource({
        "  0,  0%,  0%, 50%, 50%, 160, 100, FF0000",
        "  0, 160,   0,    ,    , 160, 200, 00FF00",
        "  0, 50%, 100, 160, 100, 160, 100, FFFFFF",
        "  0, 200, 120, 900, 900, 120,  80, FFFFFF",
        " 90,   0,   0, 50%, 50%, 100, 160, 0000FF",
        "180,   0,   0, 160, 100, 160, 100, FFFFFF",
        "270,   0,   0, 50%, 50%, 100, 160, 00FF00"})
    void a_crop_counts_in_the_upright_picture(int rotate, String left, String top, String width, String height,
            int wide, int high, String color) throws Exception {
        Pixels quarters = new Pixels(320, 200);
        quarters.fill(0, 0, 160, 100, 0xFF0000);
        quarters.fill(160, 0, 160, 100, 0x00FF00);
        quarters.fill(0, 100, 160, 100, 0x0000FF);
        quarters.fill(160, 100, 160, 100, 0xFFFFFF);
        CropSection crop = new CropSection(extent(left), extent(top), extent(width), extent(height));

        byte[] fitted = new JpegFit(Orientation.of(false, false, rotate),
                new PictureSection(crop, 1640, 1232, 90, List.of()), ZoneId.of("UTC"))
                .of(PictureCodec.encode(quarters, 100).bytes(), CAPTION).bytes();

        assertThat(JpegHeader.of(fitted)).contains(new JpegHeader(wide, high));
        Pixels decoded = PictureCodec.decode(fitted);
        assertThat(Vectors.difference(new int[] {decoded.at(5, 5)}, new int[] {Integer.parseInt(color, 16)}))
                .isLessThan(12);
    }

    @Test
    void a_crop_that_leaves_nothing_is_refused_with_the_size() {
        CropSection crop = new CropSection(new Extent(320, false), new Extent(0, false), null, null);
        JpegFit fit = new JpegFit(Orientation.NONE, new PictureSection(crop, 1640, 1232, 75, List.of()), ZoneId.of("UTC"));

        assertThatThrownBy(() -> fit.of(image("jpg", 320, 200), CAPTION)).isInstanceOf(CameraException.class)
                .hasMessage("the crop leaves nothing of its picture of 320 x 200 pixels; make it larger, or write percents");
    }

    @Test
    void a_caption_is_drawn_when_the_picture_has_its_last_size() throws Exception {
        JpegFit fit = new JpegFit(Orientation.of(false, false, 90),
                new PictureSection(null, 640, 480, 75, List.of(CaptionPart.FILE)), ZoneId.of("UTC"));
        Pixels white = new Pixels(800, 600);
        white.fill(0, 0, 800, 600, 0xFFFFFF);

        Pixels captioned = PictureCodec.decode(fit.of(white, CAPTION).bytes());

        assertThat(captioned.width()).isEqualTo(360);
        assertThat(captioned.at(300, 478) & 0xFF).as("the bar").isLessThan(0x40);
        assertThat(captioned.at(300, 400) & 0xFF).as("the picture").isGreaterThan(0xF0);
    }

    @Test
    void a_lower_quality_makes_a_smaller_file() throws Exception {
        byte[] noise = JpegRowsTest.jpeg(320, 200, "RGB", false);

        assertThat(quality(30).of(PictureCodec.decode(noise), CAPTION).bytes().length)
                .isLessThan(quality(90).of(PictureCodec.decode(noise), CAPTION).bytes().length / 2);
    }

    @ParameterizedTest
    @CsvSource({"png", "bmp", "gif"})
    void another_format_becomes_jpeg(String format) throws Exception {
        Jpeg fitted = JpegFit.NONE.of(image(format, 64, 48), CAPTION);

        assertThat(JpegHeader.of(fitted.bytes())).contains(new JpegHeader(64, 48));
    }

    @Test
    void transparency_becomes_white() throws Exception {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(16, 16, BufferedImage.TYPE_INT_ARGB), "png", png);

        Pixels pixels = PictureCodec.decode(JpegFit.NONE.of(png.toByteArray(), CAPTION).bytes());

        assertThat(pixels.at(8, 8)).isEqualTo(0xFFFFFF);
    }

    @ParameterizedTest
    @CsvSource({"<html>404</html>", "''", "\u00ff\u00d8"})
    void what_is_not_an_image_is_refused(String text) {
        assertThatThrownBy(() -> JpegFit.NONE.of(text.getBytes(UTF_8), CAPTION))
                .isInstanceOf(CameraException.class).hasMessageContaining("image");
    }

    @Test
    void a_jpeg_that_breaks_off_is_refused_decoded_or_not() throws IOException {
        byte[] start = Arrays.copyOf(image("jpg", 320, 200), 900);

        assertThatThrownBy(() -> JpegFit.NONE.of(start, CAPTION))
                .isInstanceOf(CameraException.class).hasMessage("the JPEG image breaks off after 900 bytes");
        assertThatThrownBy(() -> fit(Orientation.of(false, false, 90)).of(start, CAPTION))
                .isInstanceOf(CameraException.class).hasMessage("the JPEG image breaks off after 900 bytes");
    }

    static byte[] image(String format, int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }

    private static JpegFit fit(Orientation orientation) {
        return new JpegFit(orientation, PictureSection.DEFAULTS, ZoneId.of("UTC"));
    }

    private static JpegFit quality(int quality) {
        return new JpegFit(Orientation.NONE, new PictureSection(null, 1640, 1232, quality, List.of()), ZoneId.of("UTC"));
    }

    private static Extent extent(String text) {
        return text == null ? null : text.endsWith("%")
                ? new Extent(Double.parseDouble(text.replace("%", "")), true)
                : new Extent(Double.parseDouble(text), false);
    }
}
