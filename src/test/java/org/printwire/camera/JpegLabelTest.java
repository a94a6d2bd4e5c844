package org.printwire.camera;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JpegLabelTest {

    private static final Instant TIME = Instant.parse("2026-11-25T10:42:07.9Z");

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin,     2026:11:25 11:42:07, +01:00",
        "America/St_Johns,  2026:11:25 07:12:07, -03:30",
        "UTC,               2026:11:25 10:42:07, +00:00"})
    void the_time_is_the_local_one_with_its_offset(String zone, String time, String offset) throws Exception {
        byte[] jpeg = put(JpegFitTest.image("jpg", 32, 20), ZoneId.of(zone));

        assertThat(exif(jpeg)).containsExactly(Map.entry(0x9000, "0232"), Map.entry(0x9003, time + "\0"),
                Map.entry(0x9011, offset + "\0"));
    }

    @Test
    void nothing_else_changes_in_a_plain_jpeg() throws Exception {
        byte[] jpeg = JpegFitTest.image("jpg", 32, 20);

        assertThat(unlabelled(put(jpeg, ZoneId.of("UTC")))).isEqualTo(jpeg);
    }

    @Test
    void a_second_label_replaces_the_first() throws Exception {
        byte[] once = put(JpegFitTest.image("jpg", 32, 20), ZoneId.of("UTC"));

        assertThat(put(once, ZoneId.of("UTC"))).isEqualTo(once);
    }

    @ParameterizedTest
    @CsvSource({
        "0xE0, JFXX, false",
        "0xE1, Exif, false",
        "0xE1, http://ns.adobe.com/xap/1.0/, false",
        "0xE2, MPF, false",
        "0xE2, ICC_PROFILE, true",
        "0xED, Photoshop 3.0, false",
        "0xEE, Adobe, true",
        "0xFE, taken at home, false"})
    void what_a_camera_says_goes_and_what_a_decoder_needs_stays(String marker, String name, boolean stays)
            throws Exception {
        byte[] jpeg = with(Integer.decode(marker), name + "\0somewhere", JpegFitTest.image("jpg", 32, 20));

        String labelled = new String(put(jpeg, ZoneId.of("UTC")), ISO_8859_1);

        assertThat(labelled.contains("somewhere")).isEqualTo(stays);
        assertThat(labelled).contains("JFIF").contains("2026:11:25");
    }

    @ParameterizedTest
    @CsvSource({
        "II, 6, 1", "MM, 6, 1", "MM, 3, 2", "MM, 8, 3", "MM, 1, 0", "MM, 0, 0", "MM, 77, 0", "MM, -1, 0"})
    void the_orientation_of_a_camera_is_read_in_either_byte_order(String order, int number, int quarters)
            throws Exception {
        byte[] jpeg = held(number, order, JpegFitTest.image("jpg", 32, 20));

        assertThat(ExifOrientation.of(jpeg, JpegSegment.of(jpeg))).isEqualTo(new Orientation(false, quarters));
    }

    @Property
    void an_exif_of_any_bytes_is_upright_or_read(@ForAll byte[] noise) throws Exception {
        byte[] some = noise.length > 60_000 ? new byte[0] : noise;
        byte[] jpeg = with(JpegSegment.APP1, "Exif\0\0" + new String(some, ISO_8859_1), JpegFitTest.image("jpg", 8, 8));

        assertThat(ExifOrientation.of(jpeg, JpegSegment.of(jpeg)).quarters()).isBetween(0, 3);
    }

    /** A camera's Exif with Orientation alone. */
    static byte[] held(int number, String order, byte[] jpeg) {
        String big = "MM\0*\0\0\0\10" + "\0\1" + "\1\22\0\3\0\0\0\1" + (char) (number >> 8 & 0xFF)
                + (char) (number & 0xFF) + "\0\0" + "\0\0\0\0";
        String little = "II*\0\10\0\0\0" + "\1\0" + "\22\1\3\0\1\0\0\0" + (char) (number & 0xFF)
                + (char) (number >> 8 & 0xFF) + "\0\0" + "\0\0\0\0";
        return with(JpegSegment.APP1, "Exif\0\0" + (order.equals("MM") ? big : little), jpeg);
    }

    static byte[] with(int marker, String body, byte[] jpeg) {
        int place = 2 + 2 + JpegSegment.two(jpeg, 4);   // after JFIF
        ByteBuffer whole = ByteBuffer.allocate(jpeg.length + 4 + body.length());
        whole.put(jpeg, 0, place).put((byte) 0xFF).put((byte) marker).putShort((short) (body.length() + 2));
        return whole.put(body.getBytes(ISO_8859_1)).put(jpeg, place, jpeg.length - place).array();
    }

    /** The same JPEG without APP1. */
    static byte[] unlabelled(byte[] jpeg) throws CameraException {
        ByteArrayOutputStream bare = new ByteArrayOutputStream();
        for (JpegSegment segment : JpegSegment.of(jpeg)) {
            if (segment.marker() != JpegSegment.APP1) {
                bare.write(jpeg, segment.start(), segment.end() - segment.start());
            }
        }
        return bare.toByteArray();
    }

    private static byte[] put(byte[] jpeg, ZoneId zone) throws CameraException {
        return JpegLabel.put(jpeg, JpegSegment.of(jpeg), TIME, zone).bytes();
    }

    /** The texts of the Exif directory that the one entry of the first directory leads to. */
    private static Map<Integer, String> exif(byte[] jpeg) throws CameraException {
        List<JpegSegment> app1 =
                JpegSegment.of(jpeg).stream().filter(segment -> segment.marker() == JpegSegment.APP1).toList();
        assertThat(app1).hasSize(1);
        ByteBuffer tiff = ByteBuffer.wrap(jpeg, app1.get(0).body() + 6, app1.get(0).size() - 6).slice();
        int first = tiff.getInt(4);
        assertThat((int) tiff.getShort(first)).isOne();
        assertThat(tiff.getShort(first + 2) & 0xFFFF).isEqualTo(0x8769);
        int directory = tiff.getInt(first + 10);
        Map<Integer, String> texts = new LinkedHashMap<>();
        for (int i = 0; i < tiff.getShort(directory); i++) {
            int entry = directory + 2 + i * 12;
            int count = tiff.getInt(entry + 4);
            byte[] text = new byte[count];
            tiff.get(count <= 4 ? entry + 8 : tiff.getInt(entry + 8), text);
            texts.put(tiff.getShort(entry) & 0xFFFF, new String(text, ISO_8859_1));
        }
        return texts;
    }
}
