package org.printwire.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StillMemoryTest {

    /** Its pixels alone would take 37 MB as bytes and 49 MB as numbers. */
    @ParameterizedTest
    @ValueSource(ints = {0, 90})
    void a_still_of_12_million_pixels_needs_no_more_than_32_mb_of_heap(int rotate, @TempDir Path directory)
            throws Exception {
        Path still = directory.resolve("still.jpg");
        BufferedImage image = new BufferedImage(4056, 3040, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D drawing = image.createGraphics();
        drawing.setPaint(new GradientPaint(0, 0, Color.ORANGE, 4056, 3040, Color.BLUE));
        drawing.fillRect(0, 0, 4056, 3040);
        drawing.dispose();
        ImageIO.write(image, "jpg", still.toFile());
        File said = directory.resolve("said").toFile();

        Process process = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx32m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true",
                "-cp", System.getProperty("java.class.path"), StillMemory.class.getName(), still.toString(),
                Integer.toString(rotate))).redirectErrorStream(true).redirectOutput(said).start();

        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(said).content().startsWith("JpegHeader[width=" + (rotate == 0 ? 1640 : 923));
        assertThat(process.exitValue()).isZero();
    }
}
