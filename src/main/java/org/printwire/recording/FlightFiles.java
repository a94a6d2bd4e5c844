package org.printwire.recording;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;

/** The folder with the last lines before each trouble: one file a trouble, the newest {@value #MOST} of them. */
public final class FlightFiles {

    /** More than anybody will look through. */
    static final int MOST = 20;
    private static final int MOST_A_SECOND = 10;
    private static final int LONGEST_NAME = 100;
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final Path folder;

    public FlightFiles(Path folder) {
        this.folder = folder;
    }

    /** Writes a file of its own, takes the oldest away, and returns where it is. */
    public Path write(Instant now, String job, RecordingHead head, List<RecordedLine> lines) throws IOException {
        Files.createDirectories(folder);
        String name = job.replaceAll("[^A-Za-z0-9._-]", "_");
        Path file = write(STAMP.format(now) + "-" + name.substring(0, Math.min(name.length(), LONGEST_NAME)), head, lines);
        prune();
        return file;
    }

    private Path write(String name, RecordingHead head, List<RecordedLine> lines) throws IOException {
        for (int number = 1;; number++) {
            Path file = folder.resolve(number == 1 ? name + ".txt" : name + "-" + number + ".txt");
            try (RecordingWriter writer = new RecordingWriter(file, head, StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE)) {
                for (RecordedLine line : lines) {
                    writer.write(line);
                }
                return file;
            } catch (FileAlreadyExistsException e) {
                if (number == MOST_A_SECOND) {
                    throw e;
                }
            }
        }
    }

    /** The names begin with the time. */
    private void prune() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.getFileName().toString().matches("\\d{8}-\\d{6}-.*\\.txt")).sorted().toList();
        }
        for (Path old : files.subList(0, Math.max(0, files.size() - MOST))) {
            Files.deleteIfExists(old);
        }
    }
}
