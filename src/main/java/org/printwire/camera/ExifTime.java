package org.printwire.camera;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * An Exif that tells when a picture was taken and nothing else: DateTimeOriginal and OffsetTimeOriginal (Exif 2.32,
 * 4.6.5 F), to the second.
 */
final class ExifTime {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("xxx", Locale.ROOT);
    private static final short LONG = 4;
    private static final short ASCII = 2;
    private static final short UNDEFINED = 7;

    /** From the beginning of the TIFF header: its own 8 bytes, then a directory of one entry. */
    private static final int EXIF_DIRECTORY = 8 + 2 + 12 + 4;
    private static final int TIME = EXIF_DIRECTORY + 2 + 3 * 12 + 4;
    private static final int TIME_LENGTH = 20;
    private static final int OFFSET_LENGTH = 7;
    private static final int END = TIME + TIME_LENGTH + OFFSET_LENGTH;

    private ExifTime() {}

    /** A part APP1 with its marker and length. */
    static byte[] segment(Instant time, ZoneId zone) {
        ZonedDateTime local = time.atZone(zone);
        int length = 2 + 6 + END;
        ByteBuffer segment = ByteBuffer.allocate(2 + length);
        segment.put((byte) 0xFF).put((byte) JpegSegment.APP1).putShort((short) length);
        segment.put("Exif\0\0MM\0*".getBytes(US_ASCII)).putInt(8);
        segment.putShort((short) 1);
        entry(segment, 0x8769, LONG, 1).putInt(EXIF_DIRECTORY);
        segment.putInt(0);
        segment.putShort((short) 3);
        entry(segment, 0x9000, UNDEFINED, 4).put("0232".getBytes(US_ASCII));
        entry(segment, 0x9003, ASCII, TIME_LENGTH).putInt(TIME);
        entry(segment, 0x9011, ASCII, OFFSET_LENGTH).putInt(TIME + TIME_LENGTH);
        segment.putInt(0);
        segment.put((LOCAL.format(local) + "\0" + OFFSET.format(local) + "\0").getBytes(US_ASCII));
        return segment.array();
    }

    private static ByteBuffer entry(ByteBuffer segment, int tag, short type, int count) {
        return segment.putShort((short) tag).putShort(type).putInt(count);
    }
}
