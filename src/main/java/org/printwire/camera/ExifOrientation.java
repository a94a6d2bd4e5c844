package org.printwire.camera;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/** How a camera says it was held: the tag Orientation in its Exif (Exif 2.32, 4.6.4 A; TIFF 6.0, section 2). */
final class ExifOrientation {

    private static final byte[] EXIF = "Exif\0\0".getBytes(US_ASCII);
    private static final int ORIENTATION = 0x0112;
    private static final int SHORT = 3;

    private ExifOrientation() {}

    /** Nothing said, or what cannot be read: upright. */
    static Orientation of(byte[] jpeg, List<JpegSegment> segments) {
        return segments.stream()
                .filter(segment -> segment.marker() == JpegSegment.APP1 && segment.size() > EXIF.length
                        && Arrays.equals(jpeg, segment.body(), segment.body() + EXIF.length, EXIF, 0, EXIF.length))
                .findFirst()
                .map(segment -> ByteBuffer.wrap(jpeg, segment.body() + EXIF.length, segment.size() - EXIF.length).slice())
                .map(tiff -> Orientation.ofExif(number(tiff)))
                .orElse(Orientation.NONE);
    }

    private static int number(ByteBuffer tiff) {
        try {
            tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int directory = tiff.getInt(4);
            int entries = tiff.getShort(directory) & 0xFFFF;
            for (int i = 0; i < entries; i++) {
                int entry = directory + 2 + i * 12;
                if ((tiff.getShort(entry) & 0xFFFF) == ORIENTATION && tiff.getShort(entry + 2) == SHORT) {
                    return tiff.getShort(entry + 8);
                }
            }
            return 1;
        } catch (IndexOutOfBoundsException e) {   // a place outside of it
            return 1;
        }
    }
}
