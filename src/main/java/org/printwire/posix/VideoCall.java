package org.printwire.posix;

/**
 * The calls of V4L2, by the name that videodev2.h (Linux 6.1) has for them. The number of one holds the size of its
 * structure, so two of them differ between machines ({@link VideoLayout}).
 */
enum VideoCall {
    QUERYCAP(2, 0, 104),
    ENUM_FMT(3, 2, 64),
    ENUM_FRAMESIZES(3, 74, 44),
    G_FMT(3, 4, 0),
    S_FMT(3, 5, 0),
    REQBUFS(3, 8, 20),
    QUERYBUF(3, 9, 0),
    QBUF(3, 15, 0),
    DQBUF(3, 17, 0),
    STREAMON(1, 18, 4),
    STREAMOFF(1, 19, 4),
    QUERYCTRL(3, 36, 68),
    QUERYMENU(3, 37, 44),
    G_CTRL(3, 27, 8),
    S_CTRL(3, 28, 8);

    private final int direction;
    private final int number;
    private final int bytes;

    VideoCall(int direction, int number, int bytes) {
        this.direction = direction;
        this.number = number;
        this.bytes = bytes;
    }

    /** How long its structure is. */
    int bytes(VideoLayout layout) {
        return switch (this) {
            case G_FMT, S_FMT -> layout.formatBytes;
            case QUERYBUF, QBUF, DQBUF -> layout.bufferBytes;
            default -> bytes;
        };
    }

    /** For ioctl(2): from the top, two bits of direction, 14 of size, 8 of the letter V, 8 of the call's own number. */
    long request(VideoLayout layout) {
        return (long) direction << 30 | (long) bytes(layout) << 16 | 'V' << 8 | number;
    }
}
