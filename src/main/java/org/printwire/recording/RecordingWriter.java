package org.printwire.recording;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;

/** Writes a recording to a file, through a buffer. One thread. */
public final class RecordingWriter implements AutoCloseable {

    private final BufferedWriter out;

    /** Opens the file and writes the head. */
    public RecordingWriter(Path file, RecordingHead head, OpenOption... options) throws IOException {
        out = Files.newBufferedWriter(file, StandardCharsets.US_ASCII, options);
        try {
            write(head.line());
            out.flush();
        } catch (IOException e) {
            out.close();
            throw e;
        }
    }

    public void write(RecordedLine line) throws IOException {
        out.write(RecordedText.write(line));
        out.write('\n');
    }

    /** Hands over to the system what stands in the buffer. */
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
