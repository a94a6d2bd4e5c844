package org.printwire.printer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.printwire.gcode.GcodeLine;
import org.printwire.gcode.GcodeReader;
import org.printwire.gcode.Squeeze;
import org.printwire.stream.Input;

/**
 * Reads the file ahead on a thread of its own, so that a slow SD card does not delay a line: at most
 * {@value #BATCHES} batches of {@value #BATCH} lines wait in memory.
 */
public final class FileFeed implements AutoCloseable {

    static final int BATCH = 256;
    static final int BATCHES = 16;

    private final BlockingQueue<Input> batches = new ArrayBlockingQueue<>(BATCHES);
    private final Path file;
    private final boolean squeeze;
    private volatile boolean closed;
    /** Taken and given back. */
    private Input returned;

    public FileFeed(Path file) {
        this(file, false);
    }

    /** @param squeeze each command in its shortest form ({@link Squeeze}) */
    public FileFeed(Path file, boolean squeeze) {
        this.file = file;
        this.squeeze = squeeze;
    }

    /** Reads until the end of the file or {@link #close}; the body of the {@code file-read} thread. */
    public void run() {
        try (GcodeReader reader = GcodeReader.open(file)) {
            boolean last = false;
            while (!last && !closed) {
                List<GcodeLine> lines = new ArrayList<>(BATCH);
                GcodeLine line = reader.next();
                while (line != null) {
                    lines.add(squeeze ? line.with(Squeeze.of(line.text())) : line);
                    line = lines.size() < BATCH ? reader.next() : null;
                }
                last = lines.size() < BATCH;
                put(new Input.Feed(lines, last));
            }
        } catch (IOException e) {
            put(new Input.FileFailed("the file cannot be read any further: " + e.getMessage()));
        }
    }

    /** These come next, before all others: they were taken too early. Same thread as {@link #next}. */
    void giveBack(Input lines) {
        returned = lines;
    }

    /** The next lines, or null if none are there within {@code millis}. */
    Input next(long millis) {
        if (returned != null) {
            Input first = returned;
            returned = null;
            return first;
        }
        try {
            return millis == 0 ? batches.poll() : batches.poll(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    @Override
    public void close() {
        closed = true;
        batches.clear();
    }

    private void put(Input batch) {
        try {
            while (!closed && !batches.offer(batch, 200, TimeUnit.MILLISECONDS)) {
                // The printer is slower than the disk: wait for room, but notice a close.
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }
}
