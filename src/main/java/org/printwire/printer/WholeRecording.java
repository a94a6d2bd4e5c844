package org.printwire.printer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.printwire.recording.RecordedLine;
import org.printwire.recording.RecordingWriter;

/**
 * Writes to a file what passes through a {@link LineRing}, ten times a second, on a thread of its own that the printer's
 * never wakes. A disk that is full or too slow ends the recording with one warning; the print does not notice, and no
 * more than the ring is ever in memory.
 */
public final class WholeRecording implements AutoCloseable {

    private static final long PERIOD_MILLIS = 100;
    private static final long CLOSE_LIMIT_MILLIS = 5000;

    private final LineRing ring;
    private final RecordingWriter out;
    private final Path file;
    private final Consumer<String> warnings;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private long next;

    /** @param file for messages */
    public WholeRecording(LineRing ring, RecordingWriter out, Path file, Consumer<String> warnings) {
        this.ring = ring;
        this.out = out;
        this.file = file;
        this.warnings = warnings;
    }

    /** Writes until {@link #close}, or until it cannot; the body of the {@code record} thread. */
    public void run() {
        try (out) {
            boolean last = false;
            boolean whole = true;
            while (whole && !last) {
                last = closing.await(PERIOD_MILLIS, TimeUnit.MILLISECONDS);
                whole = write();
            }
        } catch (IOException e) {
            warnings.accept("the recording " + file + " ends here, the print goes on: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            closed.countDown();
        }
    }

    private boolean write() throws IOException {
        LineRing.Excerpt excerpt = ring.since(next);
        next = excerpt.next();
        if (excerpt.lost() > 0) {
            warnings.accept("the recording " + file + " ends here, the print goes on: disk or machine is too slow for it");
            return false;
        }
        for (RecordedLine line : excerpt.lines()) {
            out.write(line);
        }
        out.flush();
        return true;
    }

    /** What is there now is the last: {@link #run} writes it and returns. */
    void finish() {
        closing.countDown();
    }

    /** Waits until all is written, but not for ever. */
    @Override
    public void close() {
        finish();
        try {
            if (!closed.await(CLOSE_LIMIT_MILLIS, TimeUnit.MILLISECONDS)) {
                warnings.accept("the recording " + file + " may lack its end: the disk takes it too slowly");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
