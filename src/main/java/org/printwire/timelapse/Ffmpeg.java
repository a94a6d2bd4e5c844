package org.printwire.timelapse;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.printwire.camera.Jpeg.Size;
import org.printwire.time.Time;

/**
 * The program ffmpeg, as a child of lowest priority (nice 19), ended when it takes too long. Waits for it: not for the
 * printer's thread.
 */
final class Ffmpeg {

    static final Duration ASKING = Duration.ofSeconds(20);
    static final Duration MAKING = Duration.ofHours(1);
    private static final int LONGEST_COMPLAINT = 300;

    private final Time time;

    Ffmpeg(Time time) {
        this.time = time;
    }

    /** What it can encode, the best first; empty: it is not installed, or has no H.264. */
    List<Encoder> encoders() {
        try {
            Process process = new ProcessBuilder("ffmpeg", "-hide_banner", "-encoders")
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            Time.Timer timer = time.after(ASKING, process::destroyForcibly);
            process.getOutputStream().close();
            String listed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            timer.cancel();
            return Encoder.of(listed, Files.exists(Path.of("/dev/video11")));
        } catch (IOException e) {
            return List.of();
        }
    }

    /** @throws FilmException it does not want to, in its own words */
    void make(Encoder encoder, List<Frame> frames, int fps, Size size, Path movie) throws FilmException {
        Path complaints = movie.resolveSibling("ffmpeg.log");
        try {
            Process process = new ProcessBuilder(encoder.command(fps, size, movie.toString()))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(complaints.toFile()).start();
            Time.Timer timer = time.after(MAKING, process::destroyForcibly);
            try {
                feed(process, frames);
                int code = process.waitFor();
                if (code != 0) {
                    throw new FilmException("ffmpeg (" + encoder.ffmpegName() + ") ended with " + code + ": " + said(complaints));
                }
            } finally {
                timer.cancel();
                process.destroyForcibly();
                Files.deleteIfExists(complaints);
            }
        } catch (IOException e) {
            throw new FilmException("ffmpeg cannot be run: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FilmException("interrupted");
        }
    }

    /** It stops reading when it fails: what it says then is worth more than the broken pipe. */
    private static void feed(Process process, List<Frame> frames) {
        try (OutputStream pictures = process.getOutputStream()) {
            for (Frame frame : frames) {
                pictures.write(Files.readAllBytes(frame.file()));
            }
        } catch (IOException e) {
            // its exit code tells
        }
    }

    private static String said(Path complaints) {
        try {
            String text = Files.readString(complaints).strip().replaceAll("\\s+", " ");
            return text.isEmpty() ? "it did not say why" : text.substring(0, Math.min(LONGEST_COMPLAINT, text.length()));
        } catch (IOException e) {
            return "it did not say why";
        }
    }
}
