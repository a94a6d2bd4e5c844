package org.printwire.recording;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a recording line by line, in either form; empty lines are passed over. One thread. */
public final class RecordingReader implements AutoCloseable {

    /** Four times what {@code LineAssembler} delivers, each byte escaped. */
    private static final int LONGEST = 65_536;

    private final BufferedReader in;
    private long place;

    public RecordingReader(Path file) throws IOException {
        in = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1);
    }

    /**
     * The next line, or empty at the end.
     *
     * @throws RecordingException this is no recording
     */
    public Optional<RecordedLine> next() throws IOException, RecordingException {
        String text = text();
        while (text != null && text.isBlank()) {
            text = text();
        }
        if (text == null) {
            return Optional.empty();
        }
        return Optional.of(RecordedText.read(text).orElseThrow(() -> new RecordingException(place)));
    }

    /** Where the line read last stands in the file, from 1. */
    public long place() {
        return place;
    }

    /** A line without its end; a file without line ends must not fill the memory. */
    private String text() throws IOException, RecordingException {
        StringBuilder line = new StringBuilder();
        int next = in.read();
        if (next < 0) {
            return null;
        }
        place++;
        while (next >= 0 && next != '\n') {
            line.append((char) next);
            if (line.length() > LONGEST) {
                throw new RecordingException(place);
            }
            next = in.read();
        }
        int end = line.length();
        if (end > 0 && line.charAt(end - 1) == '\r') {
            end--;
        }
        return line.substring(0, end);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
