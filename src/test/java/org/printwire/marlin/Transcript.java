package org.printwire.marlin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A recording of real firmware: {@code > } to the printer, {@code < } from it, {@code # } what was done. */
public record Transcript(String name, List<String> lines) {

    /** All recordings, by name. */
    public static List<Transcript> all() {
        try (Stream<Path> files = Files.list(Path.of(Transcript.class.getResource("/transcripts").toURI()))) {
            return files.sorted().map(Transcript::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Transcript named(String name) {
        return all().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }

    /** What the printer said, line by line. */
    public List<String> received() {
        return lines.stream().filter(line -> line.startsWith("< ")).map(line -> line.substring(2)).toList();
    }

    private static Transcript read(Path file) {
        try {
            return new Transcript(file.getFileName().toString(), Files.readAllLines(file, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
