package org.printwire.camera;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/**
 * Frames of 64 x 48 pixels with what ffmpeg 5.1.9 (Debian 12) makes of them as RGB24, in src/test/resources/camera.
 *
 * <p>{@code noise} is every byte from Python's random, {@code sweep} goes through brightness by column and through both
 * colours by column and row. Cb stays at 240 or below (the limit of BT.601), because ffmpeg's arithmetic turns a blue
 * beyond 511 into 0. The frames of YUV were converted by <pre>ffmpeg -f rawvideo -pix_fmt yuyv422|nv12 -s 64x48 -i FRAME
 * -vf scale=flags=neighbor+accurate_rnd+full_chroma_int:in_color_matrix=bt601:in_range=tv:out_range=pc,format=rgb24
 * -f rawvideo RGB</pre> grey by {@code format=rgb24} alone (RGB24 is its own answer).
 *
 * <p>{@code bars444} and {@code bars422} are {@code testsrc2} by {@code -c:v mjpeg -huffman default -q:v 2} with the
 * pixel formats yuvj444p and yuvj422p, then without their DHT; decoded by {@code -idct int} with the flags above, and
 * for bars422, whose colours libjpeg interpolates, {@code bilinear+full_chroma_inp} for {@code neighbor}.
 */
final class Vectors {

    private Vectors() {}

    static RawFrame frame(String name, PixelFormat format) {
        int stride = switch (format) {
            case YUYV -> 128;
            case NV12, GREY -> 64;
            case RGB24 -> 192;
            case MJPG, JPEG -> 0;
        };
        return new RawFrame(format, 64, 48, stride, bytes(file(name, format)));
    }

    static int[] byFfmpeg(String name, PixelFormat format) {
        byte[] rgb = bytes(file(name, format) + (format == PixelFormat.RGB24 ? "" : ".rgb"));
        int[] pixels = new int[rgb.length / 3];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (rgb[i * 3] & 0xFF) << 16 | (rgb[i * 3 + 1] & 0xFF) << 8 | rgb[i * 3 + 2] & 0xFF;
        }
        return pixels;
    }

    /** The greatest difference of any channel of any pixel. */
    static int difference(int[] one, int[] other) {
        int most = one.length == other.length ? 0 : 256;
        for (int i = 0; i < Math.min(one.length, other.length); i++) {
            for (int shift = 0; shift <= 16; shift += 8) {
                most = Math.max(most, Math.abs((one[i] >> shift & 0xFF) - (other[i] >> shift & 0xFF)));
            }
        }
        return most;
    }

    private static String file(String name, PixelFormat format) {
        String ending = format == PixelFormat.RGB24 ? "rgb3" : format.name().toLowerCase(Locale.ROOT);
        return name + ".64x48." + ending;
    }

    private static byte[] bytes(String file) {
        try (InputStream in = new GZIPInputStream(Vectors.class.getResourceAsStream("/camera/" + file + ".gz"))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
