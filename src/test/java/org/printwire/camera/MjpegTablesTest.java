package org.printwire.camera;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import javax.imageio.plugins.jpeg.JPEGHuffmanTable;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class MjpegTablesTest {

    private static final byte[] BARE = Vectors.frame("bars422", PixelFormat.MJPG).bytes();

    @Test
    void the_tables_are_those_of_the_standard() throws Exception {
        byte[] whole = MjpegTables.added(BARE);
        JpegSegment tables = only(whole, JpegSegment.DHT);

        int place = tables.body();
        for (var standard : List.of(JPEGHuffmanTable.StdDCLuminance, JPEGHuffmanTable.StdACLuminance,
                JPEGHuffmanTable.StdDCChrominance, JPEGHuffmanTable.StdACChrominance)) {
            place++;
            for (short length : standard.getLengths()) {
                assertThat(JpegSegment.at(whole, place++)).isEqualTo(length);
            }
            for (short value : standard.getValues()) {
                assertThat(JpegSegment.at(whole, place++)).isEqualTo(value);
            }
        }
        assertThat(place).isEqualTo(tables.end());
    }

    @Test
    void they_stand_before_the_scan_and_nothing_else_changes() throws Exception {
        byte[] whole = MjpegTables.added(BARE);
        JpegSegment tables = only(whole, JpegSegment.DHT);

        assertThat(only(whole, JpegSegment.SOS).start()).isEqualTo(tables.end());
        ByteArrayOutputStream without = new ByteArrayOutputStream();
        without.write(whole, 0, tables.start());
        without.write(whole, tables.end(), whole.length - tables.end());
        assertThat(without.toByteArray()).isEqualTo(BARE);
    }

    @Test
    void a_complete_frame_is_left_as_it_is() throws Exception {
        byte[] jpeg = JpegFitTest.image("jpg", 32, 20);

        assertThat(MjpegTables.added(jpeg)).isSameAs(jpeg);
    }

    @Test
    void zeros_and_another_frame_behind_the_end_are_cut_off() throws Exception {
        byte[] whole = MjpegTables.added(BARE);

        assertThat(MjpegTables.added(Arrays.copyOf(BARE, BARE.length + 500))).isEqualTo(whole);
        assertThat(MjpegTables.added(twice(BARE))).isEqualTo(whole);
        assertThat(MjpegTables.added(twice(whole))).isEqualTo(whole);
    }

    @Test
    void a_frame_that_broke_off_is_told() {
        assertThat(refusal(Arrays.copyOf(BARE, 1_000))).isEqualTo("the JPEG image breaks off after 1000 bytes");
        assertThat(refusal(Arrays.copyOf(BARE, 100))).isEqualTo("the JPEG image breaks off after 100 bytes");
        assertThat(refusal(Arrays.copyOf(Arrays.copyOf(BARE, 1_000), 2_000)))
                .as("padded with zeros").isEqualTo("the JPEG image breaks off after 2000 bytes");
    }

    @Test
    void a_frame_in_which_another_begins_is_told() throws Exception {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write(BARE, 0, 1_000);
        both.write(BARE);

        assertThat(refusal(both.toByteArray()))
                .isEqualTo("the JPEG image breaks off after 1000 bytes: another one begins");
    }

    @Test
    void what_is_no_frame_is_told() {
        assertThat(refusal(new byte[0])).isEqualTo("what came is not an image: it is empty");
        assertThat(refusal("<html>404</html>".getBytes(US_ASCII))).isEqualTo("what came is not an image in JPEG");
        assertThat(refusal(new byte[] {0, 0, 0, 0})).isEqualTo("what came is not an image in JPEG");
        assertThat(refusal("ÿØÿÙ".getBytes(ISO_8859_1)))
                .isEqualTo("the JPEG image breaks off after 2 bytes: it ends without a picture");
        assertThat(refusal("ÿØhello".getBytes(ISO_8859_1)))
                .isEqualTo("the JPEG image is damaged: no marker of a part at byte 2");
        assertThat(refusal("ÿØÿà\0\1".getBytes(ISO_8859_1)))
                .isEqualTo("the JPEG image is damaged: a part of 1 bytes at byte 2");
        assertThat(refusal("ÿØÿÚ\0\2abcÿÙ".getBytes(ISO_8859_1)))
                .isEqualTo("the JPEG image is damaged: it does not say its size");
    }

    @Test
    void a_file_of_nothing_but_small_parts_is_told_before_it_fills_the_memory() {
        assertThat(refusal(("ÿØ" + "ÿà\0\2".repeat(100_000)).getBytes(ISO_8859_1)))
                .isEqualTo("the JPEG image is damaged: more than 1000 parts");
    }

    @Property
    void no_bytes_make_anything_but_a_frame_or_a_refusal(@ForAll byte[] noise) {
        byte[] bytes = new byte[noise.length + 2];
        System.arraycopy(noise, 0, bytes, 2, noise.length);
        bytes[0] = (byte) 0xFF;
        bytes[1] = (byte) JpegSegment.SOI;

        assertThat(isFrameOrRefused(noise)).isTrue();
        assertThat(isFrameOrRefused(bytes)).isTrue();
    }

    private static boolean isFrameOrRefused(byte[] bytes) {
        try {
            return MjpegFrame.check(MjpegTables.added(bytes)).isEmpty();
        } catch (CameraException e) {
            return MjpegFrame.check(bytes).isPresent();
        }
    }

    private static String refusal(byte[] bytes) {
        String reason = MjpegFrame.check(bytes).orElseThrow();
        assertThatThrownBy(() -> MjpegTables.added(bytes)).isInstanceOf(CameraException.class).hasMessage(reason);
        return reason;
    }

    private static JpegSegment only(byte[] jpeg, int marker) throws CameraException {
        List<JpegSegment> found =
                JpegSegment.of(jpeg).stream().filter(segment -> segment.marker() == marker).toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static byte[] twice(byte[] frame) {
        byte[] both = Arrays.copyOf(frame, frame.length * 2);
        System.arraycopy(frame, 0, both, frame.length, frame.length);
        return both;
    }
}
