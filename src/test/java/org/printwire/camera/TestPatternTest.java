package org.printwire.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class TestPatternTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void is_a_jpeg_of_640_by_480() throws Exception {
        Jpeg jpeg = new TestPattern("test").capture(new Caption(NOON, "cube.gcode", 42), Duration.ofSeconds(5));

        BufferedImage image = ImageIO.read(new ByteArrayInputStream(jpeg.bytes()));
        assertThat(image.getWidth()).isEqualTo(640);
        assertThat(image.getHeight()).isEqualTo(480);
        assertThat(image.getRGB(40, 100) & 0xFF).as("the first bar is white").isGreaterThan(240);
    }

    @Test
    void time_job_and_percent_are_drawn() {
        int[] picture = TestPattern.draw(new Caption(NOON, "cube.gcode", 42)).rgb();

        assertThat(Arrays.equals(picture, TestPattern.draw(new Caption(NOON, "cube.gcode", 42)).rgb())).isTrue();
        assertThat(Arrays.equals(picture, TestPattern.draw(new Caption(NOON.plusSeconds(1), "cube.gcode", 42)).rgb()))
                .isFalse();
        assertThat(Arrays.equals(picture, TestPattern.draw(new Caption(NOON, "tube.gcode", 42)).rgb())).isFalse();
        assertThat(Arrays.equals(picture, TestPattern.draw(new Caption(NOON, "cube.gcode", 43)).rgb())).isFalse();
    }

    @Test
    void a_name_of_any_length_and_script_is_drawn() {
        TestPattern.draw(new Caption(NOON, "Größe 立方体 ".repeat(50), 142));
        TestPattern.draw(new Caption(NOON, null, -1));
    }
}
