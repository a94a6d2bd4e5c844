package org.printwire.timelapse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.printwire.camera.Jpeg.Size;

/**
 * An encoder of ffmpeg for H.264, and how it is called. Pure.
 *
 * <p>{@code h264_v4l2m2m} is the one in the chip of a Raspberry Pi up to the 4 (device /dev/video11; the Pi 5 has none); it
 * takes pictures of up to 1920 x 1080. {@code libx264} is everywhere where ffmpeg is built with it. Names as of ffmpeg 4.3
 * to 7.
 */
enum Encoder {

    V4L2("h264_v4l2m2m", 1920, 1080, List.of("-b:v", "4M")),
    X264("libx264", 4096, 4096, List.of("-preset", "veryfast", "-crf", "23", "-threads", "2"));

    private final String ffmpegName;
    private final int mostWidth;
    private final int mostHeight;
    private final List<String> options;

    Encoder(String ffmpegName, int mostWidth, int mostHeight, List<String> options) {
        this.ffmpegName = ffmpegName;
        this.mostWidth = mostWidth;
        this.mostHeight = mostHeight;
        this.options = options;
    }

    String ffmpegName() {
        return ffmpegName;
    }

    /**
     * Those that are worth a try, the best first.
     *
     * @param listed  what {@code ffmpeg -encoders} prints
     * @param hasChip there is a /dev/video11
     */
    static List<Encoder> of(String listed, boolean hasChip) {
        List<Encoder> found = new ArrayList<>();
        for (Encoder encoder : values()) {
            boolean there = listed.lines().anyMatch(line -> line.strip().matches("\\S+ +" + encoder.ffmpegName + "( .*)?"));
            if (there && (encoder != V4L2 || hasChip)) {
                found.add(encoder);
            }
        }
        return found;
    }

    /** The size of the film: even numbers, within what the encoder takes, of the picture's shape. */
    Size fit(Size picture) {
        double scale = Math.min(1, Math.min((double) mostWidth / picture.width(), (double) mostHeight / picture.height()));
        return new Size(even(picture.width() * scale), even(picture.height() * scale));
    }

    private static int even(double length) {
        return Math.max(2, (int) Math.floor(length / 2 + 1e-9) * 2);
    }

    /** The words of the command that reads JPEGs one behind the other from its standard input and writes the film. */
    List<String> command(int fps, Size picture, String movie) {
        Size size = fit(picture);
        List<String> words = new ArrayList<>(List.of("nice", "-n", "19", "ffmpeg", "-hide_banner", "-nostdin", "-loglevel",
                "error", "-y", "-f", "image2pipe", "-c:v", "mjpeg", "-framerate", Integer.toString(fps), "-i", "pipe:0", "-an",
                "-vf", String.format(Locale.ROOT, "scale=%d:%d,format=yuv420p", size.width(), size.height()),
                "-c:v", ffmpegName));
        words.addAll(options);
        words.addAll(List.of("-movflags", "+faststart", "-f", "mp4", movie));
        return words;
    }
}
