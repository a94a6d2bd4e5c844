package org.printwire.camera;

/**
 * Tells when a camera that has just begun to stream has found its exposure, so that the picture is not the dark or
 * glaring one it begins with: when two frames in a row are about as bright as the one before. At most 20 frames and two
 * seconds are given up for that; a light that flickers settles never, and has its picture all the same.
 */
final class Settling {
    private static final int LEAST_FRAMES = 3;
    private static final int MOST_FRAMES = 20;
    private static final long MOST_NANOS = 2_000_000_000L;
    private static final int CALM = 2;
    private static final int SAMPLES = 4096;

    private final long start;
    private int frames;
    private int calm;
    private double before = -1;

    /** @param start monotonic nanoseconds of the beginning */
    Settling(long start) {
        this.start = start;
    }

    /** Whether this frame, the next of the stream, is fit for the picture. */
    boolean settled(RawFrame frame, long nanos) {
        frames++;
        double now = brightness(frame);
        calm = before >= 0 && near(before, now, frame) ? calm + 1 : 0;
        before = now;
        return frames >= LEAST_FRAMES && calm >= CALM || frames >= MOST_FRAMES || nanos - start >= MOST_NANOS;
    }

    private static boolean near(double before, double now, RawFrame frame) {
        double tolerance = compressed(frame) ? 0.04 * before : 2 + 0.02 * before;
        return Math.abs(now - before) <= tolerance;
    }

    /** Of JPEG the length stands for it: a dark picture has little to tell, and decoding would cost more than it gives. */
    private static double brightness(RawFrame frame) {
        byte[] bytes = frame.bytes();
        if (compressed(frame) || bytes.length == 0) {
            return bytes.length;
        }
        int step = Math.max(1, bytes.length / SAMPLES) | 1;
        if (frame.format() == PixelFormat.YUYV) {
            step++; // Even: brightness is every second byte.
        }
        int length = frame.format() == PixelFormat.NV12 ? bytes.length * 2 / 3 : bytes.length;
        long sum = 0;
        int count = 0;
        for (int i = 0; i < length; i += step) {
            sum += bytes[i] & 0xFF;
            count++;
        }
        return (double) sum / count;
    }

    private static boolean compressed(RawFrame frame) {
        return frame.format() == PixelFormat.MJPG || frame.format() == PixelFormat.JPEG;
    }
}
