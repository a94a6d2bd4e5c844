package org.printwire.timelapse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The pictures of one print and its film: a folder in {@code timelapse} of the data folder, whose name is the timelapse's
 * id. A picture is there whole or not at all.
 */
public record Timelapse(Path folder, Notes notes) {

    private static final int LONGEST = 60;
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    /** Where all are. */
    static Path home(Path data) {
        return data.toAbsolutePath().resolve("timelapse");
    }

    /** Makes a folder for it. */
    static Timelapse begin(Path data, Notes notes) throws IOException {
        String plain = notes.file().replaceAll("\\.(gcode|bgcode|gco|g)$", "").replaceAll("[^A-Za-z0-9._-]", "_")
                .replaceAll("^[.-]+", "_");
        String name = plain.substring(0, Math.min(LONGEST, plain.length())) + "-" + STAMP.format(notes.begun());
        Path folder = home(data).resolve(name);
        for (int again = 2; Files.exists(folder); again++) {
            folder = home(data).resolve(name + "-" + again);
        }
        Files.createDirectories(folder);
        notes.write(folder);
        return new Timelapse(folder, notes);
    }

    /** All that there are, the newest first. What cannot be read is none. */
    public static List<Timelapse> all(Path data) {
        List<Timelapse> found = new ArrayList<>();
        try (Stream<Path> folders = Files.list(home(data))) {
            folders.forEach(folder -> read(folder).ifPresent(found::add));
        } catch (IOException e) {
            return List.of();   // there is no such folder
        }
        found.sort(Comparator.comparing((Timelapse each) -> each.notes.begun()).reversed());
        return found;
    }

    private static Optional<Timelapse> read(Path folder) {
        try {
            return Optional.of(new Timelapse(folder, Notes.read(folder)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The one that another host has begun for this content, and that may go on. */
    static Optional<Timelapse> left(Path data, String path, String sha1) {
        return all(data).stream().filter(each -> each.notes.ended().isEmpty())
                .filter(each -> sha1.isEmpty() ? each.notes.path().equals(path) : each.notes.sha1().equals(sha1)).findFirst();
    }

    /** What commands call it by. */
    public String id() {
        return folder.getFileName().toString();
    }

    /** The same with other notes, written down. */
    Timelapse with(Notes other) throws IOException {
        other.write(folder);
        return new Timelapse(folder, other);
    }

    /** In order. */
    List<Frame> frames() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.flatMap(file -> Frame.of(file).stream()).sorted(Comparator.comparingInt(Frame::number)).toList();
        }
    }

    /** How many pictures are on the disk; 0 where it does not say. */
    public int pictures() {
        try {
            return frames().size();
        } catch (IOException e) {
            return 0;
        }
    }

    /** Of all that is in its folder. */
    public long bytes() {
        long sum = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                sum += Files.size(file);
            }
        } catch (IOException e) {
            return sum;
        }
        return sum;
    }

    /** Its film; empty: there is none. */
    public Optional<Path> movie() {
        return notes.movie().isEmpty() ? Optional.empty() : Optional.of(folder.resolve(notes.movie()));
    }

    /** Removes all that began before {@code now} less {@code age}. */
    static void forget(Path data, Instant now, Duration age) {
        for (Timelapse each : all(data)) {
            if (each.notes.begun().isBefore(now.minus(age))) {
                each.remove();
            }
        }
    }

    private void remove() {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            // tried again with the next timelapse
        }
    }
}
