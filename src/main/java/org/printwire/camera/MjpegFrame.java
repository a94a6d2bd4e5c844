package org.printwire.camera;

import java.util.List;
import java.util.Optional;

/**
 * A whole JPEG in the bytes of a frame of MJPEG: from its first marker to its last, with a size and a picture. Whether
 * the picture's data can be decoded is not looked at.
 *
 * @param segments its parts
 * @param length   bytes up to its end; what a camera puts behind it (zeros, another frame) does not belong to it
 * @param tables   true if it has Huffman tables of its own
 */
record MjpegFrame(List<JpegSegment> segments, int length, boolean tables) {

    /** Why the bytes do not begin with a whole frame; empty: they do. */
    static Optional<String> check(byte[] bytes) {
        try {
            of(bytes);
            return Optional.empty();
        } catch (CameraException e) {
            return Optional.of(e.getMessage());
        }
    }

    /** @throws CameraException the bytes do not begin with a whole frame; the message says why */
    static MjpegFrame of(byte[] bytes) throws CameraException {
        List<JpegSegment> segments = JpegSegment.of(bytes);
        if (JpegHeader.of(bytes, segments).filter(size -> size.width() > 0 && size.height() > 0).isEmpty()) {
            throw new CameraException("the JPEG image is damaged: it does not say its size");
        }
        boolean tables = segments.stream().anyMatch(segment -> segment.marker() == JpegSegment.DHT);
        return new MjpegFrame(segments, segments.get(segments.size() - 1).end(), tables);
    }
}
