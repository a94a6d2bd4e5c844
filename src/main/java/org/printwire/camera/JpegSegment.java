package org.printwire.camera;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a JPEG from one marker to the next (ISO 10918-1, B.1.1), without decoding anything.
 *
 * @param marker its second byte, for example 0xC0; the first is 0xFF
 * @param start  where the marker is in the bytes, with the fill bytes before it
 * @param body   what it holds begins here: after the marker and the length
 * @param end    where the next one begins; for a scan (SOS) after its data
 */
record JpegSegment(int marker, int start, int body, int end) {

    static final int SOI = 0xD8;
    static final int EOI = 0xD9;
    static final int SOS = 0xDA;
    static final int DHT = 0xC4;
    static final int APP0 = 0xE0;
    static final int APP1 = 0xE1;

    /** More than any picture has; a file of nothing but small parts would fill the memory. */
    private static final int MOST = 1_000;

    /**
     * All parts of the JPEG at the beginning of the bytes, from its SOI to its EOI, both of them included. What comes
     * after the EOI is not looked at.
     *
     * @throws CameraException it is not a JPEG, or not a whole one
     */
    static List<JpegSegment> of(byte[] bytes) throws CameraException {
        if (bytes.length == 0) {
            throw new CameraException("what came is not an image: it is empty");
        }
        if (!begins(bytes)) {
            throw new CameraException("what came is not an image in JPEG");
        }
        List<JpegSegment> segments = new ArrayList<>();
        segments.add(new JpegSegment(SOI, 0, 2, 2));
        boolean scanned = false;
        for (int position = 2; ; position = segments.get(segments.size() - 1).end()) {
            JpegSegment next = next(bytes, position);
            segments.add(next);
            scanned |= next.marker == SOS;
            if (segments.size() > MOST) {
                throw new CameraException("the JPEG image is damaged: more than " + MOST + " parts");
            }
            if (next.marker == EOI && scanned) {
                return List.copyOf(segments);
            } else if (next.marker == EOI || next.marker == SOI) {
                throw new CameraException("the JPEG image breaks off after " + position + " bytes: "
                        + (next.marker == EOI ? "it ends without a picture" : "another one begins"));
            }
        }
    }

    /** True if the bytes begin as a JPEG does. */
    static boolean begins(byte[] bytes) {
        return bytes.length >= 2 && at(bytes, 0) == 0xFF && at(bytes, 1) == SOI;
    }

    private static JpegSegment next(byte[] bytes, int start) throws CameraException {
        int mark = start;
        while (mark + 1 < bytes.length && at(bytes, mark) == 0xFF && at(bytes, mark + 1) == 0xFF) {
            mark++;                                     // any number of FF may stand before a marker
        }
        if (mark + 1 >= bytes.length) {
            throw brokenOff(bytes);
        }
        int marker = at(bytes, mark + 1);
        if (at(bytes, mark) == 0xFF && (marker == EOI || marker == SOI)) {
            return new JpegSegment(marker, start, mark + 2, mark + 2);
        }
        if (at(bytes, mark) != 0xFF || marker < 0xC0 || isRestart(marker)) {
            throw new CameraException("the JPEG image is damaged: no marker of a part at byte " + mark);
        }
        if (mark + 4 > bytes.length) {
            throw brokenOff(bytes);
        }
        int length = two(bytes, mark + 2);
        int end = mark + 2 + length;
        if (length < 2) {
            throw new CameraException("the JPEG image is damaged: a part of " + length + " bytes at byte " + mark);
        }
        if (end > bytes.length) {
            throw brokenOff(bytes);
        }
        return new JpegSegment(marker, start, mark + 4, marker == SOS ? endOfScan(bytes, end) : end);
    }

    /** The first marker in the data of a scan: not a stuffed zero, not a restart. */
    private static int endOfScan(byte[] bytes, int start) throws CameraException {
        for (int i = start; i + 1 < bytes.length; i++) {
            if (at(bytes, i) == 0xFF) {
                int after = at(bytes, i + 1);
                if (after != 0 && after != 0xFF && !isRestart(after)) {
                    return i;
                }
            }
        }
        throw brokenOff(bytes);
    }

    private static CameraException brokenOff(byte[] bytes) {
        return new CameraException("the JPEG image breaks off after " + bytes.length + " bytes");
    }

    private static boolean isRestart(int marker) {
        return marker >= 0xD0 && marker <= 0xD7;
    }

    /** How many bytes it holds, without marker and length. */
    int size() {
        return end - body;
    }

    /** SOF0 to SOF15, without the three markers in between that mean something else (DHT, JPG, DAC). */
    boolean isFrame() {
        return marker >= 0xC0 && marker <= 0xCF && marker != DHT && marker != 0xC8 && marker != 0xCC;
    }

    static int two(byte[] bytes, int position) {
        return at(bytes, position) << 8 | at(bytes, position + 1);
    }

    static int at(byte[] bytes, int position) {
        return bytes[position] & 0xFF;
    }
}
