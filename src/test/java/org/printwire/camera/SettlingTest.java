package org.printwire.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SettlingTest {
    private static final long FRAME = 33_000_000L;

    @Test
    void a_steady_camera_gives_its_third_frame() {
        assertThat(framesUntil(FRAME, each -> frame(PixelFormat.YUYV, 120))).isEqualTo(3);
        assertThat(framesUntil(FRAME, each -> jpeg(50_000))).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(value = PixelFormat.class, names = {"YUYV", "NV12", "RGB24", "GREY"})
    void one_that_brightens_is_waited_for(PixelFormat format) {
        assertThat(framesUntil(FRAME, each -> frame(format, Math.min(10 + 20 * each, 130)))).isEqualTo(9);
    }

    @Test
    void of_jpeg_the_length_tells() {
        assertThat(framesUntil(FRAME, each -> jpeg(Math.min(5_000 + 9_000 * each, 50_000)))).isEqualTo(8);
    }

    @ParameterizedTest
    @CsvSource({"33000000, 20", "200000000, 10", "3000000000, 1"})
    void a_flickering_light_has_its_picture_after_twenty_frames_or_two_seconds(long nanos, int frames) {
        assertThat(framesUntil(nanos, each -> frame(PixelFormat.YUYV, each % 2 * 100))).isEqualTo(frames);
    }

    @Test
    void colour_does_not_count_as_light() {
        assertThat(framesUntil(FRAME, each -> {
            RawFrame frame = frame(PixelFormat.YUYV, 100);
            for (int i = 1; i < frame.bytes().length; i += 2) {
                frame.bytes()[i] = (byte) (each * 60);
            }
            return frame;
        })).isEqualTo(3);
    }

    @Test
    void an_empty_frame_is_no_mishap() {
        assertThat(framesUntil(FRAME, each -> new RawFrame(PixelFormat.YUYV, 640, 480, 1280, new byte[0]))).isEqualTo(3);
    }

    private static int framesUntil(long frameNanos, IntFunction<RawFrame> frames) {
        Settling settling = new Settling(0);
        int count = 1;
        while (!settling.settled(frames.apply(count - 1), count * frameNanos)) {
            count++;
        }
        return count;
    }

    private static RawFrame frame(PixelFormat format, int brightness) {
        byte[] bytes = new byte[640 * 480 * 2];
        Arrays.fill(bytes, (byte) brightness);
        return new RawFrame(format, 640, 480, 1280, bytes);
    }

    private static RawFrame jpeg(int length) {
        return new RawFrame(PixelFormat.MJPG, 640, 480, 0, new byte[length]);
    }
}
