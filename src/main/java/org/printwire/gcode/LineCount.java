package org.printwire.gcode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Which line of a file a byte belongs to. */
public final class LineCount {

    private LineCount() {}

    /**
     * Line ends among the first so many bytes: the number of the line that ends there, from 1. {@code \n}, {@code \r\n} and
     * a lone {@code \r} each end a line. Reads the file up to there.
     */
    public static long upTo(Path file, long bytes) throws IOException {
        long lines = 0;
        boolean carriage = false;
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = GcodeFile.open(file)) {
            long left = bytes;
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            while (left > 0 && read > 0) {
                for (int i = 0; i < read; i++) {
                    boolean newLine = buffer[i] == '\n';
                    lines += newLine && !carriage || buffer[i] == '\r' ? 1 : 0;
                    carriage = buffer[i] == '\r';
                }
                left -= read;
                read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            }
        }
        return lines;
    }
}
