package org.printwire.posix;

import java.util.Set;

/**
 * What a video device says that it is.
 *
 * @param driver the kernel's module, as {@code uvcvideo}
 * @param card   the name for people, as {@code HD Pro Webcam C920}
 * @param bus    where it is plugged in, as {@code usb-0000:01:00.0-1.2}
 * @param flags  V4L2_CAP_ of this very node
 */
public record VideoCapability(String driver, String card, String bus, int flags) {
    private static final int VIDEO_CAPTURE = 0x1;
    private static final int MEMORY_TO_MEMORY = 0x8000;
    private static final int STREAMING = 0x4000000;
    private static final int IN_PIECES = 0x20000000;
    private static final int OF_THIS_NODE = 0x80000000;
    /** The ends of a Pi's image processor, which make no pictures by themselves. */
    private static final Set<String> PROCESSORS = Set.of("bcm2835-isp", "bcm2835-codec", "pispbe", "rpi-hevc-dec");

    static VideoCapability of(VideoStruct answer) {
        int all = answer.at(84);
        return new VideoCapability(answer.text(0, 16), answer.text(16, 32), answer.text(48, 32),
                (all & OF_THIS_NODE) != 0 ? answer.at(88) : all);
    }

    /**
     * Whether frames can be had from it as from a webcam. Not so: an output, a codec, what carries metadata, and the
     * sensors of ribbon cameras, which libcamera alone can put together (V4L2_CAP_IO_MC).
     */
    public boolean captures() {
        int wanted = VIDEO_CAPTURE | STREAMING;
        return (flags & wanted) == wanted && (flags & (MEMORY_TO_MEMORY | IN_PIECES)) == 0
                && !PROCESSORS.contains(driver);
    }
}
