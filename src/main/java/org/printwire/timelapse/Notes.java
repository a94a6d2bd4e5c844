package org.printwire.timelapse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.printwire.json.Json;

/**
 * What is known of a timelapse beside its pictures: the file {@code timelapse.json} in its folder.
 *
 * @param file    file name of what is printed
 * @param path    where that is
 * @param sha1    of its content; empty: not known
 * @param begun   when the print began
 * @param fps     pictures a second in the film
 * @param stride  only each so-manieth picture is kept
 * @param taken   when pictures were taken, as in the configuration
 * @param ended   how the print ended: done, failed, cancelled; empty: it has not, or may go on
 * @param movie   file name of the film; empty: there is none
 * @param frames  that are in the film
 * @param seconds that it plays
 */
public record Notes(String file, String path, String sha1, Instant begun, int fps, int stride, String taken, String ended,
        String movie, int frames, double seconds) {

    static final String NAME = "timelapse.json";

    Notes withStride(int other) {
        return new Notes(file, path, sha1, begun, fps, other, taken, ended, movie, frames, seconds);
    }

    Notes endedBy(String how) {
        return new Notes(file, path, sha1, begun, fps, stride, taken, how, movie, frames, seconds);
    }

    Notes with(Film film) {
        return new Notes(file, path, sha1, begun, fps, stride, taken, ended, film.movie().getFileName().toString(),
                film.frames(), film.seconds());
    }

    /** Only whole ones are ever seen. */
    void write(Path folder) throws IOException {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("file", file);
        keys.put("path", path);
        keys.put("sha1", sha1);
        keys.put("begun", begun.toString());
        keys.put("fps", fps);
        keys.put("stride", stride);
        keys.put("taken", taken);
        keys.put("ended", ended);
        keys.put("movie", movie);
        keys.put("frames", frames);
        keys.put("seconds", seconds);
        Path part = folder.resolve(NAME + ".part");
        Files.writeString(part, Json.object(keys) + "\n");
        Files.move(part, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
    }

    /** @throws IOException it cannot be read, or is not what {@link #write} writes */
    static Notes read(Path folder) throws IOException {
        String text = Files.readString(folder.resolve(NAME));
        try {
            Map<String, Object> keys = Json.parseObject(text);
            return new Notes(text(keys, "file"), text(keys, "path"), text(keys, "sha1"), Instant.parse(text(keys, "begun")),
                    number(keys, "fps").intValue(), number(keys, "stride").intValue(), text(keys, "taken"),
                    text(keys, "ended"), text(keys, "movie"), number(keys, "frames").intValue(),
                    number(keys, "seconds").doubleValue());
        } catch (RuntimeException e) {
            throw new IOException(folder.resolve(NAME) + " is damaged", e);
        }
    }

    private static String text(Map<String, Object> keys, String key) {
        return (String) keys.getOrDefault(key, "");
    }

    private static Number number(Map<String, Object> keys, String key) {
        return (Number) keys.getOrDefault(key, 1);
    }
}
