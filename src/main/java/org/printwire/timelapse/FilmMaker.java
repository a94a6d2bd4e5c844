package org.printwire.timelapse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.printwire.camera.GifFilm;
import org.printwire.camera.Jpeg;
import org.printwire.camera.Jpeg.Size;
import org.printwire.config.TimelapseSection.Format;
import org.printwire.time.Time;

/**
 * Makes a film of the pictures of a print: H.264 in MP4 by ffmpeg, by the encoder in the chip where there is one, or an
 * animated GIF where there is no ffmpeg that can. Takes seconds to minutes. The film is there whole or not at all.
 */
public final class FilmMaker {

    /** A GIF of more would be larger than its pictures. */
    static final int MOST_GIF_FRAMES = 400;

    private final Ffmpeg ffmpeg;

    public FilmMaker(Time time) {
        this.ffmpeg = new Ffmpeg(time);
    }

    /**
     * Makes the film and its poster, and notes it.
     *
     * @param fps        pictures a second
     * @param keepFrames the pictures stay; those of a GIF always do
     * @throws FilmException there are no pictures, nobody can make a film of that format, or the disk is full
     */
    public Film make(Timelapse timelapse, int fps, Format format, boolean keepFrames) throws FilmException {
        try {
            List<Frame> frames = timelapse.frames();
            Optional<Size> size = Optional.empty();
            for (int i = 0; i < frames.size() && size.isEmpty(); i++) {
                size = new Jpeg(Files.readAllBytes(frames.get(i).file())).size();
            }
            if (size.isEmpty()) {
                throw new FilmException(timelapse.movie().isPresent() && frames.isEmpty()
                        ? "its pictures were removed when the film was made (timelapse.keepFrames)" : "there are no pictures");
            }
            Film film = film(timelapse, frames, size.get(), fps, format);
            Files.copy(frames.get(frames.size() - 1).file(), film.poster(), StandardCopyOption.REPLACE_EXISTING);
            timelapse.with(timelapse.notes().with(film));
            if (!keepFrames && film.movie().toString().endsWith(".mp4")) {
                for (Frame frame : frames) {
                    Files.deleteIfExists(frame.file());
                }
            }
            return film;
        } catch (IOException e) {
            throw new FilmException("the folder " + timelapse.folder() + " cannot be used: " + e.getMessage());
        }
    }

    private Film film(Timelapse timelapse, List<Frame> frames, Size size, int fps, Format format)
            throws FilmException, IOException {
        List<String> failures = new ArrayList<>();
        for (Encoder encoder : format == Format.GIF ? List.<Encoder>of() : ffmpeg.encoders()) {
            Path part = timelapse.folder().resolve("film.part");
            try {
                ffmpeg.make(encoder, frames, fps, size, part);
                return finished(timelapse, part, ".mp4", frames.size(), (double) frames.size() / fps, encoder.ffmpegName());
            } catch (FilmException e) {
                Files.deleteIfExists(part);
                failures.add(e.getMessage());
            }
        }
        if (format == Format.MP4) {
            throw new FilmException(failures.isEmpty() ? "there is no ffmpeg with libx264: install ffmpeg, then printwire"
                    + " timelapse render " + timelapse.id() : String.join("; ", failures));
        }
        return gif(timelapse, frames, fps);
    }

    private static Film gif(Timelapse timelapse, List<Frame> frames, int fps) throws IOException {
        Path part = timelapse.folder().resolve("film.part");
        int step = (frames.size() + MOST_GIF_FRAMES - 1) / MOST_GIF_FRAMES;
        int used = 0;
        double interval;
        try (GifFilm gif = new GifFilm(part, fps)) {
            interval = gif.interval();
            for (int i = 0; i < frames.size(); i += step) {
                gif.add(Files.readAllBytes(frames.get(i).file()));
                used++;
            }
        }
        return finished(timelapse, part, ".gif", used, used * interval, "gif");
    }

    private static Film finished(Timelapse timelapse, Path part, String ending, int frames, double seconds, String encoder)
            throws IOException {
        Path movie = timelapse.folder().resolve(timelapse.id() + ending);
        Files.move(part, movie, StandardCopyOption.ATOMIC_MOVE);
        return new Film(movie, timelapse.folder().resolve(timelapse.id() + ".jpg"), frames, seconds, encoder);
    }
}
