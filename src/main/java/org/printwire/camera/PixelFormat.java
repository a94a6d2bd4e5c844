package org.printwire.camera;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** How a camera lays out a frame, by the four letters that V4L2 has for it (videodev2.h, Linux 6.1). */
public enum PixelFormat {
    /** JPEG, one a frame; often without the Huffman tables, which are then those of ISO 10918-1, annex K. */
    MJPG("MJPG"),
    /** JPEG with all its tables. */
    JPEG("JPEG"),
    /** Y0 Cb Y1 Cr, two pixels in four bytes. */
    YUYV("YUYV"),
    /** A plane of Y, then one of Cb Cr pairs for two by two pixels. */
    NV12("NV12"),
    /** Three bytes: red, green, blue. */
    RGB24("RGB3"),
    /** One byte of brightness. */
    GREY("GREY");

    private final int code;

    PixelFormat(String letters) {
        byte[] bytes = letters.getBytes(StandardCharsets.US_ASCII);
        this.code = bytes[0] | bytes[1] << 8 | bytes[2] << 16 | bytes[3] << 24;
    }

    /** The number that V4L2 has for it: the letters, the first in the lowest byte. */
    public int code() {
        return code;
    }

    /** Empty: one that is not decoded here. */
    public static Optional<PixelFormat> of(int code) {
        return Arrays.stream(values()).filter(format -> format.code == code).findFirst();
    }
}
