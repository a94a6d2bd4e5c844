package org.printwire.camera;

/**
 * Makes of a camera's image the picture that is sent: flipped, turned, shrunk into 1640 x 1232 (never enlarged), JPEG
 * of quality 75. A JPEG that needs none of this passes through byte for byte. The turn is a true one: a picture of
 * 800 x 600 turned by 90 degrees has 600 x 800, and nothing is cut.
 *
 * @param rotate degrees clockwise, after the flips: 0, 90, 180 or 270
 */
record JpegFit(int rotate, boolean flipHorizontal, boolean flipVertical) {

    static final JpegFit NONE = new JpegFit(0, false, false);
    static final int MOST_WIDTH = 1640;
    static final int MOST_HEIGHT = 1232;

    JpegFit {
        if (rotate < 0 || rotate > 270 || rotate % 90 != 0) {
            throw new IllegalArgumentException("rotate must be 0, 90, 180 or 270, is " + rotate);
        }
    }

    /** @throws CameraException the bytes are not an image that can be decoded */
    Jpeg of(byte[] image) throws CameraException {
        boolean ready = isPlain() && JpegHeader.of(image).filter(JpegFit::fits).isPresent();
        return ready ? new Jpeg(image) : PictureCodec.encode(of(PictureCodec.decode(image)));
    }

    Pixels of(Pixels image) {
        Pixels turned = flipHorizontal ? image.flippedHorizontally() : image;
        turned = flipVertical ? turned.flippedVertically() : turned;
        for (int angle = 0; angle < rotate; angle += 90) {
            turned = turned.quarterTurned();
        }
        return turned.shrunkInto(MOST_WIDTH, MOST_HEIGHT);
    }

    private boolean isPlain() {
        return rotate == 0 && !flipHorizontal && !flipVertical;
    }

    private static boolean fits(JpegHeader header) {
        return header.width() <= MOST_WIDTH && header.height() <= MOST_HEIGHT
                && header.width() > 0 && header.height() > 0;
    }
}
