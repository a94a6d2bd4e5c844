package org.printwire.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JpegRowsTest {

    @ParameterizedTest
    @CsvSource({
        "317, 201, RGB, false", "16, 16, RGB, false", "1, 1, RGB, false", "320, 200, RGB, true",
        "317, 201, GRAY, false", "317, 201, GRAY, true"})
    void the_rows_are_those_of_the_picture_decoded_at_once(int width, int height, String colors, boolean progressive)
            throws Exception {
        byte[] jpeg = jpeg(width, height, colors, progressive);
        BufferedImage whole = ImageIO.read(new ByteArrayInputStream(jpeg));

        Pixels rows = PictureCodec.source(jpeg).whole();

        int[] expected = whole.getRGB(0, 0, width, height, null, 0, width);
        if (colors.equals("GRAY")) {   // getRGB takes grey for linear light and brightens it
            whole.getRaster().getPixels(0, 0, width, height, expected);
            Arrays.setAll(expected, i -> expected[i] * 0x010101);
        }
        assertThat(Vectors.difference(rows.rgb(), Arrays.stream(expected).map(argb -> argb & 0xFFFFFF).toArray()))
                .isZero();
    }

    @Test
    void a_picture_whose_data_ends_too_early_is_refused() throws IOException {
        byte[] whole = jpeg(320, 200, "RGB", false);
        byte[] damaged = Arrays.copyOf(whole, whole.length / 2);
        damaged[damaged.length - 2] = (byte) 0xFF;
        damaged[damaged.length - 1] = (byte) JpegSegment.EOI;

        assertThat(MjpegFrame.check(damaged)).as("its parts are all there").isEmpty();
        assertThatThrownBy(() -> PictureCodec.decode(damaged)).isInstanceOf(CameraException.class)
                .hasMessageStartingWith("the JPEG image is damaged: ");
    }

    static byte[] jpeg(int width, int height, String colors, boolean progressive) throws IOException {
        BufferedImage image = new BufferedImage(
                width, height, colors.equals("GRAY") ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB);
        Random random = new Random(6);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, (x * 255 / width) << 16 | (y * 255 / height) << 8 | random.nextInt(64));
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
