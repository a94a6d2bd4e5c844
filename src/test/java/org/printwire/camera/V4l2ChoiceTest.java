package org.printwire.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.printwire.posix.SimulatedCamera;
import org.printwire.posix.VideoFormat;
import org.printwire.posix.VideoSize;

class V4l2ChoiceTest {
    /** What is offered, what is wanted (0 by 0: nothing), and what is chosen. */
    @ParameterizedTest
    @CsvSource({
        "YUYV 640x480 1280x720; MJPG 640x480 1280x720 1920x1080, 0, 0, , MJPG 1280x720",
        "YUYV 640x480 1600x1200 1280x960,                        0, 0, , YUYV 1600x1200",
        "GREY 640x480; YUYV 640x480,                             0, 0, , YUYV 640x480",
        "MJPG 3840x2160 1920x1080,                               0, 0, , MJPG 1920x1080",
        "YUYV 640x480; MJPG 640x480 1280x720,                    0, 0, YUYV, YUYV 640x480",
        "YUYV 640x480 1280x720; MJPG 640x480 1280x720,           640, 480, , MJPG 640x480",
        "YUYV 640x480 800x600; MJPG 640x480 1280x720,            800, 600, , YUYV 800x600",
        "MJPG 640x480 1280x720,                                  1200, 700, , MJPG 1280x720",
        "H264 1280x720; NV12 640x480,                            0, 0, , NV12 640x480",
        "MJPG,                                                   0, 0, , MJPG 1280x720",
        "MJPG,                                                   800, 600, , MJPG 800x600"
    })
    void the_choice(String offered, int width, int height, PixelFormat format, String chosen) {
        assertThat(V4l2Choice.of(formats(offered), wanted(width, height, format)))
                .map(choice -> choice.format() + " " + choice.width() + "x" + choice.height()).contains(chosen);
    }

    @Test
    void of_a_range_the_nearest_size_is_taken() {
        VideoSize range = new VideoSize(32, 2592, 16, 32, 1944, 2);
        List<VideoFormat> formats = List.of(SimulatedCamera.format("YUYV", range));

        assertThat(V4l2Choice.of(formats, wanted(0, 0, null))).contains(new V4l2Choice(PixelFormat.YUYV, 1280, 720));
        assertThat(V4l2Choice.of(formats, wanted(1001, 99999, null)))
                .contains(new V4l2Choice(PixelFormat.YUYV, 1000 / 16 * 16, 1944));
    }

    @Test
    void what_cannot_be_read_is_no_choice() {
        assertThat(V4l2Choice.of(formats("H264 640x480; BA81 640x480"), wanted(0, 0, null))).isEmpty();
        assertThat(V4l2Choice.of(formats("YUYV 640x480"), wanted(0, 0, PixelFormat.MJPG))).isEmpty();
        assertThat(V4l2Choice.of(List.of(), wanted(0, 0, null))).isEmpty();
    }

    private static V4l2Settings wanted(int width, int height, PixelFormat format) {
        return new V4l2Settings(null, width, height, format, Duration.ZERO, Map.of());
    }

    private static List<VideoFormat> formats(String text) {
        List<VideoFormat> formats = new ArrayList<>();
        for (String format : text.split("; ")) {
            String[] words = format.split(" ");
            VideoSize[] sizes = new VideoSize[words.length - 1];
            for (int i = 1; i < words.length; i++) {
                String[] size = words[i].split("x");
                sizes[i - 1] = VideoSize.of(Integer.parseInt(size[0]), Integer.parseInt(size[1]));
            }
            formats.add(SimulatedCamera.format(words[0], sizes));
        }
        return formats;
    }
}
