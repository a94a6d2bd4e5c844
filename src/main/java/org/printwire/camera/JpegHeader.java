package org.printwire.camera;

import java.util.List;
import java.util.Optional;

/**
 * The size of a JPEG, read from its frame header (ISO 10918-1, B.2.2) without decoding, so that a picture that needs
 * no change never loads the image classes.
 */
record JpegHeader(int width, int height) {

    /** Empty: not a whole JPEG, or one without a frame header. */
    static Optional<JpegHeader> of(byte[] bytes) {
        try {
            return of(bytes, JpegSegment.of(bytes));
        } catch (CameraException e) {
            return Optional.empty();
        }
    }

    /** The same of a JPEG whose parts are known. */
    static Optional<JpegHeader> of(byte[] bytes, List<JpegSegment> segments) {
        return segments.stream().filter(JpegSegment::isFrame).findFirst().filter(frame -> frame.size() >= 6)
                .map(frame -> new JpegHeader(
                        JpegSegment.two(bytes, frame.body() + 3), JpegSegment.two(bytes, frame.body() + 1)));
    }
}
