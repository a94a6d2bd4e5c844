package org.printwire.camera;

/**
 * What a camera sent to pixels, in integers.
 *
 * <p>YUV is BT.601 in its limited range (black 16, white 235; ITU-R BT.601-7, 2.5.3), which is what V4L2 means where a
 * camera says nothing (videodev2.h, Linux 6.1: {@code V4L2_MAP_YCBCR_ENC_DEFAULT}, {@code V4L2_MAP_QUANTIZATION_DEFAULT})
 * and what ffmpeg takes it for. Each pixel takes the colour sample of its pair or its square of four; nothing is
 * interpolated. So the pixels are those of ffmpeg 5.1 with {@code neighbor+accurate_rnd+full_chroma_int}, all of them,
 * but where its arithmetic overflows (a channel beyond 511 before it is cut to 255). Grey is full range.
 */
final class FrameDecoder {

    private static final long MOST_PIXELS = 50_000_000;

    private FrameDecoder() {}

    /**
     * JPEG comes in the size that its own header says.
     *
     * @throws CameraException the frame is damaged; the message says in what
     */
    static Pixels decode(RawFrame frame) throws CameraException {
        return switch (frame.format()) {
            case MJPG, JPEG -> PictureCodec.decode(MjpegTables.added(frame.bytes()));
            case YUYV, NV12, RGB24, GREY -> rows(frame).whole();
        };
    }

    /** The same row by row, for all formats but JPEG. */
    static PixelSource rows(RawFrame frame) throws CameraException {
        int width = frame.width();
        int height = frame.height();
        if (width < 1 || height < 1 || (long) width * height > MOST_PIXELS) {
            throw new CameraException("a frame of " + width + " x " + height + " pixels makes no sense");
        }
        int rowBytes = rowBytes(frame);
        if (frame.stride() < rowBytes) {
            throw new CameraException("the frame's rows have " + frame.stride() + " bytes, too few for " + width
                    + " pixels of " + frame.format());
        }
        int rows = height + (frame.format() == PixelFormat.NV12 ? (height + 1) / 2 : 0);
        long wanted = (long) frame.stride() * (rows - 1) + rowBytes;
        if (frame.bytes().length < wanted) {
            throw new CameraException("the frame broke off: " + frame.bytes().length + " of " + wanted + " bytes of "
                    + width + " x " + height + " pixels of " + frame.format());
        }
        return new FrameRows(frame);
    }

    private static int rowBytes(RawFrame frame) {
        int width = frame.width();
        return switch (frame.format()) {
            case YUYV -> (width + 1) / 2 * 4;
            case NV12 -> (width + 1) / 2 * 2;
            case RGB24 -> width * 3;
            case GREY -> width;
            case MJPG, JPEG -> throw new IllegalArgumentException("JPEG has no rows of its own: " + frame.format());
        };
    }
}
