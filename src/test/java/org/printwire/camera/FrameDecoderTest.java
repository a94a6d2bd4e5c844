package org.printwire.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameDecoderTest {

    /** Frame, layout, the greatest difference in levels. */
    @ParameterizedTest
    @CsvSource({
        "noise, YUYV, 0",
        "sweep, YUYV, 0",
        "noise, NV12, 0",
        "sweep, NV12, 0",
        "noise, RGB24, 0",
        "noise, GREY, 0",
        // the two inverse cosine transforms round differently
        "bars444, MJPG, 2",
        "bars422, MJPG, 3"})
    void every_pixel_is_that_of_ffmpeg(String name, PixelFormat format, int tolerance) throws Exception {
        Pixels decoded = FrameDecoder.decode(Vectors.frame(name, format));

        assertThat(Vectors.difference(decoded.rgb(), Vectors.byFfmpeg(name, format))).isLessThanOrEqualTo(tolerance);
    }

    @ParameterizedTest
    @CsvSource({"noise, YUYV", "noise, NV12", "noise, RGB24", "noise, GREY"})
    void what_stands_between_the_rows_is_not_looked_at(String name, PixelFormat format) throws Exception {
        RawFrame frame = Vectors.frame(name, format);
        int rows = frame.bytes().length / frame.stride();
        int stride = frame.stride() + 24;
        byte[] apart = new byte[rows * stride - 24];
        Arrays.fill(apart, (byte) 0xAA);
        for (int row = 0; row < rows; row++) {
            System.arraycopy(frame.bytes(), row * frame.stride(), apart, row * stride, frame.stride());
        }

        Pixels decoded = FrameDecoder.decode(new RawFrame(format, 64, 48, stride, apart));

        assertThat(decoded.rgb()).isEqualTo(FrameDecoder.decode(frame).rgb());
    }

    @ParameterizedTest
    @CsvSource({"YUYV, 6144", "NV12, 4608", "RGB24, 9216", "GREY, 3072"})
    void a_frame_that_broke_off_is_refused_with_its_figures(PixelFormat format, int wanted) {
        RawFrame whole = Vectors.frame("noise", format);
        RawFrame shorter = new RawFrame(format, 64, 48, whole.stride(), Arrays.copyOf(whole.bytes(), wanted - 1));

        assertThatThrownBy(() -> FrameDecoder.decode(shorter)).isInstanceOf(CameraException.class)
                .hasMessage("the frame broke off: %d of %d bytes of 64 x 48 pixels of %s", wanted - 1, wanted, format);
    }

    @ParameterizedTest
    @CsvSource({"0, 48", "64, 0", "-1, 48", "100000, 100000", "2147483647, 2147483647"})
    void a_size_that_makes_no_sense_is_refused(int width, int height) {
        assertThatThrownBy(() -> FrameDecoder.decode(new RawFrame(PixelFormat.GREY, width, height, 64, new byte[3072])))
                .isInstanceOf(CameraException.class)
                .hasMessage("a frame of %d x %d pixels makes no sense", width, height);
    }

    @ParameterizedTest
    @CsvSource({"YUYV, 127", "NV12, 63", "RGB24, 191", "GREY, 63", "GREY, 0", "GREY, -64"})
    void rows_that_are_too_short_are_refused(PixelFormat format, int stride) {
        assertThatThrownBy(() -> FrameDecoder.decode(new RawFrame(format, 64, 48, stride, new byte[100_000])))
                .isInstanceOf(CameraException.class)
                .hasMessage("the frame's rows have %d bytes, too few for 64 pixels of %s", stride, format);
    }

    /** An odd last column and row have a colour sample of their own. */
    @ParameterizedTest
    @CsvSource({"YUYV, 4, 4", "NV12, 2, 3"})
    void odd_sizes_end_with_a_pair_that_is_half_used(PixelFormat format, int stride, int rows) throws Exception {
        byte[] bytes = new byte[stride * rows];
        Arrays.fill(bytes, (byte) 128);

        Pixels decoded = FrameDecoder.decode(new RawFrame(format, 1, format == PixelFormat.NV12 ? 2 : 4, stride, bytes));

        assertThat(decoded.rgb()).containsOnly(0x828282);
    }

    @Property
    void no_bytes_make_anything_but_a_picture_or_a_refusal(@ForAll PixelFormat format, @ForAll byte[] bytes,
            @ForAll @IntRange(min = -2, max = 40) int width, @ForAll @IntRange(min = -2, max = 40) int height,
            @ForAll @IntRange(min = -4, max = 200) int stride) {
        try {
            Pixels decoded = FrameDecoder.decode(new RawFrame(format, width, height, stride, bytes));
            assertThat(decoded.rgb()).hasSize(decoded.width() * decoded.height());
        } catch (CameraException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    /** A camera's own frame with some bytes changed goes deeper than noise. */
    @Property(tries = 200)
    void no_damage_to_a_jpeg_makes_anything_but_a_picture_or_a_refusal(
            @ForAll @IntRange(max = 2_220) int length, @ForAll @IntRange(max = 2_219) int place, @ForAll byte value) {
        byte[] bytes = Vectors.frame("bars422", PixelFormat.MJPG).bytes().clone();
        bytes[place % bytes.length] = value;
        byte[] damaged = Arrays.copyOf(bytes, length % 5 == 0 ? length : bytes.length);
        try {
            Pixels decoded = FrameDecoder.decode(new RawFrame(PixelFormat.MJPG, 64, 48, 0, damaged));
            assertThat(decoded.rgb()).hasSize(decoded.width() * decoded.height());
        } catch (CameraException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }
}
