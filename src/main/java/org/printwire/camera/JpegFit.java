package org.printwire.camera;

import java.time.ZoneId;
import java.util.List;
import org.printwire.config.CameraSection;
import org.printwire.config.PictureSection;

/**
 * Makes of a camera's image the picture that is sent: put upright (by the camera's own Exif first, then flips, then the
 * turn), cropped, shrunk into the box (never enlarged), with a caption, as JPEG. The turn is a true one: a picture of
 * 800 x 600 turned by 90 degrees has 600 x 800, and nothing is cut. The crop counts in the upright picture.
 *
 * <p>A JPEG that needs none of this keeps its picture to the byte. What it says about itself goes all the same: every
 * picture tells its time and nothing else, in particular no place ({@link JpegLabel}).
 *
 * <p>Memory: the bytes, and 4 bytes for each pixel of the result, 12 where it is turned; never the pixels of the
 * original. Safe for use by several threads.
 *
 * @param zone of the times that people read
 */
record JpegFit(Orientation orientation, PictureSection picture, ZoneId zone) {

    static final JpegFit NONE = new JpegFit(Orientation.NONE, PictureSection.DEFAULTS, ZoneId.of("UTC"));

    /** As the camera's entry in the configuration says; times in the computer's zone. */
    JpegFit(CameraSection camera) {
        this(Orientation.of(camera.flipHorizontal(), camera.flipVertical(), camera.rotate()), camera.picture(),
                ZoneId.systemDefault());
    }

    /**
     * Of bytes from anywhere: JPEG, also a frame of MJPEG, or what else ImageIO reads.
     *
     * @throws CameraException they are not an image that can be decoded, or not a whole one
     */
    Jpeg of(byte[] image, Caption caption) throws CameraException {
        if (!JpegSegment.begins(image)) {
            return developed(PictureCodec.source(image), orientation, caption);
        }
        byte[] jpeg = MjpegTables.added(image);
        List<JpegSegment> segments = JpegSegment.of(jpeg);
        Orientation upright = ExifOrientation.of(jpeg, segments).then(orientation);
        boolean ready = upright.equals(Orientation.NONE) && picture.crop() == null && picture.caption().isEmpty()
                && JpegHeader.of(jpeg, segments).filter(this::fits).isPresent();
        return ready
                ? JpegLabel.put(jpeg, segments, caption.time(), zone)
                : developed(PictureCodec.source(jpeg), upright, caption);
    }

    /** @throws CameraException the frame is damaged; the next one may be whole */
    Jpeg of(RawFrame frame, Caption caption) throws CameraException {
        return switch (frame.format()) {
            case MJPG, JPEG -> {
                MjpegFrame.of(frame.bytes());
                yield of(frame.bytes(), caption);
            }
            case YUYV, NV12, RGB24, GREY -> of(FrameDecoder.rows(frame), caption);
        };
    }

    Jpeg of(PixelSource image, Caption caption) throws CameraException {
        return developed(image, orientation, caption);
    }

    private Jpeg developed(PixelSource image, Orientation upright, Caption caption) throws CameraException {
        boolean lying = upright.lying();
        Box crop = Box.of(picture.crop(), lying ? image.height() : image.width(), lying ? image.width() : image.height());
        Shrink shrink = new Shrink(upright.source(crop, image.width(), image.height()),
                lying ? picture.maxHeight() : picture.maxWidth(), lying ? picture.maxWidth() : picture.maxHeight());
        image.pour(shrink);
        Pixels pixels = upright.of(shrink.picture());
        CaptionBar.draw(pixels, picture.caption(), caption, zone);
        byte[] jpeg = PictureCodec.encode(pixels, picture.quality()).bytes();
        return JpegLabel.put(jpeg, JpegSegment.of(jpeg), caption.time(), zone);
    }

    private boolean fits(JpegHeader header) {
        return header.width() <= picture.maxWidth() && header.height() <= picture.maxHeight();
    }
}
