package org.printwire.timelapse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.printwire.camera.Jpeg.Size;

class EncoderTest {

    /** From ffmpeg 5.1 of Debian 12. */
    private static final String LISTED = """
            Encoders:
             V..... = Video
             ------
             V....D libx264              libx264 H.264 / AVC / MPEG-4 AVC / MPEG-4 part 10 (codec h264)
             V....D libx264rgb           libx264 H.264 / AVC / MPEG-4 AVC / MPEG-4 part 10 RGB (codec h264)
             V..... h264_v4l2m2m         V4L2 mem2mem H.264 encoder wrapper (codec h264)
            """;

    @Test
    void the_chip_comes_first_where_there_is_one() {
        assertThat(Encoder.of(LISTED, true)).containsExactly(Encoder.V4L2, Encoder.X264);
        assertThat(Encoder.of(LISTED, false)).containsExactly(Encoder.X264);
    }

    @Test
    void an_ffmpeg_without_h264_has_none() {
        assertThat(Encoder.of("V....D libx264rgb  libx264 RGB\nV..... mpeg4  MPEG-4", true)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"V4L2, 1640, 1232, 1436, 1080", "V4L2, 1920, 1080, 1920, 1080", "X264, 1640, 1232, 1640, 1232", "X264, 641, 481, 640, 480",
        "X264, 1, 1, 2, 2"})
    void the_film_has_even_sides_and_the_pictures_shape(Encoder encoder, int width, int height, int toWidth, int toHeight) {
        Size size = encoder.fit(new Size(width, height));

        assertThat(size.width()).isBetween(toWidth, toWidth + 2);
        assertThat(size.height()).isEqualTo(toHeight);
        assertThat(size.width() % 2 + size.height() % 2).isZero();
    }

    @Test
    void it_runs_with_the_lowest_priority() {
        assertThat(Encoder.X264.command(25, new Size(640, 480), "f")).startsWith("nice", "-n", "19", "ffmpeg")
                .containsSequence("-framerate", "25", "-i", "pipe:0").endsWith("f");
    }
}
