package org.printwire.stream;

import java.time.Duration;

/**
 * Requests that repeat the one before. With lines in flight behind a refused one, the printer throws away what it has of
 * them and refuses what comes after, each with a request for the same line and another flush (Prusa MK3 3.14, Marlin 2.1).
 * What is sent in between would be flushed too, so it waits until they have come or none seems to come.
 */
final class Echoes {

    /** Longer than what 126 bytes take at 115200 baud (11 ms) and an FTDI chip holds back (16 ms), both ways. */
    static final Duration LIMIT = Duration.ofMillis(50);
    private static final long NEVER = Long.MAX_VALUE;

    private int left;
    private long number;
    private long deadline = NEVER;

    /** @param count lines that are in flight behind the one asked for */
    void expect(long wanted, int count, long nanos) {
        number = wanted;
        left = count;
        deadline = count > 0 ? nanos + LIMIT.toNanos() : NEVER;
    }

    /** A request for this line was answered with its {@code ok}. True: it was a repeat, and means nothing more. */
    boolean swallows(long wanted, long nanos) {
        if (deadline == NEVER || wanted != number) {
            return false;
        }
        expect(number, left - 1, nanos);
        return true;
    }

    /** More may come. */
    boolean awaited() {
        return deadline != NEVER;
    }

    long deadline() {
        return deadline;
    }

    void close() {
        deadline = NEVER;
    }
}
