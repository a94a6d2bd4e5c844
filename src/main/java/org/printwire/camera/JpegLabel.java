package org.printwire.camera;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;

/**
 * Replaces what a JPEG says about itself by the time it was taken. Out go Exif, XMP and IPTC with the place, the maker
 * and the numbers of the device, small pictures of the uncropped whole, and comments. What a decoder needs stays to the
 * byte: JFIF, the colour profile, Adobe's mark of the colour model, tables, the picture's data.
 */
final class JpegLabel {

    private static final int APP2 = 0xE2;
    private static final int APP14 = 0xEE;
    private static final int APP15 = 0xEF;
    private static final int COMMENT = 0xFE;

    private JpegLabel() {}

    /** @param segments those of {@code jpeg} */
    static Jpeg put(byte[] jpeg, List<JpegSegment> segments, Instant time, ZoneId zone) {
        ByteArrayOutputStream labelled = new ByteArrayOutputStream(jpeg.length + 128);
        int jfif = segments.get(1).marker() == JpegSegment.APP0 ? 1 : 0;   // it must be the first
        for (int i = 0; i < segments.size(); i++) {
            JpegSegment segment = segments.get(i);
            if (i <= jfif || stays(jpeg, segment)) {
                labelled.write(jpeg, segment.start(), segment.end() - segment.start());
            }
            if (i == jfif) {
                labelled.writeBytes(ExifTime.segment(time, zone));
            }
        }
        return new Jpeg(labelled.toByteArray());
    }

    private static boolean stays(byte[] jpeg, JpegSegment segment) {
        return switch (segment.marker()) {
            case COMMENT -> false;
            case APP2 -> begins(jpeg, segment, "ICC_PROFILE\0");
            case APP14 -> begins(jpeg, segment, "Adobe");
            default -> segment.marker() < JpegSegment.APP0 || segment.marker() > APP15;
        };
    }

    private static boolean begins(byte[] jpeg, JpegSegment segment, String word) {
        byte[] wanted = word.getBytes(US_ASCII);
        return segment.size() >= wanted.length && Arrays.equals(
                jpeg, segment.body(), segment.body() + wanted.length, wanted, 0, wanted.length);
    }
}
