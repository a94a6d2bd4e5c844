package org.printwire.camera;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * The Huffman tables that cameras leave out of MJPEG (as AVI does: they are always those of ISO 10918-1, annex K.3.3),
 * and without which no decoder of still pictures shows the frame.
 */
final class MjpegTables {

    private static final int SOF0 = 0xC0;
    private static final int SOF1 = 0xC1;

    /** For each table: its class and number, how many codes have 1, 2, ... 16 bits, the values in the codes' order. */
    private static final String[] TABLES = {
        "00" + "00010501010101010100000000000000" + "000102030405060708090A0B",
        "10" + "0002010303020403050504040000017D"
            + "0102030004110512213141061351610722711432" + "8191A1082342B1C11552D1F02433627282090A16"
            + "1718191A25262728292A3435363738393A434445" + "464748494A535455565758595A63646566676869"
            + "6A737475767778797A838485868788898A929394" + "95969798999AA2A3A4A5A6A7A8A9AAB2B3B4B5B6"
            + "B7B8B9BAC2C3C4C5C6C7C8C9CAD2D3D4D5D6D7D8" + "D9DAE1E2E3E4E5E6E7E8E9EAF1F2F3F4F5F6F7F8"
            + "F9FA",
        "01" + "00030101010101010101010000000000" + "000102030405060708090A0B",
        "11" + "00020102040403040705040400010277"
            + "0001020311040521310612415107617113223281" + "08144291A1B1C109233352F0156272D10A162434"
            + "E125F11718191A262728292A35363738393A4344" + "45464748494A535455565758595A636465666768"
            + "696A737475767778797A82838485868788898A92" + "939495969798999AA2A3A4A5A6A7A8A9AAB2B3B4"
            + "B5B6B7B8B9BAC2C3C4C5C6C7C8C9CAD2D3D4D5D6" + "D7D8D9DAE2E3E4E5E6E7E8E9EAF2F3F4F5F6F7F8"
            + "F9FA"};
    private static final byte[] DHT = segment();

    private MjpegTables() {}

    /**
     * The frame as a JPEG that every decoder shows: the tables put in where it has none, what stands behind its end cut
     * off. A frame that needs neither is returned as it is, the same array.
     *
     * @throws CameraException the bytes do not begin with a whole frame; the message says why
     */
    static byte[] added(byte[] bytes) throws CameraException {
        MjpegFrame frame = MjpegFrame.of(bytes);
        boolean lacking = !frame.tables() && frame.segments().stream()
                .anyMatch(segment -> segment.marker() == SOF0 || segment.marker() == SOF1);
        if (!lacking) {
            return frame.length() == bytes.length ? bytes : Arrays.copyOf(bytes, frame.length());
        }
        int scan = frame.segments().stream().filter(segment -> segment.marker() == JpegSegment.SOS)
                .findFirst().orElseThrow().start();
        byte[] whole = new byte[frame.length() + DHT.length];
        System.arraycopy(bytes, 0, whole, 0, scan);
        System.arraycopy(DHT, 0, whole, scan, DHT.length);
        System.arraycopy(bytes, scan, whole, scan + DHT.length, frame.length() - scan);
        return whole;
    }

    private static byte[] segment() {
        byte[] tables = HexFormat.of().parseHex(String.join("", TABLES));
        byte[] segment = new byte[4 + tables.length];
        segment[0] = (byte) 0xFF;
        segment[1] = (byte) JpegSegment.DHT;
        segment[2] = (byte) (tables.length + 2 >> 8);
        segment[3] = (byte) (tables.length + 2);
        System.arraycopy(tables, 0, segment, 4, tables.length);
        return segment;
    }
}
