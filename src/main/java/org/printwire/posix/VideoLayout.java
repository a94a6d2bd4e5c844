package org.printwire.posix;

import com.sun.jna.Native;
import java.util.List;

/**
 * Where the fields lie in the two structures of V4L2 that differ between machines, as bytes from the start: {@code
 * v4l2_format}, whose union holds pointers, and {@code v4l2_buffer}, which holds a time and a pointer. All others are
 * the same everywhere. From videodev2.h of Linux 6.1; a test holds each against what the C compiler of that machine
 * says (scripts/v4l2-abi.sh).
 */
enum VideoLayout {
    /** x86-64 and 64-bit ARM. */
    BITS_64(208, 8, 88, 60, 64, 72),
    /** 32-bit ARM with the times of 32 bits that every kernel knows, whatever the C library has. */
    BITS_32(204, 4, 68, 48, 52, 56),
    /** 32-bit ARM with times of 64 bits: kernels since 5.6, and the only one of those built without the old calls. */
    BITS_32_TIME_64(204, 4, 80, 60, 64, 68);

    /** Of the whole v4l2_format. */
    final int formatBytes;
    /** fmt.pix: width, height, pixelformat, field, bytesperline, sizeimage, each four bytes. */
    final int pictureAt;
    /** Of the whole v4l2_buffer. Index, type, bytesused and flags are its first four ints everywhere. */
    final int bufferBytes;

    final int memoryAt;
    final int offsetAt;
    final int lengthAt;

    VideoLayout(int formatBytes, int pictureAt, int bufferBytes, int memoryAt, int offsetAt, int lengthAt) {
        this.formatBytes = formatBytes;
        this.pictureAt = pictureAt;
        this.bufferBytes = bufferBytes;
        this.memoryAt = memoryAt;
        this.offsetAt = offsetAt;
        this.lengthAt = lengthAt;
    }

    /** Those that this process's kernel may know, the surest first. */
    static List<VideoLayout> here() {
        return of(Native.POINTER_SIZE);
    }

    static List<VideoLayout> of(int pointerBytes) {
        return pointerBytes == 8 ? List.of(BITS_64) : List.of(BITS_32, BITS_32_TIME_64);
    }
}
