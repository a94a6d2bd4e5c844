package org.printwire.camera;

import java.util.Optional;

/**
 * The size of a JPEG, read from its frame header (ISO 10918-1, B.2.2) without decoding, so that a picture that needs
 * no change never loads the image classes.
 */
record JpegHeader(int width, int height) {

    /** Empty: not a JPEG, or one without a frame header. */
    static Optional<JpegHeader> of(byte[] bytes) {
        if (bytes.length < 4 || at(bytes, 0) != 0xFF || at(bytes, 1) != 0xD8) {
            return Optional.empty();
        }
        int position = 2;
        while (position + 9 <= bytes.length && at(bytes, position) == 0xFF) {
            int marker = at(bytes, position + 1);
            if (marker == 0xFF) {
                position++;                 // fill byte
            } else if (isFrame(marker)) {
                return Optional.of(new JpegHeader(two(bytes, position + 7), two(bytes, position + 5)));
            } else if (marker == 0xDA || marker == 0xD9) {
                return Optional.empty();    // the scan or the end came before a frame
            } else {
                position += 2 + two(bytes, position + 2);
            }
        }
        return Optional.empty();
    }

    /** SOF0 to SOF15, without the three markers in between that mean something else (DHT, JPG, DAC). */
    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static int two(byte[] bytes, int position) {
        return at(bytes, position) << 8 | at(bytes, position + 1);
    }

    private static int at(byte[] bytes, int position) {
        return bytes[position] & 0xFF;
    }
}
